import { expect } from 'chai';
import { type Kysely, sql } from 'kysely';
import * as billTerms from '../../store/migrations/bill-terms.ts';
import * as firstSchema from '../../store/migrations/first-schema.ts';
import { BARE_ENGINES } from './bare-engines.ts';

for (const [name, open] of Object.entries(BARE_ENGINES)) {
  describe(`bills from before they kept their tariff on ${name}`, () => {
    it('take that of their account, which gets no free kWh', async function () {
      const bare = await open();
      if (!bare) return this.skip();
      const { database, clear } = bare;
      try {
        const bareQuery = database.query as Kysely<unknown>;
        await firstSchema.up(bareQuery);
        for (const [id, tariff] of [
          ['A1', 'residential_tou'],
          ['A2', 'commercial'],
        ]) {
          await sql`insert into account (id, number, customer_id, premises_id, tariff, state, opened_at)
            values (${id}, ${id}, 'C', 'P', ${tariff}, 'active', 0)`.execute(database.query);
          await sql`insert into bill
            (id, account_id, period, from_at, to_at, reading_from, reading_to, estimated, kwh, amount_fen, paid_fen, issued_at, due_at)
            values (${id}, ${id}, '2026-10', 0, 1, 0, 5, 0, 5, 300, 0, 1, 2)`.execute(database.query);
        }
        await billTerms.up(bareQuery);
        const bills = await database.query.selectFrom('bill').select(['id', 'tariff']).orderBy('id').execute();
        expect(bills.map(({ id, tariff }) => [id, tariff])).to.deep.equal([
          ['A1', 'residential_tou'],
          ['A2', 'commercial'],
        ]);
        const accounts = await database.query.selectFrom('account').select('free_kwh').execute();
        expect(accounts.map(({ free_kwh }) => free_kwh)).to.deep.equal([0, 0]);
      } finally {
        await database.close();
        await clear();
      }
    });
  });
}
