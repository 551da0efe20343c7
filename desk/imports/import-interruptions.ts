import { z } from 'zod';
import type { InterruptionRepository } from '../../store/repositories/interruption-repository.ts';
import type { InterruptionTable } from '../../store/tables/reliability-tables.ts';
import { changesOf } from '../../store/upsert-rows.ts';
import { checkRecords, problemAt } from './check-records.ts';
import { type ImportOutcome, type ImportParts, refusedFor, writeImport } from './import-outcome.ts';
import { type ImportFile, readRecords } from './read-records.ts';
import { numberField, textField, timeField, yesNoField } from './record-fields.ts';

export interface InterruptionParts extends ImportParts {
  readonly interruptions: InterruptionRepository;
  /** IANA name; times without an offset are its. */
  readonly timeZone: string;
  readonly areaCodes: ReadonlySet<string>;
}

const MOST_CUSTOMERS = 100_000_000;

/**
 * Takes interruptions in: new ids are added, known ones replaced, those that the file lacks stay. Rejects with StoreError
 * where the store fails.
 */
export async function importInterruptions(parts: InterruptionParts, file: ImportFile): Promise<ImportOutcome> {
  const schema = interruptionRecord(parts);
  const read = readRecords(file, schema.shape);
  const { checked, problems: wrong } = checkRecords(read.records, schema);
  const backwards = checked
    .filter(({ value: { from, to } }) => to !== undefined && to < from)
    .map(({ line }) => ({ line, field: 'to', code: 'before_from' as const }));
  const devices = new Set((await parts.network.devices()).map(({ id }) => id));
  const nowhere = read.records
    .filter(({ fields: { device_id } }) => typeof device_id === 'string' && !devices.has(device_id))
    .map((record) => problemAt(record, 'device_id', 'device_unknown'));
  const problems = [...read.problems, ...wrong, ...backwards, ...nowhere];
  if (problems.length > 0) return refusedFor(problems);
  const wanted = checked.map(({ value }) => rowOf(value));
  const existing = await parts.interruptions.byIds(wanted.map(({ id }) => id));
  const { added, changed, same } = changesOf<InterruptionTable>(existing, wanted);
  return writeImport(parts, {
    what: 'interruptions',
    file: file.name,
    counts: { added: added.length, changed: changed.length, same },
    statements: parts.interruptions.save([...added, ...changed]),
  });
}

function interruptionRecord({ timeZone, areaCodes }: InterruptionParts) {
  return z.strictObject({
    id: textField(100),
    town: textField(20).refine((code) => code.length === TOWN_DIGITS && areaCodes.has(code), 'area_unknown'),
    device_id: textField(100).optional(),
    planned: yesNoField(),
    cause: textField(100).optional(),
    from: timeField(timeZone),
    to: timeField(timeZone).optional(),
    customers: numberField(1, MOST_CUSTOMERS).refine(Number.isInteger, 'not_whole'),
  });
}

const TOWN_DIGITS = 9;

type InterruptionRecord = z.infer<ReturnType<typeof interruptionRecord>>;

function rowOf({ id, town, device_id, planned, cause, from, to, customers }: InterruptionRecord): InterruptionTable {
  return {
    id,
    town_code: town,
    device_id: device_id ?? null,
    planned: planned ? 1 : 0,
    cause: cause ?? null,
    from_at: from,
    to_at: to ?? null,
    customers,
  };
}
