import { localTimeOf } from '../../domain/local-time.ts';
import { clockLevel } from '../../domain/tickets/clock-escalations.ts';
import { clockedKinds, ticketClocks } from '../../domain/tickets/ticket-clocks.ts';
import type { Wallboard } from '../../web/protocol/desk/figures.ts';
import { daysOf } from '../local-days.ts';
import { clockedOf } from '../tickets/clocks-of.ts';
import type { FigureParts } from './figure-parts.ts';
import { ratedWithin, serviceFigures, TEAMS } from './figures.ts';
import { measuredSessions } from './measured-sessions.ts';

/** Whose desk has not been heard of for so long is not there. */
const PRESENT_MS = 60_000;

/** How things stand this moment, and today so far; for a screen on the wall, so without a name. */
export async function showWallboard(parts: FigureParts): Promise<Wallboard> {
  const { figures, now, timeZone, standards, settings } = parts;
  const at = now();
  const { date } = localTimeOf(at, timeZone);
  const today = daysOf(parts, { from: date, to: date });
  const [standing, open, present, sessions, rated] = await Promise.all([
    figures.standing(),
    figures.openClocked(clockedKinds()),
    figures.present(at - PRESENT_MS),
    measuredSessions(parts, today),
    ratedWithin(parts, today),
  ]);
  const count = (state: string, team?: string) =>
    standing.reduce(
      (sum, row) => (row.state === state && (team ?? row.skill) === row.skill ? sum + row.count : sum),
      0,
    );
  const longest = (team?: string) => {
    const since = standing.flatMap(({ state, skill, oldest }) =>
      state === 'queued' && (team ?? skill) === skill && oldest !== null ? [oldest] : [],
    );
    return since.length === 0 ? null : Math.min(...since);
  };
  const clocks = open.flatMap((ticket) => ticketClocks(clockedOf(ticket), standards));
  return {
    at,
    queued: count('queued'),
    longestSince: longest(),
    inHand: count('assigned'),
    withBot: count('bot'),
    ...present,
    overdue: clocks.filter((clock) => clock.stoppedAt === null && clockLevel(clock, at) === 'breach').length,
    openFaults: open.filter(({ kind }) => kind === 'fault').length,
    answerWithinSeconds: settings.answerWithinSeconds,
    teams: TEAMS.map((team) => ({
      team,
      queued: count('queued', team),
      longestSince: longest(team),
      inHand: count('assigned', team),
    })),
    today: serviceFigures(sessions, rated),
  };
}
