import type { z } from 'zod';
import { parseOpeningHours } from '../../store/places/parse-opening-hours.ts';
import type { PaymentPoint } from '../../store/repositories/payment-point-repository.ts';
import type { Place, PlaceDraft, placeCreateSchema, placeEditSchema } from '../../web/protocol/desk/place.ts';
import type { Actor } from '../actor.ts';
import { audited } from '../audited.ts';
import { changedFields } from './changed-fields.ts';
import type { PlaceParts } from './place-parts.ts';

export type PlaceEdit =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'id_taken' }
  | { readonly kind: 'place_changed' }
  | { readonly kind: 'hours_unreadable' | 'area_unknown' | 'not_after_from' };

/** Adds a place; customers find it with their next question. */
export async function addPlace(
  parts: PlaceParts,
  actor: Actor,
  place: z.infer<typeof placeCreateSchema>,
): Promise<PlaceEdit> {
  const wrong = wrongIn(parts, place);
  if (wrong) return { kind: wrong };
  const after = rowOf(place.id, place, 1);
  const saved = await write(parts, actor, { action: 'place.added', before: null, after });
  return saved ? { kind: 'saved' } : { kind: 'id_taken' };
}

/** Changes a place, or closes it for a while. */
export async function editPlace(
  parts: PlaceParts,
  actor: Actor,
  { id, edit }: { id: string; edit: z.infer<typeof placeEditSchema> },
): Promise<PlaceEdit> {
  const wrong = wrongIn(parts, edit);
  if (wrong) return { kind: wrong };
  const before = await parts.points.byId(id);
  if (!before) return { kind: 'unknown' };
  if (before.version !== edit.version) return { kind: 'place_changed' };
  const saved = await write(parts, actor, { action: 'place.changed', before, after: rowOf(id, edit, edit.version) });
  return saved ? { kind: 'saved' } : { kind: 'place_changed' };
}

/** Takes a place away; what it was stays in the audit log. */
export async function removePlace(
  parts: PlaceParts,
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<PlaceEdit> {
  const before = await parts.points.byId(id);
  if (!before) return { kind: 'unknown' };
  if (before.version !== version) return { kind: 'place_changed' };
  const saved = await write(parts, actor, { action: 'place.removed', before, after: null });
  return saved ? { kind: 'saved' } : { kind: 'place_changed' };
}

interface Change {
  readonly action: string;
  readonly before: PaymentPoint | null;
  readonly after: PaymentPoint | null;
}

async function write(parts: PlaceParts, actor: Actor, { action, before, after }: Change): Promise<boolean> {
  const { desk, points, revision } = parts;
  const id = after?.id ?? before?.id ?? '';
  const detail = { fields: changedFields(before, after) };
  const line = audited(desk, { actor: actor.staffId, action, subject: `place:${id}`, at: desk.now(), detail });
  const change =
    after === null
      ? points.remove(id, before?.version ?? 0)
      : before === null
        ? points.add(after)
        : points.change(id, withoutId(after));
  return (await desk.database.commit([change, revision.raise(), line])).ok;
}

function withoutId({ id: _id, ...columns }: PaymentPoint): Omit<PaymentPoint, 'id'> {
  return columns;
}

function wrongIn(
  { terms }: PlaceParts,
  place: PlaceDraft,
): 'hours_unreadable' | 'area_unknown' | 'not_after_from' | null {
  const { areaCodes, calendar } = terms();
  if (!areaCodes.has(place.townCode)) return 'area_unknown';
  if (!parseOpeningHours(place.hours, calendar).ok) return 'hours_unreadable';
  const { closure } = place;
  return closure?.until && closure.until < closure.from ? 'not_after_from' : null;
}

function rowOf(id: string, place: PlaceDraft, version: number): PaymentPoint {
  return {
    id,
    name: place.name,
    name_en: place.nameEn,
    kind: place.kind,
    address: place.address,
    town_code: place.townCode,
    lat: place.lat,
    lon: place.lon,
    hours: place.hours,
    services: JSON.stringify([...new Set(place.services)].sort()),
    phone: place.phone,
    closed_from: place.closure?.from ?? null,
    closed_until: place.closure?.until ?? null,
    closed_reason: place.closure?.reason ?? null,
    version,
  };
}

/** A row as it goes over the wire. */
export function placeOf(point: PaymentPoint): Place {
  const { closed_from, closed_until, closed_reason } = point;
  return {
    id: point.id,
    name: point.name,
    nameEn: point.name_en,
    kind: point.kind,
    address: point.address,
    townCode: point.town_code,
    lat: point.lat,
    lon: point.lon,
    hours: point.hours,
    services: JSON.parse(point.services) as Place['services'],
    phone: point.phone,
    closure: closed_from === null ? null : { from: closed_from, until: closed_until, reason: closed_reason ?? '' },
    version: point.version,
  };
}
