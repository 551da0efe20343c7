import { distanceMetres, type Position } from '../../places/position.ts';
import type { PremisesParts, SaidAddress } from './address-parts.ts';
import { scorePremises } from './score-premises.ts';

export type PlacedBy = 'account' | 'position' | 'device' | 'address';

export interface PlacedPremises {
  readonly premisesId: string;
  readonly probability: number;
}

/** Where a report comes from: premises with probabilities that add up to at most 1; the rest is unknown. */
export interface ReportPlace {
  /** What told most; null where there are no candidates. */
  readonly by: PlacedBy | null;
  /** Most probable first. */
  readonly candidates: readonly PlacedPremises[];
  /** 1 less the sum of their probabilities. */
  readonly unknown: number;
}

export interface ReportHints {
  readonly said: SaidAddress | null;
  readonly position: Position | null;
  /** Premises of the account that is known. */
  readonly accountPremises: string | null;
  /** Premises below devices that the words name. */
  readonly belowNamed: ReadonlySet<string>;
}

const NOWHERE: ReportPlace = { by: null, candidates: [], unknown: 1 };
/** Log of how much likelier a verified account's own premises are than others. */
const ACCOUNT = 8;
const NAMED_DEVICE = 5;
/** Metres that a shared position is off the premises: the telephone's error and the way to the house. */
const SPREAD = 60;
const FARTHEST = 6;
/** P(the premises are none that we know, or not where the words say). */
const LOST = 0.03;
/** How much of what does not fit speaks for premises that we don't know. */
const MISFIT = 3;
const MOST = 200;
const LEAST = 0.0005;

/** Weighs candidate premises by all that is known of a report's place. */
export function placeReport(hints: ReportHints, premises: readonly PremisesParts[]): ReportPlace {
  const scored = premises.map((each) => ({ id: each.id, ...scoreOf(hints, each) }));
  const best = scored.reduce((high, each) => Math.max(high, each.score), Number.NEGATIVE_INFINITY);
  if (scored.length === 0 || best <= 0) return NOWHERE;
  const perfect = scored.reduce((high, each) => Math.max(high, each.atBest), best);
  const lost = LOST * Math.exp(Math.min(perfect - best, MISFIT));
  const weights = scored.map(({ id, score }) => ({ id, weight: Math.exp(score - best) }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0) * (1 + lost);
  const candidates = weights
    .map(({ id, weight }) => ({ premisesId: id, probability: weight / total }))
    .sort((a, b) => b.probability - a.probability || (a.premisesId < b.premisesId ? -1 : 1))
    .filter(({ probability }, rank) => rank < MOST && probability >= LEAST);
  const known = candidates.reduce((sum, { probability }) => sum + probability, 0);
  return { by: toldBy(hints, candidates[0]?.premisesId), candidates, unknown: Math.max(0, 1 - known) };
}

function scoreOf(hints: ReportHints, premises: PremisesParts): { score: number; atBest: number } {
  const words = hints.said ? scorePremises(hints.said, premises) : { score: 0, atBest: 0 };
  const near = hints.position ? nearness(hints.position, premises) : 0;
  const own = hints.accountPremises === premises.id ? ACCOUNT : 0;
  const named = hints.belowNamed.has(premises.id) ? NAMED_DEVICE : 0;
  const rest = near + own + named;
  return { score: words.score + rest, atBest: words.atBest + rest };
}

function nearness(position: Position, premises: Position): number {
  const off = distanceMetres(position, premises) / SPREAD;
  return FARTHEST - Math.min(off ** 2 / 2, FARTHEST);
}

function toldBy(hints: ReportHints, best: string | undefined): PlacedBy | null {
  if (best === undefined) return null;
  if (hints.accountPremises === best) return 'account';
  if (hints.position) return 'position';
  return hints.belowNamed.has(best) ? 'device' : 'address';
}
