import type { Statement } from '../../store/database.ts';
import type { StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import { blankIncident } from './blank-incident.ts';
import {
  type ChangingIncident,
  changeIncident,
  type IncidentDesk,
  type IncidentMatter,
  type IncidentOutcome,
  regraded,
} from './incident-change.ts';
import type { IncidentParts } from './incident-parts.ts';

/** What a crew has found counts so long. */
const FINDING_COUNTS_MS = 6 * 3_600_000;

interface Said {
  readonly cause?: string | undefined;
  readonly note?: string | undefined;
}

/** A person says that the device has failed: the probable one, or another. */
export function confirmIncident(
  at: IncidentDesk,
  actor: Actor,
  given: ChangingIncident & Said & { readonly device?: string | undefined },
): Promise<IncidentOutcome> {
  return changeIncident(at, actor, { ...given, move: 'confirm' }, async ({ incident, tickets, at: now }) => {
    const device = given.device ?? incident.device_id;
    const placed = device === null ? null : await placeOf(at.on, device);
    if (device === null || placed === null) return 'unknown_device';
    const { cause, note } = given;
    return {
      columns: {
        state: 'confirmed',
        pinned: 1,
        probability: 1,
        explanation: confirmedExplanation(),
        device_id: device,
        feeder_id: placed.feederId,
        within_id: null,
        ...(cause ? { cause } : {}),
        ...regraded(at.on, { extent: placed.extent, probability: 1, tickets }),
      },
      entry: { type: 'confirmed', data: { device, ...(cause ? { cause } : {}), ...(note ? { note } : {}) } },
      also: [finding(at.on, { device, placed, found: 'failed', incident, actor, now })],
      feeders: [placed.feederId],
    };
  });
}

/** The device is sound, so that inference looks elsewhere; or there is no fault of the network at all. */
export function rejectIncident(
  at: IncidentDesk,
  actor: Actor,
  given: ChangingIncident & { readonly what: 'device' | 'incident'; readonly note: string },
): Promise<IncidentOutcome> {
  return changeIncident(at, actor, { ...given, move: 'reject' }, async (matter) => {
    const { incident, tickets, at: now } = matter;
    const device = incident.device_id;
    const placed = device === null ? null : await placeOf(at.on, device);
    const sound =
      device === null || placed === null
        ? []
        : [finding(at.on, { device, placed, found: 'sound', incident, actor, now })];
    const entry = {
      type: 'rejected',
      data: { ...(device === null ? {} : { device }), note: given.note, what: given.what },
    };
    if (given.what === 'incident') {
      // Its tickets stay with it by hand: they are loose, and tell inference nothing any more.
      const held = at.on.incidents.join(
        incident.id,
        tickets.map(({ id }) => id),
        { at: now, byHand: true },
      );
      return { columns: { state: 'rejected', closed_at: now, pinned: 1 }, entry, also: [...sound, ...held] };
    }
    if (device === null) return 'unknown_device';
    const nowhere = { state: 'probable', pinned: 0, device_id: null, probability: 0, origin: 'inferred' } as const;
    const columns = regraded(at.on, { extent: null, probability: 0, tickets });
    return { columns: { ...nowhere, ...columns }, entry, also: sound };
  });
}

/**
 * Opens one by hand; its number, or null where the network lacks the device. `also`: what else stands or falls with it;
 * null too where that is refused.
 */
export async function openIncident(
  { desk, on }: IncidentDesk,
  { staffId }: Pick<Actor, 'staffId'>,
  { device, cause, note }: Said & { readonly device: string },
  also: (opened: Omit<StoredIncident, 'responsible_id'>) => readonly Statement[] = () => [],
): Promise<string | null> {
  const placed = await placeOf(on, device);
  if (placed === null) return null;
  for (;;) {
    const at = on.now();
    const row = byHand(on, { device, feederId: placed.feederId, at, cause: cause ?? null });
    const graded = {
      ...row,
      ...regraded(on, { extent: placed.extent, probability: 1, tickets: [] }),
    };
    const { version: _version, responsible_id: _responsible, ...columns } = graded;
    const data = { device, probability: 1, ...(note ? { note } : {}) };
    const outcome = await desk.database.commit([
      ...on.incidents.add(columns, { at, actor: staffId, type: 'opened', data }),
      ...also({ ...columns, version: 1 }),
      on.looks.lookAt(placed.feederId, at),
      audited(desk, { actor: staffId, action: 'incident_opened', subject: `incident:${row.id}`, at }),
    ]);
    if (outcome.ok) {
      tellDesks(desk, { type: 'incident', incidentId: row.id, feederId: placed.feederId });
      return row.number;
    }
    if (outcome.refusal !== 'incident_number') return null;
    // Another has drawn the same number.
  }
}

/** An incident that a person opens: confirmed, and left where it is. */
export function byHand(
  on: Pick<IncidentParts, 'newId' | 'newNumber'>,
  { device, feederId, at, cause }: { device: string; feederId: string; at: number; cause: string | null },
): StoredIncident {
  return {
    ...blankIncident({ id: on.newId(), number: on.newNumber(), at }),
    state: 'confirmed',
    origin: 'person',
    pinned: 1,
    probability: 1,
    explanation: JSON.stringify({ reasons: [{ code: 'opened_by_hand', values: {} }], alternatives: [] }),
    device_id: device,
    feeder_id: feederId,
    cause,
  };
}

/** Where a device hangs; null where the network lacks it. */
export async function placeOf(on: Pick<IncidentParts, 'network'>, device: string) {
  const feederId = await on.network.feederOf(device);
  const extent = await on.network.extentOf(device);
  return feederId === null || extent === null ? null : { feederId, extent };
}

function confirmedExplanation(): string {
  return JSON.stringify({ reasons: [{ code: 'confirmed', values: {} }], alternatives: [] });
}

function finding(
  on: Pick<IncidentParts, 'looks'>,
  given: {
    readonly device: string;
    readonly placed: { readonly feederId: string };
    readonly found: 'failed' | 'sound';
    readonly incident: IncidentMatter['incident'];
    readonly actor: Actor;
    readonly now: number;
  },
) {
  return on.looks.find({
    device_id: given.device,
    feeder_id: given.placed.feederId,
    found: given.found,
    incident_id: given.incident.id,
    by_id: given.actor.staffId,
    at: given.now,
    until_at: given.now + FINDING_COUNTS_MS,
  });
}
