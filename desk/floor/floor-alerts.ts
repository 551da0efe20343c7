import { z } from 'zod';
import { ALERT_KINDS } from '../../domain/floor/floor-terms.ts';
import { type FloorMeasures, measuredAgainst } from '../../domain/floor/judge-thresholds.ts';
import type { FloorAlert as StoredAlert } from '../../store/repositories/floor-repository.ts';
import type { FloorAlert } from '../../web/protocol/desk/floor.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import { measuresOf, readFloor } from './floor-now.ts';
import type { FloorParts } from './floor-parts.ts';

const CLEARED_FOR_MS = 24 * 3_600_000;
const MOST_CLEARED = 20;

/** What has been crossed, with how it stands now, and what was crossed within a day and holds again. */
export async function listFloorAlerts(
  parts: FloorParts,
  measures: FloorMeasures,
): Promise<{ alerts: FloorAlert[]; cleared: FloorAlert[] }> {
  const { floorStore, repositories, now } = parts;
  const [open, cleared] = await Promise.all([
    floorStore.openAlerts(),
    floorStore.clearedAlerts(now() - CLEARED_FOR_MS, MOST_CLEARED),
  ]);
  const names = await repositories.staff.namesOf([...open, ...cleared].flatMap((one) => one.acknowledged_by ?? []));
  const itemsOf = (alerts: readonly StoredAlert[]) =>
    alerts.flatMap((alert) => itemOf(alert, { measures, parts, by: names.get(alert.acknowledged_by ?? '')?.name }));
  return { alerts: itemsOf(open).toSorted((a, b) => rank(a) - rank(b)), cleared: itemsOf(cleared) };
}

/** Danger first, then the newest. */
function rank({ kind }: FloorAlert): number {
  return kind === 'unanswered_danger' ? 0 : 1;
}

/** What has been crossed and nobody has acknowledged, for a word of it on every page. */
export async function openFloorAlerts(parts: FloorParts): Promise<FloorAlert[]> {
  const open = await parts.floorStore.openAlerts();
  if (open.length === 0) return [];
  const { alerts } = await listFloorAlerts(parts, measuresOf(await readFloor(parts)));
  return alerts.filter(({ acknowledgedAt }) => acknowledgedAt === null);
}

export type AcknowledgeOutcome = 'done' | 'unknown_alert' | 'already_acknowledged';

/** Somebody answers for an alert from now on, by name: the first to say so. */
export async function acknowledgeAlert(parts: FloorParts, { staffId }: Actor, id: string): Promise<AcknowledgeOutcome> {
  const { floorStore, database, now } = parts;
  const alert = await floorStore.alert(id);
  if (!alert) return 'unknown_alert';
  if (alert.acknowledged_by === staffId) return 'done';
  const at = now();
  const { ok } = await database.commit([
    floorStore.acknowledge(id, { by: staffId, at }),
    audited(parts, {
      actor: staffId,
      action: 'floor.alert_acknowledged',
      subject: `floor_alert:${id}`,
      at,
      detail: { kind: alert.kind, ...(alert.scope === '' ? {} : { skill: alert.scope }) },
    }),
  ]);
  if (!ok) return 'already_acknowledged';
  tellDesks(parts, { type: 'floor' });
  return 'done';
}

const kinds = z.enum(ALERT_KINDS);
const scopes = z.enum(['fault', 'billing', 'complaint', 'general']);

/** None where it is of a kind that this version does not know. */
function itemOf(
  alert: StoredAlert,
  given: { readonly measures: FloorMeasures; readonly parts: FloorParts; readonly by: string | undefined },
): FloorAlert[] {
  const kind = kinds.safeParse(alert.kind).data;
  if (kind === undefined) return [];
  const measured = measuredAgainst(given.measures, given.parts.floor);
  return [
    {
      id: alert.id,
      kind,
      skill: scopes.safeParse(alert.scope).data ?? null,
      value: alert.value,
      now: measured.find((one) => one.kind === kind && one.scope === alert.scope)?.value ?? null,
      raisedAt: alert.raised_at,
      clearedAt: alert.cleared_at,
      acknowledgedBy: alert.acknowledged_by === null ? null : (given.by ?? alert.acknowledged_by),
      acknowledgedAt: alert.acknowledged_at,
    },
  ];
}
