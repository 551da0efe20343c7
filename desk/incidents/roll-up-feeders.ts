import { isSourceFault } from '../../domain/incidents/source-fault.ts';
import { isOver, isRestored } from '../../domain/tickets/ticket-states.ts';
import type { StoredIncident } from '../../store/repositories/incident-repository.ts';
import { tellDesks } from '../announce.ts';
import { blankIncident } from './blank-incident.ts';
import { extentColumns } from './extent-columns.ts';
import { CLAIM } from './incident-claim.ts';
import type { InferringParts } from './incident-parts.ts';

/**
 * Opens an incident at a source whose feeders have all tripped together. It takes in their tickets but for those of
 * emergencies; the feeders' own incidents go into it, or stay within it, when their feeders are looked at next.
 */
export async function rollUpFeeders(parts: InferringParts): Promise<void> {
  const tripped = await parts.incidents.trippedFeeders();
  const sources = new Map<string, StoredIncident[]>();
  for (const incident of tripped) {
    const feeder = await parts.network.device(incident.feeder_id ?? '');
    const source = feeder?.parent_id ?? null;
    if (source !== null) sources.set(source, [...(sources.get(source) ?? []), incident]);
  }
  for (const [source, incidents] of sources) {
    if ((await parts.incidents.openAtDevices([source])).length > 0) continue;
    const feeders = await parts.network.feedersBelow(source);
    const starts = incidents.map(({ feeder_id, started_at }) => ({ feederId: feeder_id ?? '', startedAt: started_at }));
    if (isSourceFault(feeders, starts)) await openAtSource(parts, source, incidents);
  }
}

async function openAtSource(parts: InferringParts, source: string, feeders: readonly StoredIncident[]): Promise<void> {
  const { incidents, network, looks, database, claims, holder } = parts;
  const at = parts.now();
  const plain = feeders.filter(({ severity, life_at_risk }) => severity !== 'P1' && life_at_risk === 0);
  const [extent, feederId] = await Promise.all([network.extentOf(source), network.feederOf(source)]);
  const tickets = (await incidents.tickets(plain.map(({ id }) => id))).filter(
    // What a person has put together stays together.
    ({ state, by_hand }) => !isOver(state) && !isRestored(state) && by_hand === 0,
  );
  if (extent === null || feederId === null || tickets.length === 0) return;
  const id = parts.newId();
  const probability = Math.min(...feeders.map((feeder) => feeder.probability));
  const row = {
    ...blankIncident({ id, number: parts.newNumber(), at }),
    device_id: source,
    feeder_id: feederId,
    started_at: Math.min(...feeders.map(({ started_at }) => started_at)),
    probability,
    explanation: JSON.stringify({
      reasons: [{ code: 'all_feeders', values: { feeders: feeders.length } }],
      alternatives: [],
    }),
    ...extentColumns({
      areas: parts.areas,
      known: extent,
      probability,
      tickets: tickets.map(({ severity, reasons }) => ({ severity, reasons: parts.reading.reasons(reasons) })),
    }),
  };
  const { version: _version, responsible_id: _responsible, ...columns } = row;
  const data = { device: source, probability, from: feeders.map(({ number }) => number) };
  const { ok } = await database.commit([
    claims.fence(CLAIM, holder),
    ...incidents.add(columns, { at, actor: 'system', type: 'opened', data }),
    ...incidents.join(
      id,
      tickets.map((ticket) => ticket.id),
      { at, byHand: false },
    ),
    ...feeders.flatMap(({ feeder_id }) => (feeder_id === null ? [] : [looks.lookAt(feeder_id, at)])),
  ]);
  if (ok) tellDesks(parts, { type: 'incident', incidentId: id, feederId });
}
