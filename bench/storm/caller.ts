import type { ShownBy } from '../../domain/faults/intake/signs.ts';

/** A customer of the storm: what is true of them, and how they behave. */
export interface Caller {
  /** From 0, in the order in which they begin. */
  readonly number: number;
  readonly premisesId: string;
  /** Milliseconds of simulated time. */
  readonly startsAt: number;
  readonly language: 'zh' | 'en';
  /** The device above them that has failed; null where it is their own trouble. */
  readonly failed: string | null;
  readonly place: {
    /** As they write it. */
    readonly words: string;
    readonly lat: number;
    readonly lon: number;
  };
  readonly account: string;
  readonly phone: string;
  /** How they say where they are. */
  readonly names: 'address' | 'account' | 'position';
  /** What they see if they look. */
  readonly sees: {
    readonly neighbours: ShownBy<'neighbours'>;
    readonly extent: ShownBy<'extent'>;
    readonly breaker: ShownBy<'breaker'>;
    readonly meter: ShownBy<'meter'>;
    /** Whether their own switch can be put back. */
    readonly holds: boolean;
  };
  readonly danger: {
    /** As they write it. */
    readonly words: string;
    /** Said with the first words, or when they are asked. */
    readonly when: 'first' | 'asked';
  } | null;
  readonly hurt: boolean;
  /** What stands in the first message beside that there is trouble. */
  readonly opens: 'greets' | 'bare' | 'with_place';
  readonly hears: 'stream' | 'polling';
  /** Before which of their messages they break off and never come back; null where they stay. */
  readonly leavesBefore: number | null;
  /** Before which of their messages their connection breaks, and comes back by its watermark. */
  readonly reconnectsBefore: number | null;
  /** Which of their messages is sent a second time, as after a timeout. */
  readonly repeats: number | null;
}
