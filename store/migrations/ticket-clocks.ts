import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { createTables } from './create-tables.ts';

/** Tickets move through the field's states against clocks; people are told once of each that runs out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['zone text', 'crew text', 'first_responder text', 'arrived_at bigint', 'resolved_at bigint']) {
    await sql.raw(`alter table ticket add column ${column}`).execute(db);
  }
  await sql.raw('alter table ticket add column chases bigint not null default 0').execute(db);
  await sql.raw('alter table ticket add column look_at bigint').execute(db);
  await sql.raw('create index ticket_look_at_some on ticket (look_at) where look_at is not null').execute(db);
  await sql
    .raw('create index ticket_responsible_id_some on ticket (responsible_id) where closed_at is null')
    .execute(db);
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
      key: ['ticket_id', 'clock', 'level', 'told'],
      indexes: [{ on: ['at'], where: 'seen_at is null' }],
    },
  });
  await renameStates(db as Kysely<Tables>);
}

const RENAMED = {
  dispatched: 'crew_assigned',
  accepted: 'crew_assigned',
  arrived: 'on_site',
  repaired: 'restored',
  called_back: 'restored',
} as const;

async function renameStates(db: Kysely<Tables>): Promise<void> {
  for (const [from, to] of Object.entries(RENAMED)) {
    await sql`update ticket set state = ${to} where state = ${from}`.execute(db);
  }
  await db
    .updateTable('ticket')
    .set(({ ref }) => ({ look_at: ref('created_at') }))
    .where('closed_at', 'is', null)
    .execute();
}
