import { monthsFrom } from '../../domain/reliability/months.ts';
import { tallyBy, tallyOf } from '../../domain/reliability/tally.ts';
import type { ReliabilityRow } from '../../web/protocol/desk/reliability.ts';
import { periodOf, type ReliabilityParts, type ReliabilityQuery, readRecorded, rowOf } from './reliability.ts';

const COLUMNS = [
  'month',
  'town_code',
  'town',
  'customers_served',
  ...['unplanned', 'planned'].flatMap((kind) =>
    ['interruptions', 'customers', 'customer_minutes', 'saifi', 'saidi_minutes', 'caidi_minutes'].map(
      (name) => `${kind}_${name}`,
    ),
  ),
  'momentary_interruptions',
  'momentary_customers',
];

/** A line for each month and town with customers (RFC 4180, with the mark by which spreadsheets know UTF-8). */
export async function reliabilityCsv(parts: ReliabilityParts, query: ReliabilityQuery): Promise<string> {
  const period = periodOf(parts, query);
  const { recorded, served } = await readRecorded(parts, period);
  const terms = { sustainedAfterMinutes: parts.sustainedAfterMinutes, now: parts.now() };
  const tallies = tallyBy(recorded, ({ month, town }) => `${month} ${town}`, terms);
  const nothing = tallyOf([], terms);
  const towns = parts.towns.filter(({ code }) => served.has(code) && (query.town ?? code) === code);
  const lines = monthsFrom(period.from, period.to).flatMap((month) =>
    towns.map(({ code, name }) => {
      const customers = served.get(code) ?? 0;
      const row = rowOf(tallies.get(`${month} ${code}`) ?? nothing, customers);
      return [month, code, quoted(name.zh), customers, ...cellsOf(row)].join(',');
    }),
  );
  return `\uFEFF${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function cellsOf({ unplanned, planned, momentary }: ReliabilityRow): (string | number)[] {
  const figures = [unplanned, planned].flatMap(({ interruptions, customers, customerMinutes, saifi, saidi, caidi }) => [
    interruptions,
    customers,
    rounded(customerMinutes),
    rounded(saifi),
    rounded(saidi),
    rounded(caidi),
  ]);
  return [...figures, momentary.interruptions, momentary.customers];
}

/** To a millionth; empty where there is no value. */
function rounded(value: number | null): string {
  return value === null ? '' : String(Math.round(value * 1e6) / 1e6);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
