import { DUTY_QUEUES, type DutyQueue, maySitOn } from '../../domain/desk/duty.ts';
import { hasRight } from '../../domain/desk/rights.ts';
import { addDays, localTimeOf, momentOf } from '../../domain/local-time.ts';
import type { Duty as StoredDuty } from '../../store/repositories/duty-repository.ts';
import type { Staff } from '../../store/repositories/staff-repository.ts';
import type { Duty, DutyEdit, Roster } from '../../web/protocol/desk/roster.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { DaysAsked } from '../local-days.ts';
import { rolesOf } from '../tickets/ticket-rights.ts';

const MOST_SHIFTS = 1000;
const DAYS_SHOWN = 14;

export type DutyRefusal = 'unknown_duty' | 'unknown_staff' | 'not_after_from';

/** The shifts of some local days, the coming fortnight where none are asked for. */
export async function showRoster(parts: DeskParts, actor: Actor, asked: DaysAsked): Promise<Roster> {
  const { repositories, standards, now } = parts;
  const { timeZone } = standards.calendar;
  const at = now();
  const from = asked.from ?? localTimeOf(at, timeZone).date;
  const to = asked.to ?? addDays(from, DAYS_SHOWN - 1);
  const stretch = {
    from: momentOf({ date: from, minute: 0 }, timeZone),
    before: momentOf({ date: addDays(to, 1), minute: 0 }, timeZone),
  };
  const [found, staff, onDuty] = await Promise.all([
    repositories.duties.within(stretch, MOST_SHIFTS + 1),
    repositories.staff.active(),
    Promise.all(DUTY_QUEUES.map(async (queue) => [queue, await repositories.duties.on(queue, at)] as const)),
  ]);
  const names = new Map(staff.map((one) => [one.id, one.name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return {
    from,
    to,
    duties: found.slice(0, MOST_SHIFTS).map((duty) => dutyOf(duty, nameOf(duty.staff_id))),
    more: found.length > MOST_SHIFTS,
    now: Object.fromEntries(onDuty.map(([queue, ids]) => [queue, ids.map(nameOf)])) as Roster['now'],
    people: hasRight(actor.roles, 'roster.edit') ? staff.flatMap(rosterable) : [],
  };
}

/** Puts somebody on duty. */
export async function addDuty(parts: DeskParts, actor: Actor, edit: DutyEdit): Promise<Duty | DutyRefusal> {
  return write(parts, actor, { id: parts.newId(), edit, action: 'duty.added' });
}

/** Puts another shift in a shift's place. */
export async function changeDuty(
  parts: DeskParts,
  actor: Actor,
  { id, edit }: { readonly id: string; readonly edit: DutyEdit },
): Promise<Duty | DutyRefusal> {
  if (!(await parts.repositories.duties.byId(id))) return 'unknown_duty';
  return write(parts, actor, { id, edit, action: 'duty.changed' });
}

/** Takes a shift off the roster. */
export async function removeDuty(parts: DeskParts, actor: Actor, id: string): Promise<'done' | DutyRefusal> {
  const { repositories, database, now } = parts;
  const duty = await repositories.duties.byId(id);
  if (!duty) return 'unknown_duty';
  const line = { actor: actor.staffId, action: 'duty.removed', subject: `duty:${id}`, at: now() };
  const { ok } = await database.commit([
    repositories.duties.remove(id),
    audited(parts, { ...line, detail: detailOf(duty) }),
  ]);
  if (!ok) return 'unknown_duty';
  tellDesks(parts, { type: 'content' });
  return 'done';
}

interface Writing {
  readonly id: string;
  readonly edit: DutyEdit;
  readonly action: 'duty.added' | 'duty.changed';
}

async function write(parts: DeskParts, actor: Actor, { id, edit, action }: Writing): Promise<Duty | DutyRefusal> {
  const { repositories, database, now } = parts;
  const { staffId, queue, from, until } = edit;
  if (until <= from) return 'not_after_from';
  const staff = (await repositories.staff.active()).find((one) => one.id === staffId);
  if (!staff || !maySitOn(queue, rolesOf(staff.roles))) return 'unknown_staff';
  const duty: StoredDuty = { id, staff_id: staffId, queue, from_at: from, until_at: until };
  const line = { actor: actor.staffId, action, subject: `duty:${id}`, at: now() };
  await database.commit([...repositories.duties.save([duty]), audited(parts, { ...line, detail: detailOf(duty) })]);
  tellDesks(parts, { type: 'content' });
  return dutyOf(duty, staff.name);
}

function detailOf({ staff_id, queue, from_at, until_at }: StoredDuty): Record<string, string | number> {
  return { staff: staff_id, queue, from: from_at, until: until_at };
}

function dutyOf({ id, staff_id, queue, from_at, until_at }: StoredDuty, name: string): Duty {
  return { id, staffId: staff_id, name, queue, from: from_at, until: until_at };
}

/** Somebody who may be on duty, and for what. */
function rosterable({ id, name, roles }: Pick<Staff, 'id' | 'name' | 'roles'>): Roster['people'] {
  const held = rolesOf(roles);
  const queues: DutyQueue[] = DUTY_QUEUES.filter((queue) => maySitOn(queue, held));
  return queues.length === 0 ? [] : [{ id, name, queues }];
}
