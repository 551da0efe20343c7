import type { Statement } from '../../store/database.ts';
import type { StoredWord, UnplacedTicket } from '../../store/repositories/report-repository.ts';
import { CLAIM } from './incident-claim.ts';
import type { InferringParts } from './incident-parts.ts';

const AT_A_TIME = 50;

type Parts = Pick<
  InferringParts,
  'database' | 'reports' | 'incidents' | 'looks' | 'network' | 'placement' | 'placer' | 'claims' | 'holder' | 'now'
>;

/**
 * Finds where reports come from that are new or have changed since a moment, and has the feeders looked at that they may
 * concern; a page at a time. True where there may be more.
 */
export async function placeNewReports(parts: Parts, since: number): Promise<boolean> {
  const [tickets, words] = await Promise.all([
    parts.reports.toPlace(since, AT_A_TIME),
    parts.reports.newWords(AT_A_TIME),
  ]);
  if (tickets.length === 0 && words.length === 0) return false;
  const touched = new Set<string>();
  const statements: Statement[] = [];
  for (const ticket of tickets) statements.push(...(await placeTicket(parts, ticket, touched)));
  for (const word of words) statements.push(await placeWord(parts, word, touched));
  const ids = tickets.map(({ id }) => id);
  for (const feeder of await parts.reports.feedersOf(ids)) touched.add(feeder);
  for (const feeder of await parts.incidents.feedersOfTickets(ids)) touched.add(feeder);
  const at = parts.now();
  await parts.database.commit([
    parts.claims.fence(CLAIM, parts.holder),
    ...statements,
    ...[...touched].map((feeder) => parts.looks.lookAt(feeder, at)),
  ]);
  return tickets.length === AT_A_TIME || words.length === AT_A_TIME;
}

async function placeTicket(parts: Parts, ticket: UnplacedTicket, touched: Set<string>): Promise<Statement[]> {
  const { id, version, place, lat, lon, account_id, description } = ticket;
  const position = lat === null || lon === null ? null : { lat, lon };
  // Without a place, the customer's own words may still name one.
  const words = place ?? (position === null && account_id === null ? description : null);
  const key = JSON.stringify([words, lat, lon, account_id]);
  if (key === ticket.placed_key) return [parts.reports.seen({ id, version })];
  const found = await parts.placer.place({ place: words, position, accountId: account_id });
  const feeders = new Map<string, number>();
  for (const { premisesId, probability } of found.candidates) {
    const device = found.deviceOf(premisesId);
    const feeder = device === null ? null : await parts.network.feederOf(device);
    if (feeder !== null) feeders.set(feeder, (feeders.get(feeder) ?? 0) + probability);
  }
  for (const feeder of feeders.keys()) touched.add(feeder);
  const row = {
    ticket_id: id,
    ticket_version: version,
    key,
    by: found.by,
    candidates: JSON.stringify(found.candidates),
    unknown: found.unknown,
    placed_at: parts.now(),
  };
  return parts.reports.place(row, feeders);
}

async function placeWord(parts: Parts, { id, premises_id }: StoredWord, touched: Set<string>): Promise<Statement> {
  const [premises] = await parts.placement.byIds([premises_id]);
  const feeder = premises ? await parts.network.feederOf(premises.device_id) : null;
  if (feeder !== null) touched.add(feeder);
  return parts.reports.placeWord(id, feeder ?? '');
}
