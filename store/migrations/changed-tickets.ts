import { type Kysely, sql } from 'kysely';

/** Tickets that have changed lately are found among millions: incidents are brought up to date by them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index ticket_updated_at on ticket (updated_at)').execute(db);
}
