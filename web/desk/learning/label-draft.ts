import { BETWEEN_MASKS, type LearningItem, type LearningLabel, MASK } from '../../protocol/desk/learning.ts';

export type NumberSlot = 'account_number' | 'phone';
export type WordSlot = (typeof WORD_SLOTS)[number];
export const WORD_SLOTS = ['address', 'since', 'month'] as const;

/** A label while it is being filled in: fields as they stand, sums as they were typed. */
export interface LabelDraft {
  readonly language: string;
  readonly intent: string;
  readonly words: Readonly<Record<WordSlot, string>>;
  readonly amount: string;
  /** What a masked number is, by how many digits it had. */
  readonly numbers: ReadonlyMap<number, NumberSlot | null>;
  readonly fault: LearningLabel['fault'];
}

/** What a new fault frame begins with. */
export const NO_FACTS: NonNullable<LearningLabel['fault']> = {
  class: 'unknown',
  hazards: [],
  people: [],
  site: [],
  scope: 'unknown',
  no_power: false,
};

/** Begins with what was labelled; else with the guess, in which a colleague's correction stands already. */
export function draftOf({ text, language, label, guess, suggestion }: LearningItem): LabelDraft {
  const { intent, slots, fault } = label ?? {
    ...guess,
    intent: suggestion?.intent ?? guess.intent,
    fault: suggestion?.class ? { ...(guess.fault ?? NO_FACTS), class: suggestion.class } : guess.fault,
  };
  const slotOf = (length: number): NumberSlot | null =>
    (['phone', 'account_number'] as const).find((slot) => slots[slot]?.length === length) ?? null;
  return {
    language: label?.language ?? language,
    intent,
    words: { address: slots.address ?? '', since: slots.since ?? '', month: slots.month ?? '' },
    amount: slots.amount === undefined ? '' : String(slots.amount),
    numbers: new Map(numbersIn(text).map((length) => [length, slotOf(length)])),
    fault,
  };
}

export function labelOf({ language, intent, words, amount, numbers, fault }: LabelDraft): LearningLabel {
  const given = WORD_SLOTS.map((slot) => [slot, words[slot].trim()] as const).filter(([, value]) => value !== '');
  const masked = [...numbers].flatMap(([length, slot]) =>
    slot === null ? [] : [[slot, MASK.repeat(length)] as const],
  );
  const sum = amount.trim() === '' ? Number.NaN : Number(amount);
  return {
    language,
    intent,
    slots: {
      ...Object.fromEntries([...masked, ...given]),
      ...(Number.isFinite(sum) ? { amount: sum } : {}),
    },
    fault,
  };
}

/** Slots whose words do not stand in the text: the server would refuse them. */
export function strangeWords(text: string, { words }: Pick<LabelDraft, 'words'>): WordSlot[] {
  return WORD_SLOTS.filter((slot) => words[slot].trim() !== '' && !text.includes(words[slot].trim()));
}

/** How many digits the masked numbers of a text had, each length once; what is shorter belongs to an address. */
export function numbersIn(text: string): number[] {
  const runs = text.match(RUN) ?? [];
  return [...new Set(runs.map((run) => run.split(MASK).length - 1))].filter((length) => length >= SHORTEST_NUMBER);
}

const SHORTEST_NUMBER = 7;
const RUN = new RegExp(`${MASK}(?:${BETWEEN_MASKS}${MASK})*`, 'g');
