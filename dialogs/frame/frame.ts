import type { Heard } from '../heard.ts';
import type { Answer, Turn } from '../turn.ts';

/**
 * A frame: fields that a customer may fill in any order, all at once, or correct at any time. Its state is kept by
 * field names under a version; what to do next is planned anew each turn, so there are no steps to get lost between.
 */
export interface Frame<V extends object> {
  readonly id: string;
  /** Raised when `values` of an older version could no longer be read. */
  readonly version: number;
  /** Values to begin with. */
  start(options: object): V;
  /** Takes in what was said; pure. `pending` is the field that was asked for, null where nothing was. */
  fill(values: V, heard: Heard, pending: string | null): V;
  /** Whether a message told more than what is gathered shows; pure. */
  tellsMore?(before: V, after: V): boolean;
  /** The field to ask for next, or null where nothing is lacking; pure. */
  next(values: V): string | null;
  /** The words that ask for a field; `again` where it was asked before and not answered. */
  ask(turn: Turn, values: V, question: { field: string; again: boolean }): Answer;
  /** What happens before the next question: a ticket that must stand at once, a code to be sent. May change the values. */
  before?(turn: Turn, values: V): Promise<V>;
  /** A field asked for twice in vain: the values to go on with, or null where a person has to be offered. */
  skip(values: V, field: string): V | null;
  /** What has to be shown before it is finished: the dialog that asks for it, which ends with `{ verified }`. */
  readonly proof?: {
    readonly dialog: string;
    readonly options: object;
    isLacking(turn: Turn, values: V): boolean;
  };
  /** All is there. The result is handed to whoever began the frame. */
  finish(turn: Turn, values: V): Promise<unknown>;
  /** The customer is passed on to a person in the middle of it: what must stand before that. May change the values. */
  handOver?(turn: Turn, values: V): Promise<V>;
  /** The customer calls it off. */
  cancel(turn: Turn, values: V): Promise<void>;
  /** What has been gathered so far, for the summary at the desk. */
  gathered(values: V): Record<string, string>;
}

/** How often the same question is put before a person is offered. */
export const MOST_ASKED = 2;
