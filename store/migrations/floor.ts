import { type Kysely, sql } from 'kysely';
import { createTables } from './create-tables.ts';

/** Supervisors see the floor: since when people are there, what staff have yet to hear, and thresholds that were crossed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table agent_presence add column since_at bigint not null default 0').execute(db);
  await sql.raw('update agent_presence set since_at = seen_at').execute(db);
  await sql.raw('alter table service_session add column shown_as text').execute(db);
  await createTables(db, {
    staff_word: {
      columns: {
        id: 'text',
        to_id: 'text',
        from_id: 'text',
        kind: 'text',
        session_id: 'text',
        conversation_id: 'text',
        seq: 'int',
        at: 'int',
        heard_at: 'int',
      },
      nullable: ['heard_at'],
      key: ['id'],
      indexes: [{ on: ['to_id'], where: 'heard_at is null' }, { on: ['session_id', 'at'] }],
    },
    floor_alert: {
      columns: {
        id: 'text',
        kind: 'text',
        scope: 'text',
        value: 'int',
        threshold: 'int',
        raised_at: 'int',
        cleared_at: 'int',
        acknowledged_by: 'text',
        acknowledged_at: 'int',
      },
      nullable: ['cleared_at', 'acknowledged_by', 'acknowledged_at'],
      key: ['id'],
      indexes: [{ on: ['kind', 'scope'], unique: true, where: 'cleared_at is null' }, { on: ['raised_at'] }],
    },
  });
}
