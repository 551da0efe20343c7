import { z } from 'zod';
import { DEVICE_KINDS } from '../../domain/faults/device-kinds.ts';
import type { NetworkDeviceTable } from '../../store/tables/utility-tables.ts';
import { changesOf } from '../../store/upsert-rows.ts';
import { type Checked, checkRecords, problemAt } from './check-records.ts';
import { type ImportOutcome, type ImportParts, refusedFor, writeImport } from './import-outcome.ts';
import type { ImportProblem, ImportRecord } from './import-problem.ts';
import { type ImportFile, readRecords } from './read-records.ts';
import { numberField, textField } from './record-fields.ts';

const deviceRecord = z.strictObject({
  id: textField(100),
  kind: z.enum(DEVICE_KINDS, 'kind_unknown'),
  parent_id: textField(100).optional(),
  name: textField(200),
  lat: numberField(-90, 90),
  lon: numberField(-180, 180),
});

/**
 * Takes devices in: new ids are added, known ones replaced, those that the file lacks stay. Parents may stand in the file, in
 * any order, or be there already. Rejects with StoreError where the store fails.
 */
export async function importNetwork(parts: ImportParts, file: ImportFile): Promise<ImportOutcome> {
  const read = readRecords(file, deviceRecord.shape);
  const { checked, problems: wrong } = checkRecords(read.records, deviceRecord);
  const existing = await parts.network.devices();
  const rows = checked.map(({ line, value }) => ({ line, value: { ...value, parent_id: value.parent_id ?? null } }));
  // A parent may stand on a line that is wrong for other reasons: it is not missing then.
  const named = new Set([...existing.map(({ id }) => id), ...read.records.map(({ fields }) => fields.id)]);
  const problems = [
    ...read.problems,
    ...wrong,
    ...parentProblems(read.records, named),
    ...circleProblems(rows, existing),
  ];
  if (problems.length > 0) return refusedFor(problems);
  const wanted = rows.map(({ value }) => value);
  const { added, changed, same } = changesOf<NetworkDeviceTable>(existing, wanted);
  return writeImport(parts, {
    what: 'network',
    file: file.name,
    counts: { added: added.length, changed: changed.length, same },
    statements: parts.network.save([...added, ...changed]),
  });
}

type DeviceLine = Checked<NetworkDeviceTable>;

function parentProblems(records: readonly ImportRecord[], named: ReadonlySet<unknown>): ImportProblem[] {
  return records
    .filter(({ fields: { parent_id } }) => typeof parent_id === 'string' && !named.has(parent_id))
    .map((record) => problemAt(record, 'parent_id', 'parent_unknown'));
}

/** Each circle is told once, at the first of its devices that stands in the file. */
function circleProblems(rows: readonly DeviceLine[], existing: readonly NetworkDeviceTable[]): ImportProblem[] {
  const parents = new Map(existing.map(({ id, parent_id }) => [id, parent_id]));
  for (const { value } of rows) parents.set(value.id, value.parent_id);
  const settled = new Set<string>();
  const problems: ImportProblem[] = [];
  for (const { line, value } of rows) {
    const climb = new Set<string>();
    let at: string | null = value.id;
    while (at !== null && !settled.has(at) && !climb.has(at)) {
      climb.add(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && climb.has(at)) problems.push(circleAt(line, value, { climb, at, rows }));
    for (const id of climb) settled.add(id);
  }
  return problems;
}

/** The climb may have led into a circle from below: the line that closes it is one of the circle's own. */
function circleAt(
  line: number,
  value: NetworkDeviceTable,
  { climb, at, rows }: { climb: ReadonlySet<string>; at: string; rows: readonly DeviceLine[] },
): ImportProblem {
  const order = [...climb];
  const circle = new Set(order.slice(order.indexOf(at)));
  const own = rows.find(({ value: { id } }) => circle.has(id)) ?? { line, value };
  return { line: own.line, field: 'parent_id', code: 'upstream_of_itself', value: own.value.parent_id ?? '' };
}
