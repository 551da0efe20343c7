import type { z } from 'zod';
import type { Statement } from '../../store/database.ts';
import type { Landmark, LandmarkRepository } from '../../store/repositories/landmark-repository.ts';
import type { PaymentPoint, PaymentPointRepository } from '../../store/repositories/payment-point-repository.ts';
import type { PlaceRevision } from '../../store/repositories/place-revision.ts';
import { changesOf } from '../../store/upsert-rows.ts';
import { checkRecords } from './check-records.ts';
import { type ImportOutcome, type ImportParts, writeImport } from './import-outcome.ts';
import type { ImportProblem } from './import-problem.ts';
import { landmarkRecord, type PlaceTerms, pointRecord } from './place-records.ts';
import { comparable, landmarkRow, pointRow } from './place-rows.ts';
import { type ImportFile, readRecords } from './read-records.ts';

export interface PlaceImportParts
  extends Pick<ImportParts, 'database' | 'audit' | 'now' | 'newId' | 'actor' | 'checkOnly'> {
  readonly points: PaymentPointRepository;
  readonly landmarks: LandmarkRepository;
  readonly revision: PlaceRevision;
  readonly places: PlaceTerms;
}

/** What a file would change: rows that are new, and those that are there otherwise. */
export interface PlaceChanges<R> {
  readonly kind: 'read';
  readonly added: readonly R[];
  readonly changed: readonly { readonly before: R; readonly after: R }[];
  readonly same: number;
}
type Refused = { readonly kind: 'refused'; readonly problems: readonly ImportProblem[] };

/**
 * Takes payment points in, vans with the times of their stops among them: new ids are added, known ones replaced, those that the file
 * lacks stay. Rejects with StoreError where the store fails.
 */
export async function importPaymentPoints(parts: PlaceImportParts, file: ImportFile): Promise<ImportOutcome> {
  const read = await readPaymentPoints(parts, file);
  return read.kind === 'refused'
    ? read
    : writePlaces(parts, { what: 'payment_points', file, read, save: (rows) => parts.points.save(rows) });
}

export async function importLandmarks(parts: PlaceImportParts, file: ImportFile): Promise<ImportOutcome> {
  const read = await readLandmarks(parts, file);
  return read.kind === 'refused'
    ? read
    : writePlaces(parts, { what: 'landmarks', file, read, save: (rows) => parts.landmarks.save(rows) });
}

/** What a file of payment points would change, without anything being written. */
export async function readPaymentPoints(
  { points, places }: Pick<PlaceImportParts, 'points' | 'places'>,
  file: ImportFile,
): Promise<PlaceChanges<PaymentPoint> | Refused> {
  const existing = (await points.all()).map(comparable);
  return readPlaces(file, { schema: pointRecord(places), existing, rowOf: pointRow, check: closureProblem });
}

export async function readLandmarks(
  { landmarks, places }: Pick<PlaceImportParts, 'landmarks' | 'places'>,
  file: ImportFile,
): Promise<PlaceChanges<Landmark> | Refused> {
  return readPlaces(file, { schema: landmarkRecord(places), existing: await landmarks.all(), rowOf: landmarkRow });
}

interface Reading<T, R> {
  readonly schema: z.ZodType<T> & { readonly shape: z.ZodRawShape };
  readonly existing: readonly R[];
  readonly rowOf: (record: T, version: number) => R;
  readonly check?: (record: T) => Omit<ImportProblem, 'line'> | null;
}

function readPlaces<T extends { readonly id: string }, R extends { readonly id: string; readonly version: number }>(
  file: ImportFile,
  { schema, existing, rowOf, check }: Reading<T, R>,
): PlaceChanges<R> | Refused {
  const read = readRecords(file, schema.shape);
  const { checked, problems: wrong } = checkRecords(read.records, schema);
  const further = checked.flatMap(({ line, value }) => {
    const problem = check?.(value);
    return problem ? [{ line, ...problem }] : [];
  });
  const problems = [...read.problems, ...wrong, ...further];
  if (problems.length > 0) return { kind: 'refused', problems: problems.toSorted((a, b) => a.line - b.line) };
  const known = new Map(existing.map((row) => [row.id, row]));
  const wanted = checked.map(({ value }) => rowOf(value, known.get(value.id)?.version ?? 1));
  const { added, changed, same } = changesOf<R>(existing, wanted);
  const pairs = changed.flatMap((after) => {
    const before = known.get(after.id);
    return before ? [{ before, after: { ...after, version: before.version + 1 } }] : [];
  });
  return { kind: 'read', added, changed: pairs, same };
}

/** An end, or a reason, without a beginning; an end before it. */
export function closureProblem(record: {
  readonly closed_from?: string | undefined;
  readonly closed_until?: string | undefined;
  readonly closed_reason?: string | undefined;
}): Omit<ImportProblem, 'line'> | null {
  const { closed_from, closed_until, closed_reason } = record;
  if (closed_from === undefined) {
    return closed_until === undefined && closed_reason === undefined
      ? null
      : { field: 'closed_from', code: 'required' };
  }
  return closed_until !== undefined && closed_until < closed_from
    ? { field: 'closed_until', code: 'before_from' }
    : null;
}

async function writePlaces<R extends PaymentPoint | Landmark>(
  parts: PlaceImportParts,
  {
    what,
    file,
    read,
    save,
  }: {
    readonly what: 'payment_points' | 'landmarks';
    readonly file: ImportFile;
    readonly read: PlaceChanges<R>;
    readonly save: (rows: readonly R[]) => Statement[];
  },
): Promise<ImportOutcome> {
  const { added, changed, same } = read;
  return writeImport(parts, {
    what,
    file: file.name,
    counts: { added: added.length, changed: changed.length, same },
    statements: [...save([...added, ...changed.map(({ after }) => after)]), parts.revision.raise()],
  });
}
