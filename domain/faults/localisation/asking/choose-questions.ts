import type { Belief } from '../believe.ts';
import type { Moment } from '../moment.ts';
import type { Considered } from '../tree-inference.ts';
import type { AnswerTerms } from './answer-gain.ts';
import { darkTogether } from './dark-together.ts';
import { createGainBeside, type GainBeside } from './gain-beside.ts';

/** Whom one may ask whether there is power, and what it must be worth. */
export interface QuestionOrder {
  /** Of those whose answers tell the same, whoever stands first is asked. */
  readonly mayBeAsked: readonly string[];
  /** Who has been asked and may yet answer: what they would tell need not be asked again. */
  readonly pending: readonly string[];
  readonly most: number;
  /** What an answer must be expected to tell, in bits. */
  readonly leastGain: number;
  /** That nothing comes back. */
  readonly noAnswer: number;
}

export interface Question {
  readonly customer: string;
  /** What the answer is expected to tell of which devices have failed, in bits, beside the answers of those before. */
  readonly gain: number;
  /** That the customer is dark, before anybody answers. */
  readonly dark: number;
}

/** So many answers are reckoned with together; each doubles the work. */
export const MOST_TOGETHER = 6;

/**
 * The customers whose answers tell most of which set of devices has failed: each the one with the highest expected gain of
 * information given the answers, whatever they will be, of those chosen before it. An answer depends on the failed set
 * only by whether its place is dark, so that the gain over all sets is exact. As answers err independently of each other,
 * a gain never rises with more people asked (it is submodular): choosing one by one gets at least 1 − 1/e of what the best
 * choice would tell (A. Krause, C. Guestrin, Near-optimal Nonmyopic Value of Information in Graphical Models, 2005).
 */
export function chooseQuestions(
  moment: Moment,
  { considered, belief }: { readonly considered: Considered; readonly belief: Belief },
  order: QuestionOrder,
): Question[] {
  const together = darkTogether(moment, considered, belief);
  const placeOf = createPlaceOf(moment, together.considered);
  const beside = createGainBeside(together, termsOf(moment, order));
  const out = order.pending.map(placeOf).filter((place) => place >= 0);
  const asked = out.slice(-MOST_TOGETHER);
  const waiting = byPlace(order.mayBeAsked, placeOf);
  const chosen: Question[] = [];
  const best = createBest(beside, [...waiting.keys()]);
  while (chosen.length < order.most) {
    const found = best(asked);
    const customer = found === null ? undefined : waiting.get(found.place)?.shift();
    if (found === null || customer === undefined || !(found.gain > 0) || found.gain < order.leastGain) break;
    chosen.push({ customer, gain: found.gain, dark: beside.dark(found.place) });
    if (waiting.get(found.place)?.length === 0) best.drop(found.place);
    asked.push(found.place);
    if (asked.length > MOST_TOGETHER) asked.shift();
  }
  return chosen;
}

function termsOf({ settings }: Moment, { noAnswer }: QuestionOrder): AnswerTerms {
  return { noAnswer, wrongOn: settings.wrongAnswer, wrongDark: settings.askedInternalFault };
}

interface Found {
  readonly place: number;
  readonly gain: number;
}

/** The place that tells most. What it told beside fewer others is an upper bound: few need be worked out anew. */
function createBest(beside: GainBeside, places: readonly number[]) {
  const bounds = new Map(places.map((place) => [place, Number.POSITIVE_INFINITY]));
  let known: readonly number[] = [];
  const find = (asked: readonly number[]): Found | null => {
    // Where one was left out, what the others told beside it is no bound any more.
    if (!known.every((place, at) => place === asked[at]))
      for (const place of bounds.keys()) bounds.set(place, Infinity);
    known = [...asked];
    const gainOf = beside.gains(asked);
    let best: Found | null = null;
    for (const [place, bound] of [...bounds].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
      if (best !== null && bound <= best.gain) break;
      const gain = gainOf(place);
      bounds.set(place, gain);
      if (best === null || gain > best.gain) best = { place, gain };
    }
    return best;
  };
  return Object.assign(find, { drop: (place: number) => void bounds.delete(place) });
}

/** The row that decides whether a customer is dark: of the nearest device that may have failed; -1 where none may. */
function createPlaceOf({ tree }: Moment, { devices }: Considered): (customer: string) => number {
  const rowOf = new Map(Array.from(devices, (device, row) => [device, row] as const));
  return (customer) => {
    const position = tree.positionOfCustomer.get(customer);
    let device = position === undefined ? -1 : (tree.deviceOfCustomer[position] ?? -1);
    while (device >= 0 && !rowOf.has(device)) device = tree.parent[device] ?? -1;
    return rowOf.get(device) ?? -1;
  };
}

function byPlace(customers: readonly string[], placeOf: (customer: string) => number): Map<number, string[]> {
  const waiting = Map.groupBy(new Set(customers), placeOf);
  waiting.delete(-1);
  return waiting;
}
