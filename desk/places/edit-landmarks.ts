import type { z } from 'zod';
import type { Landmark as LandmarkRow } from '../../store/repositories/landmark-repository.ts';
import type { Landmark, landmarkCreateSchema, landmarkEditSchema } from '../../web/protocol/desk/place.ts';
import type { Actor } from '../actor.ts';
import { audited } from '../audited.ts';
import { changedFields } from './changed-fields.ts';
import type { PlaceEdit } from './edit-places.ts';
import type { PlaceParts } from './place-parts.ts';

export async function addLandmark(
  parts: PlaceParts,
  actor: Actor,
  landmark: z.infer<typeof landmarkCreateSchema>,
): Promise<PlaceEdit> {
  if (!parts.terms().areaCodes.has(landmark.townCode)) return { kind: 'area_unknown' };
  const after = rowOf(landmark.id, landmark, 1);
  const saved = await write(parts, actor, { action: 'landmark.added', before: null, after });
  return saved ? { kind: 'saved' } : { kind: 'id_taken' };
}

export async function editLandmark(
  parts: PlaceParts,
  actor: Actor,
  { id, edit }: { id: string; edit: z.infer<typeof landmarkEditSchema> },
): Promise<PlaceEdit> {
  if (!parts.terms().areaCodes.has(edit.townCode)) return { kind: 'area_unknown' };
  const before = await parts.landmarks.byId(id);
  if (!before) return { kind: 'unknown' };
  if (before.version !== edit.version) return { kind: 'place_changed' };
  const saved = await write(parts, actor, { action: 'landmark.changed', before, after: rowOf(id, edit, edit.version) });
  return saved ? { kind: 'saved' } : { kind: 'place_changed' };
}

export async function removeLandmark(
  parts: PlaceParts,
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<PlaceEdit> {
  const before = await parts.landmarks.byId(id);
  if (!before) return { kind: 'unknown' };
  if (before.version !== version) return { kind: 'place_changed' };
  const saved = await write(parts, actor, { action: 'landmark.removed', before, after: null });
  return saved ? { kind: 'saved' } : { kind: 'place_changed' };
}

interface Change {
  readonly action: string;
  readonly before: LandmarkRow | null;
  readonly after: LandmarkRow | null;
}

async function write(parts: PlaceParts, actor: Actor, { action, before, after }: Change): Promise<boolean> {
  const { desk, landmarks, revision } = parts;
  const id = after?.id ?? before?.id ?? '';
  const detail = { fields: changedFields(before, after) };
  const line = audited(desk, { actor: actor.staffId, action, subject: `landmark:${id}`, at: desk.now(), detail });
  const change =
    after === null
      ? landmarks.remove(id, before?.version ?? 0)
      : before === null
        ? landmarks.add(after)
        : landmarks.change(id, withoutId(after));
  return (await desk.database.commit([change, revision.raise(), line])).ok;
}

function withoutId({ id: _id, ...columns }: LandmarkRow): Omit<LandmarkRow, 'id'> {
  return columns;
}

function rowOf(id: string, landmark: Omit<Landmark, 'id' | 'version'>, version: number): LandmarkRow {
  const { name, nameEn, otherNames, kind, townCode, lat, lon } = landmark;
  return {
    id,
    name,
    name_en: nameEn,
    other_names: JSON.stringify(otherNames),
    kind,
    town_code: townCode,
    lat,
    lon,
    version,
  };
}

/** A row as it goes over the wire. */
export function landmarkOf({
  id,
  name,
  name_en,
  other_names,
  kind,
  town_code,
  lat,
  lon,
  version,
}: LandmarkRow): Landmark {
  return {
    id,
    name,
    nameEn: name_en,
    otherNames: JSON.parse(other_names) as string[],
    kind,
    townCode: town_code,
    lat,
    lon,
    version,
  };
}
