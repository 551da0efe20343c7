import type { FigureShares, ServiceFigures } from '../../web/protocol/desk/figures.ts';
import { type CsvCell, csvFile } from '../csv-file.ts';
import type { FigureParts } from './figure-parts.ts';
import { type FiguresQuery, showFigures } from './figures.ts';

const COLUMNS = [
  ...['of', 'name', 'sessions', 'waited', 'waited_median_s', 'waited_p90_s', 'within_term', 'given_up'],
  ...['first_response_median_s', 'first_response_p90_s', 'handled', 'handled_median_s', 'handled_p90_s'],
  ...['first_contact_of', 'first_contact', 'first_contact_low_95', 'first_contact_high_95', 'transfers', 'transferred'],
  ...['rated', 'content', 'content_low_95', 'content_high_95'],
  ...['standard_of', 'standard_kept', 'standard_low_95', 'standard_high_95'],
];

/** A line for all, the bot, each person, team, hour and day, and for each service standard. */
export async function figuresCsv(parts: FigureParts, query: FiguresQuery): Promise<string> {
  const { total, bot, people, teams, hours, days, standards } = await showFigures(parts, query);
  return csvFile([
    COLUMNS,
    lineOf('all', null, total),
    lineOf('bot', null, bot),
    ...people.map((row) => lineOf('person', row.name, row)),
    ...teams.map((row) => lineOf('team', row.team, row)),
    ...hours.map((row) => lineOf('hour', row.hour, row)),
    ...days.map((row) => lineOf('day', row.day, row)),
    ...Object.entries(standards).map(([clock, kept]) => standardLine(clock, kept)),
  ]);
}

function lineOf(of: string, name: CsvCell, row: ServiceFigures): CsvCell[] {
  const { waited, firstResponse, handled, atFirstContact, content } = row;
  return [
    ...[of, name, row.sessions, waited.count, seconds(waited.median), seconds(waited.ninth)],
    ...[rounded(row.withinTerm.share), row.givenUp, seconds(firstResponse.median), seconds(firstResponse.ninth)],
    ...[handled.count, seconds(handled.median), seconds(handled.ninth)],
    ...[atFirstContact.count, rounded(atFirstContact.share)],
    ...[rounded(atFirstContact.interval?.low), rounded(atFirstContact.interval?.high)],
    ...[row.transfers, row.transferred, content.count, rounded(content.share)],
    ...[rounded(content.interval?.low), rounded(content.interval?.high)],
    ...[null, null, null, null],
  ];
}

/** A service standard has none of the columns of sessions. */
function standardLine(clock: string, { count, share, interval }: FigureShares): CsvCell[] {
  const own = [count, rounded(share), rounded(interval?.low), rounded(interval?.high)];
  return ['standard', clock, ...Array.from({ length: COLUMNS.length - 2 - own.length }, () => null), ...own];
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 1000);
}

function rounded(share: number | null | undefined): number | null {
  return share == null ? null : Math.round(share * 1e4) / 1e4;
}
