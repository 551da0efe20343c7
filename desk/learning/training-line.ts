import { fillMasks } from '../../domain/learning/fill-masks.ts';
import { type Example, exampleSchema } from '../../nlu/train/example.ts';
import type { StoredCandidate } from '../../store/repositories/candidate-repository.ts';
import { type Label, labelSchema } from './label.ts';

/**
 * A labelled message as a line of training data. Masks are filled with made-up digits, in text and slots alike, so that it
 * reads as a customer could have written it; the same message gives the same line every time.
 */
export function trainingLine({ key, text, label }: Pick<StoredCandidate, 'key' | 'text'> & { label: string }): Example {
  const { language, intent, slots, fault } = labelSchema.parse(JSON.parse(label));
  const filled = fillMasks(text, key);
  return exampleSchema.parse({
    text: filled.text,
    language,
    intent,
    voice: voiceOf(key),
    slots: slotsOf(slots, filled),
    fault,
  });
}

type Slots = Label['slots'];

function slotsOf({ account_number, phone, amount, ...words }: Slots, filled: ReturnType<typeof fillMasks>): Slots {
  const pieces = Object.entries(words).map(([slot, piece]) => [slot, piece && filled.pieceOf(piece)] as const);
  const numbers = Object.entries({ account_number, phone }).map(
    ([slot, masks]) => [slot, masks && filled.numberOf(masks.length)] as const,
  );
  return {
    ...Object.fromEntries([...numbers, ...pieces].filter(([, value]) => value !== undefined)),
    ...(amount === undefined ? {} : { amount }),
  };
}

/** Customers are many writers, but nobody knows who is who: a handful of voices, so that cross-validation can hold some out. */
const VOICES = 10;

function voiceOf(key: string): string {
  return `customer-${Number.parseInt(key.slice(0, 6), 16) % VOICES}`;
}
