import { z } from 'zod';
import type { PlannedOutageTable } from '../../store/tables/utility-tables.ts';
import { changesOf } from '../../store/upsert-rows.ts';
import { checkRecords, problemAt } from './check-records.ts';
import { type ImportOutcome, type ImportParts, refusedFor, writeImport } from './import-outcome.ts';
import { type ImportFile, readRecords } from './read-records.ts';
import { textField, timeField } from './record-fields.ts';

export interface PlannedOutageParts extends ImportParts {
  /** IANA name; times without an offset are its. */
  readonly timeZone: string;
  /** Codes of the towns (9 digits) and villages (12 digits) that the utility serves. */
  readonly areaCodes: ReadonlySet<string>;
}

/**
 * Takes planned outages in: new ids are added, known ones replaced, those that the file lacks stay. Rejects with StoreError
 * where the store fails.
 */
export async function importPlannedOutages(parts: PlannedOutageParts, file: ImportFile): Promise<ImportOutcome> {
  const schema = plannedRecord(parts);
  const read = readRecords(file, schema.shape);
  const { checked, problems: wrong } = checkRecords(read.records, inOrder(schema));
  const devices = new Set((await parts.network.devices()).map(({ id }) => id));
  const nowhere = read.records
    .filter(({ fields: { device_id } }) => typeof device_id === 'string' && !devices.has(device_id))
    .map((record) => problemAt(record, 'device_id', 'device_unknown'));
  const problems = [...read.problems, ...wrong, ...nowhere];
  if (problems.length > 0) return refusedFor(problems);
  const existing = await parts.outages.plannedByIds(checked.map(({ value }) => value.id));
  const known = new Map(existing.map((row) => [row.id, row]));
  const now = parts.now();
  const wanted = checked.map(({ value }) =>
    rowOf(value, known.get(value.id)?.announced_at ?? Math.min(now, value.from)),
  );
  const { added, changed, same } = changesOf<PlannedOutageTable>(existing, wanted);
  return writeImport(parts, {
    what: 'planned_outages',
    file: file.name,
    counts: { added: added.length, changed: changed.length, same },
    statements: parts.outages.savePlanned([...added, ...changed]),
  });
}

function plannedRecord({ timeZone, areaCodes }: PlannedOutageParts) {
  return z.strictObject({
    id: textField(100),
    device_id: textField(100),
    area_codes: codesField(areaCodes),
    area: textField(300),
    reason: textField(300),
    reason_en: textField(300).optional(),
    from: timeField(timeZone),
    to: timeField(timeZone),
    announced: timeField(timeZone).optional(),
  });
}

type PlannedRecord = z.infer<ReturnType<typeof plannedRecord>>;

/** Told even where other fields are wrong. */
function inOrder(schema: ReturnType<typeof plannedRecord>) {
  const bothTimes = (first: keyof PlannedRecord, second: keyof PlannedRecord) => ({
    when: ({ value }: z.core.ParsePayload) => {
      const given = value as Readonly<Record<string, unknown>>;
      return typeof given[first] === 'number' && typeof given[second] === 'number';
    },
  });
  return schema
    .refine(({ from, to }) => to > from, { path: ['to'], error: 'not_after_from', ...bothTimes('from', 'to') })
    .refine(({ from, announced }) => announced === undefined || announced <= from, {
      path: ['announced'],
      error: 'announced_after_from',
      ...bothTimes('from', 'announced'),
    });
}

/** Codes as a list, in CSV as text with semicolons or spaces between. A village's town is touched with it. */
function codesField(known: ReadonlySet<string>) {
  const listed = z.string().transform((text) => text.split(/[;；,，\s]+/).filter((code) => code !== ''));
  return z
    .union([z.array(z.string()), listed])
    .pipe(z.array(z.string()).min(1, 'required'))
    .refine((codes) => codes.every((code) => known.has(code)), 'area_unknown')
    .transform((codes) => [...new Set(codes.flatMap((code) => [code.slice(0, TOWN_DIGITS), code]))].sort());
}

const TOWN_DIGITS = 9;

function rowOf(
  { from, to, announced, area_codes, reason, reason_en, ...rest }: PlannedRecord,
  announcedAt: number,
): PlannedOutageTable {
  return {
    ...rest,
    area_codes: JSON.stringify(area_codes),
    reason,
    reason_en: reason_en ?? reason,
    from_at: from,
    to_at: to,
    announced_at: announced ?? announcedAt,
  };
}
