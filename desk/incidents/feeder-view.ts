import { type Evidence, gatherEvidence, type PlacedWord } from '../../domain/incidents/gather-evidence.ts';
import { speaksOfSupply } from '../../domain/incidents/speaks-of-supply.ts';
import type { StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { FeederTicket, StoredWord } from '../../store/repositories/report-repository.ts';
import type { Extent, Feeder } from './feeder.ts';
import type { InferringParts } from './incident-parts.ts';
import type { StoredReading } from './stored-reading.ts';

/** All that is known of a feeder at a moment. */
export interface FeederView {
  readonly feeder: Feeder;
  readonly at: number;
  readonly standing: readonly StoredIncident[];
  /** Open ones upstream of it, by which all of it is dark. */
  readonly upstream: readonly StoredIncident[];
  /** What is dark by standing incidents, by device. */
  readonly extents: ReadonlyMap<string, Extent>;
  readonly tickets: readonly FeederTicket[];
  readonly words: readonly StoredWord[];
  readonly evidence: Evidence;
  /** Devices known to be off: whose incident it is, or null for planned work. */
  readonly dark: ReadonlyMap<string, StoredIncident | null>;
  /** Devices that a crew has found sound. */
  readonly sound: readonly string[];
}

/** From so probable a place on, a report is taken to come from there. */
const CERTAIN = 0.9;
const WORDS_COUNT_MS = 3 * 3_600_000;
/** An inferred incident that has stood so long is taken as it is: what comes later is another matter. */
export const SETTLED_MS = 90 * 60_000;

type Parts = Pick<InferringParts, 'incidents' | 'reports' | 'looks' | 'outages' | 'network' | 'reading'>;

export async function viewFeeder(parts: Parts, feeder: Feeder, at: number): Promise<FeederView> {
  const [standing, upstream, tickets, words, again, findings, planned] = await Promise.all([
    parts.incidents.openOfFeeder(feeder.id),
    parts.incidents.openAtDevices(feeder.above),
    parts.reports.openOnFeeder(feeder.id),
    parts.reports.wordsOnFeeder(feeder.id, at - WORDS_COUNT_MS),
    parts.reports.suppliedAgain(feeder.id, at - WORDS_COUNT_MS),
    parts.looks.findings(feeder.id, at),
    parts.outages.plannedFrom(at),
  ]);
  const dark = new Map<string, StoredIncident | null>();
  for (const { device_id, from_at } of planned) {
    if (from_at > at) continue;
    if (feeder.deviceById.has(device_id)) dark.set(device_id, null);
    else if (feeder.above.includes(device_id)) dark.set(feeder.id, null);
  }
  for (const incident of upstream) dark.set(feeder.id, incident);
  for (const incident of standing) {
    const { device_id } = incident;
    if (device_id !== null && feeder.deviceById.has(device_id) && isFixed(incident, at)) dark.set(device_id, incident);
  }
  // What a person has put on an incident elsewhere, or found to be no fault of the network, tells nothing here.
  const here = new Set([...standing, ...upstream].map(({ id }) => id));
  const speaking = tickets.filter(
    ({ by_hand, incident_id, state }) => by_hand !== 1 || state === 'returned' || here.has(incident_id ?? ''),
  );
  const placing = { feeder, reading: parts.reading };
  const spoken = [
    ...speaking.flatMap((ticket) => reportOf(placing, ticket)),
    ...words.flatMap((word) => wordOf(feeder, word)),
    ...again.flatMap((answer) => placedWord(placing, { ...answer, ticketId: null, kind: 'has_power', asked: true })),
  ].sort((one, other) => one.at - other.at);
  return {
    feeder,
    at,
    standing,
    upstream,
    extents: await extentsOf(parts, standing),
    tickets,
    words,
    dark,
    evidence: gatherEvidence(feeder, spoken, new Set(dark.keys())),
    sound: findings.filter(({ found }) => found === 'sound').map(({ device_id }) => device_id),
  };
}

async function extentsOf(
  { network }: Pick<Parts, 'network'>,
  standing: readonly StoredIncident[],
): Promise<ReadonlyMap<string, Extent>> {
  const devices = [...new Set(standing.flatMap(({ device_id }) => device_id ?? []))];
  const extents = await Promise.all(devices.map((device) => network.extentOf(device)));
  return new Map(
    devices.flatMap((device, at) => {
      const extent = extents[at];
      return extent ? [[device, extent] as const] : [];
    }),
  );
}

/** Inference leaves it where it is. */
export function isFixed({ pinned, state, started_at, device_id }: StoredIncident, at: number): boolean {
  return pinned === 1 || state === 'confirmed' || (device_id !== null && at - started_at > SETTLED_MS);
}

interface Placing {
  readonly feeder: Feeder;
  readonly reading: StoredReading;
}

function reportOf(placing: Placing, ticket: FeederTicket): PlacedWord[] {
  const { id, kind, facts, candidates } = ticket;
  if (!speaksOfSupply(kind, facts === null ? null : placing.reading.facts(facts))) return [];
  return placedWord(placing, { ticketId: id, kind: 'no_power', asked: false, at: darkSince(ticket), candidates });
}

/** With those of its candidates that hang on the feeder; nothing where none does. */
function placedWord(
  { feeder, reading }: Placing,
  { candidates, ...word }: Omit<PlacedWord, 'candidates'> & { readonly candidates: string },
): PlacedWord[] {
  const here = reading.candidates(candidates).flatMap(({ premisesId, probability }) => {
    const customer = feeder.customerOf.get(premisesId);
    return customer === undefined ? [] : [{ customer, weight: probability }];
  });
  const [best] = here;
  if (!best) return [];
  // That a call may be a mistake, inference reckons with; what is as good as certain is the quicker taken in so.
  return [{ ...word, candidates: best.weight >= CERTAIN ? [{ ...best, weight: 1 }] : here }];
}

/** Whoever is dark again after the others had supply back tells of a fault of its own. */
export function darkSince({
  state,
  created_at,
  updated_at,
}: Pick<FeederTicket, 'state' | 'created_at' | 'updated_at'>): number {
  return state === 'returned' ? updated_at : created_at;
}

function wordOf(feeder: Feeder, { kind, asked, at, premises_id }: StoredWord): PlacedWord[] {
  const customer = feeder.customerOf.get(premises_id);
  return customer === undefined
    ? []
    : [{ ticketId: null, kind, asked: asked === 1, at, candidates: [{ customer, weight: 1 }] }];
}
