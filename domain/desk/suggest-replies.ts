import type { Mood } from './mood.ts';

/** What a canned reply is for, as far as a rule can use it. */
export interface ReplyFit {
  readonly id: string;
  readonly skill: string;
  /** Intents of taxonomy.json that it answers. */
  readonly intents?: readonly string[];
  readonly moods?: readonly Mood[];
  readonly moment?: 'opening' | 'closing' | 'danger';
  /** What must be known for it to be true. */
  readonly needs?: readonly ReplyNeed[];
}

export type ReplyNeed = 'ticket' | 'no_ticket' | 'no_place' | 'no_account';

/** Where a conversation stands just before the agent writes. */
export interface ReplyMoment {
  readonly skill: string;
  /** What the matter is, and what the customer's last words were. */
  readonly intents: readonly string[];
  readonly mood: Mood | null;
  readonly danger: boolean;
  /** The owner has written in this session. */
  readonly begun: boolean;
  readonly holds: ReadonlySet<ReplyNeed>;
  /** Replies that were sent in this session. */
  readonly said: ReadonlySet<string>;
  /** How often each was sent in this matter of late, by anybody. */
  readonly uses: ReadonlyMap<string, number>;
}

export type SuggestionReason = 'opening' | 'closing' | 'danger' | 'matter' | 'mood' | 'often_used';

export interface ReplySuggestion {
  readonly id: string;
  /** The weightiest first. */
  readonly reasons: readonly SuggestionReason[];
}

/** Natural-log weights: what fits the moment before what fits the matter, and use moves only between the like. */
const WEIGHT: Readonly<Record<Exclude<SuggestionReason, 'often_used'>, number>> = {
  danger: 4,
  opening: 3.5,
  closing: 3,
  matter: 2,
  mood: 1.5,
};
const SAME_SKILL = 0.5;
/** As if each had been sent so often: a few sendings say little. */
const PRIOR_USES = 5;
const OFTEN = 0.5;
const MOST = 3;

/**
 * The replies that an agent most likely wants next, best first, three at most; none where nothing speaks for any. Never one
 * whose needs are not met, nor one that was said already. Learnt from use: the share of sendings in the same matter counts
 * for as much as `log((uses + 5) / (mean + 5))`, between -1 and 1.
 */
export function suggestReplies(fits: readonly ReplyFit[], moment: ReplyMoment): ReplySuggestion[] {
  const { said, holds, uses, skill } = moment;
  const mean = [...uses.values()].reduce((sum, count) => sum + count, 0) / Math.max(fits.length, 1);
  return fits
    .filter(({ id, needs = [] }) => !said.has(id) && needs.every((one) => holds.has(one)))
    .map((fit) => {
      const lean = leaning(uses.get(fit.id) ?? 0, mean);
      const fitting = reasonsOf(fit, moment);
      const reasons = lean > OFTEN ? [...fitting, 'often_used' as const] : fitting;
      const score =
        fitting.reduce((sum, reason) => sum + WEIGHT[reason], 0) + (fit.skill === skill ? SAME_SKILL : 0) + lean;
      return { id: fit.id, reasons, score };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
    .slice(0, MOST)
    .map(({ id, reasons }) => ({ id, reasons }));
}

/** Why it fits, by what it is for. */
function reasonsOf(fit: ReplyFit, moment: ReplyMoment): Exclude<SuggestionReason, 'often_used'>[] {
  const reasons: Exclude<SuggestionReason, 'often_used'>[] = [];
  const answers = fit.intents?.some((one) => moment.intents.includes(one)) ?? false;
  if (fit.moment === 'danger' && moment.danger) reasons.push('danger');
  if (fit.moment === 'opening' && !moment.begun) reasons.push('opening');
  if (answers) reasons.push(fit.moment === 'closing' && moment.begun ? 'closing' : 'matter');
  if (moment.mood !== null && fit.moods?.includes(moment.mood)) reasons.push('mood');
  return reasons;
}

/** Between -1 and 1: how much more often than others it is sent, or less. */
function leaning(uses: number, mean: number): number {
  return Math.max(-1, Math.min(1, Math.log((uses + PRIOR_USES) / (mean + PRIOR_USES))));
}
