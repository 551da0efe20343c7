import type { z } from 'zod';
import type { PlaceImportAnswer, placeImportSchema } from '../../web/protocol/desk/place.ts';
import type { Actor } from '../actor.ts';
import type { PlaceChanges, PlaceImportParts } from '../imports/import-places.ts';
import { importLandmarks, importPaymentPoints, readLandmarks, readPaymentPoints } from '../imports/import-places.ts';
import type { ImportProblem } from '../imports/import-problem.ts';
import { changedFields } from './changed-fields.ts';
import type { PlaceParts } from './place-parts.ts';

/** So many changes and problems are shown; all of them count. */
const MOST_SHOWN = 200;
const MOST_PROBLEMS = 500;

/** A file typed or chosen at the desk: what it would change, and once more to have it done, all or nothing. */
export async function importAtDesk(
  { desk, points, landmarks, revision, terms }: PlaceParts,
  actor: Actor,
  { what, file, text, check }: z.infer<typeof placeImportSchema>,
): Promise<PlaceImportAnswer> {
  const parts: PlaceImportParts = {
    ...{ database: desk.database, audit: desk.repositories.audit, now: desk.now, newId: desk.newId },
    ...{ points, landmarks, revision, places: terms(), actor: actor.staffId, checkOnly: check },
  };
  const given = { name: `${file.replace(/\.csv$/i, '')}.csv`, bytes: new TextEncoder().encode(text) };
  const read = await (what === 'places' ? readPaymentPoints(parts, given) : readLandmarks(parts, given));
  if (read.kind === 'refused') return refused(read.problems);
  const done = check
    ? null
    : await (what === 'places' ? importPaymentPoints(parts, given) : importLandmarks(parts, given));
  if (done?.kind === 'refused') return refused(done.problems);
  const counts = done ?? { added: read.added.length, changed: read.changed.length, same: read.same };
  return {
    outcome: check ? 'checked' : 'imported',
    ...{ added: counts.added, changed: counts.changed, same: counts.same },
    changes: changesOf(read),
    problems: [],
  };
}

function changesOf({
  added,
  changed,
}: PlaceChanges<{ readonly id: string; readonly name: string }>): PlaceImportAnswer['changes'] {
  return [
    ...added.map((row) => ({ id: row.id, name: row.name, isNew: true, fields: [] })),
    ...changed.map(({ before, after }) => ({
      id: after.id,
      name: after.name,
      isNew: false,
      fields: changedFields(before, after),
    })),
  ].slice(0, MOST_SHOWN);
}

function refused(problems: readonly ImportProblem[]): PlaceImportAnswer {
  return {
    outcome: 'refused',
    ...{ added: 0, changed: 0, same: 0, changes: [] },
    problems: problems
      .slice(0, MOST_PROBLEMS)
      .map(({ line, field, code, value }) => ({ line, field, code, value: value ?? null })),
  };
}
