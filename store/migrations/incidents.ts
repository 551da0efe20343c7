import { type Kysely, sql } from 'kysely';
import { createTables } from './create-tables.ts';

const NEW_COLUMNS = [
  "number text not null default ''",
  'feeder_id text',
  "origin text not null default 'system'",
  'pinned bigint not null default 1',
  'probability double precision not null default 1',
  `explanation text not null default '{"reasons":[],"alternatives":[]}'`,
  'customers bigint not null default 0',
  "severity text not null default 'P3'",
  'life_at_risk bigint not null default 0',
  'life_support bigint not null default 0',
  "critical_sites text not null default '[]'",
  'started_at bigint not null default 0',
  'eta_set_by text',
  'crew text',
  'responsible_id text',
  'within_id text',
  'merged_into text',
  'closed_at bigint',
  'updated_at bigint not null default 0',
  'version bigint not null default 1',
];

/** Incidents are inferred from reports that are placed on the network, worked on, and answered for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of NEW_COLUMNS) await sql.raw(`alter table incident add column ${column}`).execute(db);
  await sql`update incident set number = id, started_at = opened_at, updated_at = opened_at`.execute(db);
  await sql.raw('create unique index incident_number on incident (number)').execute(db);
  await sql.raw('create index incident_feeder_id_some on incident (feeder_id) where closed_at is null').execute(db);
  await sql.raw('create index premises_lat on premises (lat)').execute(db);
  await createTables(db, {
    incident_ticket: {
      columns: { ticket_id: 'text', incident_id: 'text', joined_at: 'int', by_hand: 'int' },
      key: ['ticket_id'],
      indexes: [{ on: ['incident_id'] }],
    },
    incident_event: {
      columns: { incident_id: 'text', seq: 'int', at: 'int', actor: 'text', type: 'text', data: 'text' },
      key: ['incident_id', 'seq'],
    },
    report_place: {
      columns: {
        ticket_id: 'text',
        ticket_version: 'int',
        key: 'text',
        by: 'text',
        candidates: 'text',
        unknown: 'real',
        placed_at: 'int',
      },
      nullable: ['by'],
      key: ['ticket_id'],
    },
    report_feeder: {
      columns: { ticket_id: 'text', feeder_id: 'text', weight: 'real' },
      key: ['ticket_id', 'feeder_id'],
      indexes: [{ on: ['feeder_id'] }],
    },
    supply_word: {
      columns: {
        id: 'text',
        premises_id: 'text',
        kind: 'text',
        asked: 'int',
        conversation_id: 'text',
        at: 'int',
        feeder_id: 'text',
      },
      nullable: ['conversation_id', 'feeder_id'],
      key: ['id'],
      indexes: [{ on: ['feeder_id', 'at'] }],
    },
    device_finding: {
      columns: {
        device_id: 'text',
        feeder_id: 'text',
        found: 'text',
        incident_id: 'text',
        by_id: 'text',
        at: 'int',
        until_at: 'int',
      },
      nullable: ['feeder_id', 'incident_id'],
      key: ['device_id'],
      indexes: [{ on: ['feeder_id'] }],
    },
    feeder_look: {
      columns: { feeder_id: 'text', due_at: 'int', revision: 'int' },
      nullable: ['due_at'],
      key: ['feeder_id'],
      indexes: [{ on: ['due_at'], where: 'due_at is not null' }],
    },
  });
}
