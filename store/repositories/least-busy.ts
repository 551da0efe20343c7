import { sql } from 'kysely';
import { DUTY_ROLES, type DutyQueue } from '../../domain/desk/duty.ts';
import type { TicketTable } from '../tables/work-tables.ts';

export interface Wanted {
  readonly role: TicketTable['responsible_role'];
  readonly queue: DutyQueue;
  readonly at: number;
}

const DAY = 86_400_000;
/** Whoever has a shift so near is on the roster, and at work only while it lasts. */
const ROSTERED_DAYS = 14;

/**
 * Who is to answer for work now: an id, or null where nobody is there at all. First whoever the roster has on duty for the
 * queue; then those of the role who keep no roster; then who is on duty as the person above; then those of the role whose
 * shift it is not; then the supervisors. Among equals those who administer the system come last, then whoever has more.
 */
export function leastBusy({ role, queue, at }: Wanted) {
  return sql<string | null>`(
    select staff.id from staff
    where staff.active = 1 and (${holds([role, 'supervisor'])} or ${isOn(queue, at)} or ${isOn('supervision', at)})
    order by
      case
        when ${isOn(queue, at)} and ${holds(DUTY_ROLES[queue])} then 0
        when ${holds([role])} and not ${isRostered(queue, at)} then 1
        when ${isOn('supervision', at)} and ${holds(DUTY_ROLES.supervision)} then 2
        when ${holds([role])} then 3
        when ${holds(['supervisor'])} then 4
        else 5
      end,
      case when ${holds(['admin'])} then 1 else 0 end,
      (select count(*) from ticket as other where other.responsible_id = staff.id and other.closed_at is null),
      staff.id
    limit 1)`;
}

/** Whether the person whose id stands in a column is on duty for a queue. */
export function isOnDuty(column: string, { queue, at }: Pick<Wanted, 'queue' | 'at'>) {
  return sql<boolean>`exists (
    select 1 from duty where duty.staff_id = ${sql.ref(column)} and duty.queue = ${queue}
      and duty.from_at <= ${at} and duty.until_at > ${at})`;
}

function isOn(queue: DutyQueue, at: number) {
  return isOnDuty('staff.id', { queue, at });
}

function isRostered(queue: DutyQueue, at: number) {
  return sql<boolean>`exists (
    select 1 from duty where duty.staff_id = staff.id and duty.queue = ${queue}
      and duty.until_at > ${at - ROSTERED_DAYS * DAY} and duty.from_at < ${at + ROSTERED_DAYS * DAY})`;
}

function holds(roles: readonly string[]) {
  const any = roles.map((role) => sql`staff.roles like ${`%"${role}"%`}`);
  return sql<boolean>`(${sql.join(any, sql` or `)})`;
}
