import { addDays, localTimeOf, weekdayOf } from '../../domain/local-time.ts';
import { type RatingTally, tallyRatings, tallyRatingsBy } from '../../domain/ratings/rating-tally.ts';
import type { OwnRatings, RatingFigures, RatingReport, RatingRow } from '../../web/protocol/desk/rating.ts';
import type { Actor } from '../actor.ts';
import { csvFile } from '../csv-file.ts';
import { type DaysAsked, daysOf } from '../local-days.ts';
import { ratingItems } from './rating-list.ts';
import type { RatingParts } from './rating-parts.ts';

const TEAMS = ['fault', 'billing', 'complaint', 'general'];
const BOT = '';

/** How service was rated, by person, by team, the bot apart, and week by week. */
export async function reportRatings(parts: RatingParts, asked: DaysAsked): Promise<RatingReport> {
  const days = daysOf(parts, asked);
  const [given, closed] = await Promise.all([parts.ratings.within(days), parts.ratings.asked(days)]);
  const countOf = (of: (row: (typeof closed)[number]) => boolean) =>
    closed.reduce((sum, row) => (of(row) ? sum + row.count : sum), 0);
  const byPerson = tallyRatingsBy(given, ({ agent_id }) => agent_id ?? BOT);
  const byTeam = tallyRatingsBy(given, ({ skill }) => skill);
  const staffIds = [...new Set([...byPerson.keys(), ...closed.map(({ agent_id }) => agent_id ?? BOT)])].filter(
    (id) => id !== BOT,
  );
  const names = await parts.repositories.staff.namesOf(staffIds);
  const people = staffIds.map((staffId) => ({
    staffId,
    name: names.get(staffId)?.name ?? staffId,
    ...rowOf(
      byPerson.get(staffId),
      countOf(({ agent_id }) => agent_id === staffId),
    ),
  }));
  return {
    from: days.firstDay,
    to: days.lastDay,
    lowAtMost: parts.terms.lowAtMost,
    total: rowOf(
      tallyRatings(given.map(({ score }) => score)),
      countOf(() => true),
    ),
    bot: rowOf(
      byPerson.get(BOT),
      countOf(({ agent_id }) => agent_id === null),
    ),
    people: people.toSorted((a, b) => b.rated - a.rated || a.name.localeCompare(b.name)),
    teams: TEAMS.map((team) => ({
      team,
      ...rowOf(
        byTeam.get(team),
        countOf(({ skill }) => skill === team),
      ),
    })),
    weeks: weeksOf(given, days, parts.timeZone),
  };
}

/** Fewer could be told apart by who gave them. */
const FEWEST_OWN = 5;

/** What an agent may know of their own: how many gave what, never who or which. */
export async function ownRatings(parts: RatingParts, { staffId }: Actor, asked: DaysAsked): Promise<OwnRatings> {
  const days = daysOf(parts, asked);
  const given = await parts.ratings.within(days);
  const own = given.filter(({ agent_id }) => agent_id === staffId).map(({ score }) => score);
  const figures = own.length < FEWEST_OWN ? null : figuresOf(tallyRatings(own));
  const shown = parts.terms.namedToAgents ? await parts.ratings.page({ ...days, agent: staffId }, { limit: 50 }) : null;
  const ratings = shown && (await ratingItems(parts, shown));
  return { from: days.firstDay, to: days.lastDay, figures, fewest: FEWEST_OWN, ratings };
}

/** A line for each person, the bot and each team. */
export async function ratingsCsv(parts: RatingParts, asked: DaysAsked): Promise<string> {
  const { total, bot, people, teams } = await reportRatings(parts, asked);
  const line = (of: string, name: string, row: RatingRow) => [
    ...[of, name, row.asked, row.rated, ...row.byScore, row.content],
    ...[row.share, row.interval?.low ?? null, row.interval?.high ?? null].map(rounded),
  ];
  return csvFile([
    [
      'of',
      'name',
      'asked',
      'rated',
      'score_1',
      'score_2',
      'score_3',
      'score_4',
      'score_5',
      'content',
      'share',
      'low_95',
      'high_95',
    ],
    line('all', '', total),
    line('bot', '', bot),
    ...people.map((row) => line('person', row.name, row)),
    ...teams.map((row) => line('team', row.team, row)),
  ]);
}

function weeksOf(
  given: readonly { readonly score: number; readonly created_at: number }[],
  { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
  timeZone: string,
): RatingReport['weeks'] {
  const mondayOf = (date: string) => addDays(date, 1 - weekdayOf(date));
  const tallies = tallyRatingsBy(given, ({ created_at }) => mondayOf(localTimeOf(created_at, timeZone).date));
  const weeks: RatingReport['weeks'] = [];
  for (let from = mondayOf(firstDay); from <= lastDay; from = addDays(from, 7)) {
    weeks.push({ from, ...figuresOf(tallies.get(from) ?? tallyRatings([])) });
  }
  return weeks;
}

function rowOf(tally: RatingTally | undefined, asked: number): RatingRow {
  const figures = figuresOf(tally ?? tallyRatings([]));
  // A session rated in these days may have been closed before them.
  return { ...figures, asked: Math.max(asked, figures.rated) };
}

function figuresOf({ byScore, ...tally }: RatingTally): RatingFigures {
  return { ...tally, byScore: [...byScore] };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e4) / 1e4;
}
