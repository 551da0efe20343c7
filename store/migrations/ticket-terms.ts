import { type Kysely, sql } from 'kysely';
import { createTables } from './create-tables.ts';

const COLUMNS = [
  ...['dispatched_at bigint', 'returned_at bigint', 'redispatched_at bigint', 'contacted_at bigint'],
  ...['important bigint not null default 0', 'at_risk_at bigint', 'overdue_at bigint'],
];

/**
 * Clocks of dispatch, of the call back and of other work than faults; what is told of a clock goes by when it is due, so
 * that a corrected zone or another round is told of too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of COLUMNS) await sql.raw(`alter table ticket add column ${column}`).execute(db);
  for (const column of ['at_risk_at', 'overdue_at']) {
    await sql
      .raw(`create index ticket_${column}_some on ticket (${column}) where closed_at is null and ${column} is not null`)
      .execute(db);
  }
  await sql`update ticket set dispatched_at = (
    select min(at) from ticket_event
    where ticket_id = ticket.id and type = 'state' and data like '%"to":"crew_assigned"%')`.execute(db);
  await sql`update ticket set look_at = created_at where closed_at is null`.execute(db);
  await widenNoticeKey(db);
}

async function widenNoticeKey(db: Kysely<unknown>): Promise<void> {
  await sql`drop index ticket_notice_at_some`.execute(db);
  await sql`alter table ticket_notice rename to ticket_notice_before`.execute(db);
  // PostgreSQL keeps the name of the key, which the new table is to have.
  await sql`create table ticket_notice_kept as select * from ticket_notice_before`.execute(db);
  await sql`drop table ticket_notice_before`.execute(db);
  await createTables(db, {
    ticket_notice: {
      columns: {
        ticket_id: 'text',
        clock: 'text',
        level: 'text',
        told: 'text',
        due_at: 'int',
        at: 'int',
        seen_by: 'text',
        seen_at: 'int',
      },
      nullable: ['seen_by', 'seen_at'],
      key: ['ticket_id', 'clock', 'level', 'told', 'due_at'],
      indexes: [{ on: ['at'], where: 'seen_at is null' }],
    },
  });
  await sql`insert into ticket_notice (ticket_id, clock, level, told, due_at, at, seen_by, seen_at)
    select ticket_id, clock, level, told, due_at, at, seen_by, seen_at from ticket_notice_kept`.execute(db);
  await sql`drop table ticket_notice_kept`.execute(db);
}
