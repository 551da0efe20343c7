import type { FaultFacts } from '../domain/faults/fault-facts.ts';
import type { Severity } from '../domain/faults/severity.ts';
import type { Intent } from '../domain/intent.ts';
import type { Language } from '../domain/language.ts';

export interface IntentScore {
  readonly intent: Intent;
  /** 0 to 1. */
  readonly confidence: number;
}

/** The slots of taxonomy.json: what the text names, as it stands in the text but for digits, which are made plain. */
export interface Slots {
  /** Digits only, 8 to 16 of them. */
  readonly account_number?: string;
  /** Digits only, with the area code but without the country code. */
  readonly phone?: string;
  /** The words that name the place. */
  readonly address?: string;
  /** The words that name when it began, hedges included. */
  readonly since?: string;
  /** A sum in the currency said. */
  readonly amount?: number;
  /** The words that name a billing period. */
  readonly month?: string;
}

/** A fact of the fault frame and the words that showed it: `fact` is for example `hazard.sparks` or `scope.street`; `start` and `end` count UTF-16 units of the text. */
export interface Evidence {
  readonly fact: string;
  readonly start: number;
  readonly end: number;
}

/** What one message means. Pure data, so it can be stored, shown at the desk and compared in tests. */
export interface Understanding {
  readonly text: string;
  readonly language: Language;
  readonly intent: Intent;
  /** 0 to 1. */
  readonly confidence: number;
  /** The next best, best first; without `intent`. */
  readonly alternatives: readonly IntentScore[];
  readonly slots: Slots;
  /** Given whenever the text tells of trouble with supply or equipment, whatever the intent. */
  readonly fault: FaultFacts | null;
  readonly severity: Severity | null;
  readonly evidence: readonly Evidence[];
}

/** What the conversation already knows when a message comes in: a prior for short answers. */
export interface UnderstandingContext {
  /** The language spoken so far; a bare "ok" or a number keeps it. */
  readonly language?: Language;
}

/** The engine's one door. Synchronous, pure, about a millisecond a message. */
export type Understand = (text: string, context?: UnderstandingContext) => Understanding;
