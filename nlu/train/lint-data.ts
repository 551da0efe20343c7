import DiceCoefficient from 'natural/lib/natural/distance/dice_coefficient.js';
import { bareText } from '../normalise/bare-text.ts';
import { createNormaliser } from '../normalise/create-normaliser.ts';
import type { ReadExample } from './read-examples.ts';

export interface DataFault {
  readonly file: string;
  readonly line: number;
  readonly kind: 'duplicate' | 'near_duplicate' | 'conflict' | 'slot_not_in_text';
  readonly reason: string;
}

/** Above this share of letter pairs in common two messages are one message said twice. */
const NEAR = 0.9;
/** Shorter messages are alike by nature: "ok", "ok!". */
const SHORTEST = 12;

/** Finds what a reader of the data would want to see: repeats, near repeats, one text with two intents, slots that the text does not hold. */
export function lintData(examples: readonly ReadExample[]): DataFault[] {
  const normalise = createNormaliser();
  const texts = examples.map((example) => bareText(normalise(example.text)));
  return [...repeats(examples, texts), ...nearRepeats(examples, texts), ...examples.flatMap(strangeSlots)];
}

function repeats(examples: readonly ReadExample[], texts: readonly string[]): DataFault[] {
  const seen = new Map<string, ReadExample>();
  return examples.flatMap((example, at) => {
    const key = texts[at] ?? '';
    if (key === '') return [];
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, example);
      return [];
    }
    const where = `${first.source.file}:${first.source.line}`;
    const kind = first.intent === example.intent ? ('duplicate' as const) : ('conflict' as const);
    return [{ ...example.source, kind, reason: `says the same as ${where} (${first.intent}, ${example.intent})` }];
  });
}

/** Only messages that share a rare beginning, middle or end are compared: all pairs would be too many. */
function nearRepeats(examples: readonly ReadExample[], texts: readonly string[]): DataFault[] {
  const byPiece = new Map<string, number[]>();
  const faults: DataFault[] = [];
  texts.forEach((text, at) => {
    if (text.length < SHORTEST) return;
    const middle = Math.floor(text.length / 2);
    const pieces = [text.slice(0, 6), text.slice(middle - 3, middle + 3), text.slice(-6)];
    const candidates = new Set(pieces.flatMap((piece) => byPiece.get(piece) ?? []));
    for (const other of candidates) {
      const theirs = texts[other] ?? '';
      if (theirs === text || DiceCoefficient(theirs, text) < NEAR) continue;
      const source = examples[other]?.source;
      const own = examples[at]?.source;
      if (source !== undefined && own !== undefined) {
        faults.push({ ...own, kind: 'near_duplicate', reason: `is nearly ${source.file}:${source.line}` });
      }
    }
    for (const piece of pieces) byPiece.set(piece, [...(byPiece.get(piece) ?? []), at]);
  });
  return faults;
}

function strangeSlots(example: ReadExample): DataFault[] {
  return Object.entries(example.slots).flatMap(([slot, value]) => {
    if (typeof value !== 'string' || slot === 'account_number' || slot === 'phone') return [];
    return example.text.includes(value)
      ? []
      : [
          {
            ...example.source,
            kind: 'slot_not_in_text' as const,
            reason: `${slot} "${value}" does not stand in the text`,
          },
        ];
  });
}
