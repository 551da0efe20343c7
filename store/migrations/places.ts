import { type Kysely, sql } from 'kysely';
import { createTables } from './create-tables.ts';

/** Places are edited at the desk and closed for a while; landmarks that people name; where a place was lacking. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['closed_from text', 'closed_until text', 'closed_reason text']) {
    await sql.raw(`alter table payment_point add column ${column}`).execute(db);
  }
  await sql.raw('alter table payment_point add column version bigint not null default 1').execute(db);
  await createTables(db, {
    landmark: {
      columns: {
        id: 'text',
        name: 'text',
        name_en: 'text',
        other_names: 'text',
        kind: 'text',
        town_code: 'text',
        lat: 'real',
        lon: 'real',
        version: 'int',
      },
      key: ['id'],
    },
    place_revision: { columns: { id: 'text', revision: 'int' }, key: ['id'] },
    place_need: {
      columns: {
        id: 'text',
        at: 'int',
        reason: 'text',
        given: 'text',
        town_code: 'text',
        lat: 'real',
        lon: 'real',
        services: 'text',
        wanted_date: 'text',
        wanted_minute: 'int',
        nearest_metres: 'int',
      },
      nullable: ['town_code', 'wanted_date', 'wanted_minute', 'nearest_metres'],
      key: ['id'],
      indexes: [{ on: ['at', 'id'] }],
    },
  });
  await sql.raw("insert into place_revision (id, revision) values ('places', 1)").execute(db);
}
