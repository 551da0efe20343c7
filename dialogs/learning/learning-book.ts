import { createHash } from 'node:crypto';
import type { FaultClass } from '../../domain/faults/fault-facts.ts';
import type { Severity } from '../../domain/faults/severity.ts';
import type { Intent } from '../../domain/intent.ts';
import type { CandidateReason, CorrectionReason } from '../../domain/learning/candidate.ts';
import { fillMasks } from '../../domain/learning/fill-masks.ts';
import { MASK, MASKED_FROM, maskPersonal } from '../../domain/privacy/mask-personal.ts';
import { bareText } from '../../nlu/normalise/bare-text.ts';
import { createNormaliser } from '../../nlu/normalise/create-normaliser.ts';
import type { Slots, Understanding } from '../../nlu/understanding.ts';
import type { CandidateRepository, NewCandidate } from '../../store/repositories/candidate-repository.ts';

/** What the engine made of a message; the words of slots are masked as the text is. */
export type Guess = Pick<Understanding, 'intent' | 'confidence' | 'alternatives' | 'slots' | 'fault' | 'severity'>;

/** What somebody at the desk has put in the guess's place. */
export interface Suggestion {
  readonly intent?: Intent;
  readonly severity?: Severity;
  readonly class?: FaultClass;
  readonly why: CorrectionReason;
}

/** A message that may teach the engine something. */
export interface Lesson {
  readonly understanding: Understanding;
  readonly reason: CandidateReason;
  /** What the customer goes by, to be masked where it is said. */
  readonly userName: string | null;
  readonly sessionId: string | null;
  /** Where it stands in its conversation's transcript. */
  readonly seq: number | null;
  readonly suggestion?: Suggestion;
  readonly at: number;
  readonly id: string;
}

/** Long enough for what people write; what comes behind is not kept. UTF-16 units. */
const LONGEST = 1000;
/** Less says nothing that could be labelled. Letters and digits. */
const SHORTEST = 2;

/** Makes candidates out of messages, without what is personal in them. */
export class LearningBook {
  readonly candidates: CandidateRepository;
  readonly #model: string;
  readonly #normalise = createNormaliser();

  /** `model`: which model guesses, as candidates name it. */
  constructor({ candidates, model }: { readonly candidates: CandidateRepository; readonly model: string }) {
    this.candidates = candidates;
    this.#model = model;
  }

  /** The row to keep; null where nothing is left to learn from, as of a bare number. */
  candidateOf({ understanding, reason, userName, sessionId, seq, suggestion, at, id }: Lesson): NewCandidate | null {
    const { language, intent } = understanding;
    const text = maskedText(understanding, userName);
    const bare = bareText(this.#normalise(text.replaceAll(MASK, ' ')));
    if (bare.length < SHORTEST || !/\p{L}/u.test(bare)) return null;
    return {
      id,
      key: createHash('sha256').update(bare).digest('hex'),
      text,
      language,
      reason,
      intent,
      guess: JSON.stringify(guessOf(understanding, text)),
      model: this.#model,
      suggestion: suggestion ? JSON.stringify(suggestion) : null,
      session_id: sessionId,
      seq,
      at,
    };
  }
}

function maskedText({ text, slots }: Understanding, userName: string | null): string {
  // Control characters and broken ones are nothing that an engine of a database should have to keep.
  const plain = text.toWellFormed().replace(/\p{Cc}/gu, ' ');
  const masked = maskPersonal(plain, {
    names: userName === null ? [] : [userName],
    places: slots.address === undefined ? [] : [slots.address],
  });
  return masked.slice(0, LONGEST).toWellFormed();
}

function guessOf(
  { text, intent, confidence, alternatives, slots, fault, severity }: Understanding,
  masked: string,
): Guess {
  return { intent, confidence, alternatives, slots: maskedSlots(slots, text, masked), fault, severity };
}

/**
 * A text and its masked form are equally long, so that a span of the one is the same span of the other. A number stays where
 * the masked text still shows one of its length, a sum where its digits are too few to have been masked.
 */
function maskedSlots({ account_number, phone, amount, ...words }: Slots, text: string, masked: string): Slots {
  const filled = fillMasks(masked, '');
  const pieces = Object.entries(words).flatMap(([slot, words_]) => {
    const at = text.indexOf(words_);
    const piece = at === -1 ? '' : masked.slice(at, at + words_.length);
    return piece.length === words_.length ? [[slot, piece] as const] : [];
  });
  const numbers = Object.entries({ account_number, phone }).flatMap(([slot, digits]) =>
    digits === undefined || filled.numberOf(digits.length) === undefined
      ? []
      : [[slot, MASK.repeat(digits.length)] as const],
  );
  const isPlain = amount !== undefined && String(amount).replace(/\D/g, '').length < MASKED_FROM;
  return { ...Object.fromEntries([...numbers, ...pieces]), ...(isPlain ? { amount } : {}) };
}
