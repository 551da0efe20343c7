import { indicesOf } from '../../domain/reliability/indices.ts';
import { addMonths, monthOf, monthsFrom, startOfMonth } from '../../domain/reliability/months.ts';
import { type Interruption, type Tallies, type Tally, tallyBy, tallyOf } from '../../domain/reliability/tally.ts';
import type { InterruptionRepository } from '../../store/repositories/interruption-repository.ts';
import type { Reliability, ReliabilityRow } from '../../web/protocol/desk/reliability.ts';

export interface ReliabilityParts {
  readonly interruptions: InterruptionRepository;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly timeZone: string;
  readonly sustainedAfterMinutes: number;
  /** Of the whole area served, in the order in which they are shown. */
  readonly towns: readonly Town[];
}

interface Town {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
}

export interface ReliabilityQuery {
  /** YYYY-MM, both included; the twelve months up to this one where absent. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly town?: string | undefined;
}

/** By month and by town. Every month is measured against the customers of today: of those before there is no record. */
export async function showReliability(parts: ReliabilityParts, query: ReliabilityQuery): Promise<Reliability> {
  const period = periodOf(parts, query);
  const { recorded, served } = await readRecorded(parts, period);
  const terms = { sustainedAfterMinutes: parts.sustainedAfterMinutes, now: parts.now() };
  const asked = query.town === undefined ? recorded : recorded.filter(({ town }) => town === query.town);
  const customersServed = query.town === undefined ? sumOf(served.values()) : (served.get(query.town) ?? 0);
  const byMonth = tallyBy(asked, ({ month }) => month, terms);
  const byTown = tallyBy(recorded, ({ town }) => town, terms);
  const nothing = tallyOf([], terms);
  return {
    ...period,
    town: query.town ?? null,
    sustainedAfterMinutes: parts.sustainedAfterMinutes,
    customersServed,
    total: rowOf(tallyOf(asked, terms), customersServed),
    months: monthsFrom(period.from, period.to).map((month) => ({
      month,
      ...rowOf(byMonth.get(month) ?? nothing, customersServed),
    })),
    towns: parts.towns.flatMap(({ code, name }) => {
      const own = served.get(code) ?? 0;
      return own === 0 ? [] : [{ code, name, customersServed: own, ...rowOf(byTown.get(code) ?? nothing, own) }];
    }),
  };
}

interface Recorded extends Interruption {
  readonly town: string;
  readonly month: string;
}

/** Interruptions in the period, each with its month; the customers of each town. */
export async function readRecorded(
  { interruptions, timeZone }: ReliabilityParts,
  { from, to }: { from: string; to: string },
): Promise<{ recorded: readonly Recorded[]; served: ReadonlyMap<string, number> }> {
  const [rows, served] = await Promise.all([
    interruptions.begunWithin(startOfMonth(from, timeZone), startOfMonth(addMonths(to, 1), timeZone)),
    interruptions.customersByTown(),
  ]);
  const recorded = rows.map(({ from_at, to_at, customers, planned, town_code }) => ({
    from: from_at,
    to: to_at,
    customers,
    planned: planned === 1,
    town: town_code,
    month: monthOf(from_at, timeZone),
  }));
  return { recorded, served };
}

const MONTHS_SHOWN = 12;

export function periodOf({ now, timeZone }: ReliabilityParts, query: ReliabilityQuery): { from: string; to: string } {
  const to = query.to ?? monthOf(now(), timeZone);
  return { from: query.from ?? addMonths(to, 1 - MONTHS_SHOWN), to };
}

export function rowOf({ unplanned, planned, momentary }: Tallies, served: number): ReliabilityRow {
  const figures = (tally: Tally) => ({ ...tally, ...indicesOf(tally, served) });
  const { interruptions, customers } = momentary;
  return { unplanned: figures(unplanned), planned: figures(planned), momentary: { interruptions, customers } };
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
