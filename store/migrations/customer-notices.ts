import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { createTables } from './create-tables.ts';

/** Customers are told of their tickets without asking; accounts registered for life support are reached step by step. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table ticket add column former_id text').execute(db);
  await sql
    .raw('create index customer_special_need_some on customer (special_need) where special_need is not null')
    .execute(db);
  await createTables(db, {
    ticket_follower: {
      columns: {
        ticket_id: 'text',
        conversation_id: 'text',
        since_at: 'int',
        told: 'text',
        changed_at: 'int',
        look_at: 'int',
        last_told_at: 'int',
        at_night: 'int',
      },
      nullable: ['changed_at', 'look_at', 'last_told_at'],
      key: ['ticket_id', 'conversation_id'],
      indexes: [{ on: ['look_at'], where: 'look_at is not null' }, { on: ['conversation_id'] }],
    },
    contact_ladder: {
      columns: {
        account_id: 'text',
        cause_kind: 'text',
        cause_id: 'text',
        state: 'text',
        look_at: 'int',
        messaged_at: 'int',
        answer: 'text',
        answered_at: 'int',
        call_ticket_id: 'text',
        acknowledged_by: 'text',
        ended_at: 'int',
      },
      nullable: ['look_at', 'answer', 'answered_at', 'call_ticket_id', 'acknowledged_by', 'ended_at'],
      key: ['account_id', 'cause_id'],
      indexes: [
        { on: ['look_at'], where: 'look_at is not null' },
        { on: ['cause_id'] },
        // Nobody is reached twice at the same time, whatever shows that they are dark.
        { on: ['account_id'], unique: true, where: 'ended_at is null' },
      ],
    },
  });
  await followOpenFaults(db as Kysely<Tables>);
}

/** Who reported a fault that is still open hears of it from now on; what has happened before stays untold. */
async function followOpenFaults(db: Kysely<Tables>): Promise<void> {
  await sql`insert into ticket_follower (ticket_id, conversation_id, since_at, told, at_night)
    select id, conversation_id, created_at, case
      when state in ('acknowledged', 'returned') then '{"stage":"accepted","etaAt":null}'
      when state in ('crew_assigned', 'en_route', 'on_site') then '{"stage":"crew","etaAt":null}'
      when state = 'restored' then '{"stage":"restored","etaAt":null}'
      else '{"stage":"received","etaAt":null}' end, 0
    from ticket where kind = 'fault' and conversation_id is not null and closed_at is null`.execute(db);
}
