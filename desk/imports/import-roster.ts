import { z } from 'zod';
import { DUTY_QUEUES, maySitOn } from '../../domain/desk/duty.ts';
import type { DutyRepository } from '../../store/repositories/duty-repository.ts';
import type { StaffRepository } from '../../store/repositories/staff-repository.ts';
import type { DutyTable } from '../../store/tables/duty-tables.ts';
import { changesOf } from '../../store/upsert-rows.ts';
import { rolesOf } from '../tickets/ticket-rights.ts';
import { type Checked, checkRecords } from './check-records.ts';
import { type ImportOutcome, type ImportParts, refusedFor, writeImport } from './import-outcome.ts';
import type { ImportProblem } from './import-problem.ts';
import { type ImportFile, readRecords } from './read-records.ts';
import { textField, timeField } from './record-fields.ts';

export interface RosterParts extends ImportParts {
  readonly duties: DutyRepository;
  readonly staff: StaffRepository;
  /** IANA name; times without an offset are its. */
  readonly timeZone: string;
}

/**
 * Takes shifts of the duty roster in: new ids are added, known ones replaced, those that the file lacks stay. Rejects with
 * StoreError where the store fails.
 */
export async function importRoster(parts: RosterParts, file: ImportFile): Promise<ImportOutcome> {
  const schema = shiftRecord(parts);
  const read = readRecords(file, schema.shape);
  const { checked, problems: wrong } = checkRecords(read.records, schema);
  const { placed, problems: unfit } = await withStaff(parts, checked);
  const problems = [...read.problems, ...wrong, ...unfit];
  if (problems.length > 0) return refusedFor(problems);
  const existing = await parts.duties.byIds(placed.map(({ id }) => id));
  const { added, changed, same } = changesOf<DutyTable>(existing, placed);
  return writeImport(parts, {
    what: 'roster',
    file: file.name,
    counts: { added: added.length, changed: changed.length, same },
    statements: parts.duties.save([...added, ...changed]),
  });
}

function shiftRecord({ timeZone }: RosterParts) {
  return z.strictObject({
    id: textField(100),
    login: textField(64),
    queue: z.enum(DUTY_QUEUES, 'queue_unknown'),
    from: timeField(timeZone),
    to: timeField(timeZone),
  });
}

type Shift = z.infer<ReturnType<typeof shiftRecord>>;

/** Shifts with their people, and what is wrong where somebody is not there or may not do the work. */
async function withStaff(
  { staff }: RosterParts,
  shifts: readonly Checked<Shift>[],
): Promise<{ readonly placed: DutyTable[]; readonly problems: ImportProblem[] }> {
  const placed: DutyTable[] = [];
  const problems: ImportProblem[] = [];
  const known = new Map<string, Awaited<ReturnType<StaffRepository['byLogin']>>>();
  for (const login of new Set(shifts.map(({ value }) => value.login))) known.set(login, await staff.byLogin(login));
  for (const { line, value } of shifts) {
    const { id, login, queue, from, to } = value;
    const person = known.get(login);
    if (to <= from) problems.push({ line, field: 'to', code: 'not_after_from' });
    if (!person || person.active === 0) problems.push({ line, field: 'login', code: 'login_unknown', value: login });
    else if (!maySitOn(queue, rolesOf(person.roles))) {
      problems.push({ line, field: 'queue', code: 'queue_not_theirs', value: queue });
    } else placed.push({ id, staff_id: person.id, queue, from_at: from, until_at: to });
  }
  return { placed, problems };
}
