import { type Kysely, sql } from 'kysely';

/** A bill keeps the tariff that it was made by, which an account may leave; a household may get free kWh. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table account add column free_kwh bigint not null default 0').execute(db);
  await sql.raw("alter table bill add column tariff text not null default ''").execute(db);
  await sql
    .raw('update bill set tariff = (select account.tariff from account where account.id = bill.account_id)')
    .execute(db);
}
