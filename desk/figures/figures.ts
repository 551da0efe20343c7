import { standardsKept } from '../../domain/figures/standards-kept.ts';
import { type ShareSummary, shares, summarise } from '../../domain/figures/summarise.ts';
import { addDays, localTimeOf } from '../../domain/local-time.ts';
import { CONTENT_FROM } from '../../domain/ratings/rating-terms.ts';
import { clockedKinds } from '../../domain/tickets/ticket-clocks.ts';
import type { Figures, ServiceFigures } from '../../web/protocol/desk/figures.ts';
import { type DaysAsked, daysOf } from '../local-days.ts';
import { clockedOf } from '../tickets/clocks-of.ts';
import type { FigureParts } from './figure-parts.ts';
import { type MeasuredSession, measuredSessions } from './measured-sessions.ts';

export const TEAMS = ['fault', 'billing', 'complaint', 'general'] as const;

export interface FiguresQuery extends DaysAsked {
  readonly team?: string | undefined;
}

/** A rating as it is counted. */
interface Rated {
  readonly agentId: string | null;
  readonly team: string;
  readonly at: number;
  readonly content: boolean;
}

/** Service within local days: in all, by person, team, hour and day, the bot apart. */
export async function showFigures(parts: FigureParts, { team, ...asked }: FiguresQuery): Promise<Figures> {
  const days = daysOf(parts, asked);
  const [all, rated, tickets] = await Promise.all([
    measuredSessions(parts, days),
    ratedWithin(parts, days),
    parts.figures.clockedWithin(days, clockedKinds()),
  ]);
  const sessions = all.filter((one) => team === undefined || one.team === team);
  const ratings = rated.filter((one) => team === undefined || one.team === team);
  const served = new Set([...sessions, ...ratings].flatMap(({ agentId }) => agentId ?? []));
  const names = await parts.repositories.staff.namesOf([...served]);
  const of = (session: (one: MeasuredSession) => boolean, rating: (one: Rated) => boolean) =>
    serviceFigures(sessions.filter(session), ratings.filter(rating));
  const local = (at: number) => localTimeOf(at, parts.timeZone);
  const people = [...served].map((staffId) => ({
    staffId,
    name: names.get(staffId)?.name ?? staffId,
    ...of(
      ({ agentId }) => agentId === staffId,
      ({ agentId }) => agentId === staffId,
    ),
  }));
  const hourOf = grouped(sessions, ({ began }) => Math.floor(local(began).minute / 60));
  const dayOf = grouped(sessions, ({ closedAt }) => local(closedAt).date);
  const ratedOn = grouped(ratings, ({ at }) => local(at).date);
  return {
    from: days.firstDay,
    to: days.lastDay,
    team: team ?? null,
    ...parts.settings,
    total: serviceFigures(sessions, ratings),
    bot: of(
      ({ agentId }) => agentId === null,
      ({ agentId }) => agentId === null,
    ),
    people: people.toSorted((a, b) => b.sessions - a.sessions || a.name.localeCompare(b.name)),
    teams: TEAMS.map((name) => ({
      team: name,
      ...serviceFigures(
        all.filter((one) => one.team === name),
        rated.filter((one) => one.team === name),
      ),
    })),
    hours: Array.from({ length: 24 }, (_, hour) => ({ hour, ...serviceFigures(hourOf.get(hour) ?? [], []) })),
    days: daysFrom(days.firstDay, days.lastDay).map((day) => ({
      day,
      ...serviceFigures(dayOf.get(day) ?? [], ratedOn.get(day) ?? []),
    })),
    standards: standardsKept(tickets.map(clockedOf), { terms: parts.standards, now: parts.now() }),
  };
}

export async function ratedWithin(
  { ratings }: Pick<FigureParts, 'ratings'>,
  stretch: { readonly from: number; readonly before: number },
): Promise<Rated[]> {
  const given = await ratings.within(stretch);
  return given.map(({ agent_id, skill, created_at, score }) => {
    return { agentId: agent_id, team: skill, at: created_at, content: score >= CONTENT_FROM };
  });
}

export function serviceFigures(sessions: readonly MeasuredSession[], rated: readonly Rated[]): ServiceFigures {
  const content: ShareSummary = shares(rated.map((one) => one.content));
  return { ...summarise(sessions), content };
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
