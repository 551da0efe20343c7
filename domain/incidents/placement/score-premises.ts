import type { HouseNumbers, PartName, PremisesParts, SaidAddress } from './address-parts.ts';

export interface WordScore {
  /** Log of how much likelier the words are said of these premises than of any. */
  readonly score: number;
  /** What it would be if everything that was said fitted. */
  readonly atBest: number;
}

const VILLAGE = 4;
const TOWN = 2.5;
/** By how well the name is met: itself, by its sound, without its kind, by a confused sound, in part. */
const NAME = { exact: 6, sound: 4.5, base: 4, latin: 4.5, loose: 3.5, part: 3, unsaid: -1 } as const;
/** A number that is said and fits, does not fit, or nearly does: a slip of the keyboard. */
const NUMBERS: Readonly<Record<keyof HouseNumbers, { readonly fits: number; readonly differs: number }>> = {
  number: { fits: 4.5, differs: -4 },
  building: { fits: 2.5, differs: -3.5 },
  unit: { fits: 1.5, differs: -2.5 },
  floor: { fits: 2.5, differs: -3.5 },
  room: { fits: 4, differs: -4 },
};
const SLIP = 1.5;
const FIELDS = ['number', 'building', 'unit', 'floor', 'room'] as const;

/** How well a customer's words fit premises. Weights are for messages as people type them: hints, not keys. */
export function scorePremises(said: SaidAddress, premises: PremisesParts): WordScore {
  const area = areaScore(said, premises);
  const name = nameScore(said, premises.name);
  let score = area.score + name;
  let atBest = area.atBest + Math.max(name, 0);
  for (const field of FIELDS) {
    const word = said.numbers[field];
    if (word === null) continue;
    const { fits } = NUMBERS[field];
    score += numberScore(field, word, premises.numbers);
    atBest += fits;
  }
  return { score, atBest };
}

function areaScore({ areas }: SaidAddress, { villageCode, townCode }: PremisesParts): WordScore {
  const of = (code: string, weight: number): number => {
    const area = areas.find((each) => each.code === code);
    return area ? weight + Math.log(area.score) : Number.NEGATIVE_INFINITY;
  };
  const score = Math.max(0, of(villageCode, VILLAGE), of(townCode, TOWN));
  return { score, atBest: areas.some(({ code }) => code.length > townCode.length) ? VILLAGE : score };
}

function nameScore(said: SaidAddress, name: PartName | null): number {
  if (name === null) return 0;
  if (said.text.includes(name.text)) return NAME.exact;
  if (name.sound !== '' && said.sound.includes(name.sound)) return NAME.sound;
  if (name.base.length >= 2 && said.text.includes(name.base)) return NAME.base;
  if (name.latin.length >= 4 && said.latin.includes(name.latin)) return NAME.latin;
  if (name.looseSound !== '' && said.looseSound.includes(name.looseSound)) return NAME.loose;
  return endIsSaid(said.text, name.text) ? NAME.part : NAME.unsaid;
}

const SHORTEST_END = 2;

/** 水厂 for 示范水厂: only of names long enough that their end tells anything. */
function endIsSaid(text: string, name: string): boolean {
  return name.length >= SHORTEST_END * 2 && text.includes(name.slice(-SHORTEST_END)) && !/[苑园区庭]$/u.test(name);
}

function numberScore(field: keyof HouseNumbers, said: string, numbers: HouseNumbers): number {
  const { fits, differs } = NUMBERS[field];
  const known = numbers[field] ?? (field === 'room' ? numbers.number : null);
  if (known === null) return differs / 2;
  if (known === said) return fits;
  return isSlip(known, said) ? differs + SLIP : differs;
}

/** One digit other, or two neighbours exchanged. */
function isSlip(known: string, said: string): boolean {
  if (known.length !== said.length || known.length < 2) return false;
  const wrong = [...known].flatMap((digit, at) => (digit === said[at] ? [] : [at]));
  if (wrong.length === 1) return true;
  const [first = 0, second = 0] = wrong;
  return wrong.length === 2 && second === first + 1 && known[first] === said[second] && known[second] === said[first];
}
