import DiceCoefficient from 'natural/lib/natural/distance/dice_coefficient.js';
import { bareText } from '../normalise/bare-text.ts';
import { createNormaliser } from '../normalise/create-normaliser.ts';
import type { ReadExample } from './read-examples.ts';

export interface DataFault {
  readonly file: string;
  readonly line: number;
  readonly kind: 'duplicate' | 'near_duplicate' | 'conflict' | 'leak' | 'slot_not_in_text';
  readonly reason: string;
}

/** Above this share of letter pairs in common two messages are one message said twice. */
const NEAR = 0.9;
/** Shorter messages are alike by nature: "ok", "ok!". Everybody says them, so they are no leak either. */
const SHORTEST = 12;

/**
 * Finds what a reader of the data would want to see: repeats, near repeats, one text with two intents, slots that the text does not hold,
 * and messages to learn from that say the same as one that is kept for measuring.
 */
export function lintData(examples: readonly ReadExample[], measured: readonly ReadExample[] = []): DataFault[] {
  const normalise = createNormaliser();
  const lettersOf = (example: ReadExample): string => bareText(normalise(example.text));
  const kept = measured.map((example) => ({ example, letters: lettersOf(example), isMeasured: true }));
  const learnt = examples.map((example) => ({ example, letters: lettersOf(example), isMeasured: false }));
  const all = [...kept, ...learnt];
  return [...repeats(all), ...nearRepeats(all), ...[...examples, ...measured].flatMap(strangeSlots)];
}

interface Said {
  readonly example: ReadExample;
  readonly letters: string;
  readonly isMeasured: boolean;
}

function repeats(all: readonly Said[]): DataFault[] {
  const seen = new Map<string, Said[]>();
  return all.flatMap((said) => {
    const { letters, example } = said;
    if (letters === '') return [];
    const before = seen.get(letters) ?? [];
    seen.set(letters, [...before, said]);
    const telling = before.filter((other) => !isShortAcrossParts(said, other));
    const conflicting = telling.find((other) => other.example.intent !== example.intent);
    if (conflicting !== undefined) return [fault(said, conflicting, 'conflict')];
    // What is written in two scripts is learnt as two languages: no repeat.
    const same = telling.find((other) => other.example.language === example.language);
    return same === undefined ? [] : [fault(said, same, 'duplicate')];
  });
}

function isShortAcrossParts(said: Said, other: Said): boolean {
  return (said.isMeasured || other.isMeasured) && said.letters.length < SHORTEST;
}

function fault(said: Said, other: Said, kind: 'conflict' | 'duplicate' | 'near_duplicate'): DataFault {
  const leaks = said.isMeasured !== other.isMeasured && kind !== 'conflict';
  const where = `${other.example.source.file}:${other.example.source.line}`;
  const reason = `says ${kind === 'near_duplicate' ? 'nearly ' : ''}the same as ${where}`;
  return {
    ...said.example.source,
    kind: leaks ? 'leak' : kind,
    reason: kind === 'conflict' ? `${reason} (${said.example.intent}, ${other.example.intent})` : reason,
  };
}

/** Only messages that share a beginning, middle or end are compared: all pairs would be too many. */
function nearRepeats(all: readonly Said[]): DataFault[] {
  const byPiece = new Map<string, Said[]>();
  return all.flatMap((said) => {
    const { letters } = said;
    if (letters.length < SHORTEST) return [];
    const middle = Math.floor(letters.length / 2);
    const pieces = [letters.slice(0, 6), letters.slice(middle - 3, middle + 3), letters.slice(-6)];
    const candidates = new Set(pieces.flatMap((piece) => byPiece.get(piece) ?? []));
    for (const piece of pieces) byPiece.set(piece, [...(byPiece.get(piece) ?? []), said]);
    const near = [...candidates].find(
      (other) => other.letters !== letters && DiceCoefficient(other.letters, letters) >= NEAR,
    );
    return near === undefined ? [] : [fault(said, near, 'near_duplicate')];
  });
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
