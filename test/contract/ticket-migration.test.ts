import { expect } from 'chai';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../store/database.ts';
import * as firstSchema from '../../store/migrations/first-schema.ts';
import * as ticketClocks from '../../store/migrations/ticket-clocks.ts';
import { BARE_ENGINES } from './bare-engines.ts';

for (const [name, open] of Object.entries(BARE_ENGINES)) {
  describe(`tickets from before the field's states on ${name}`, () => {
    it('keep their place under the new names, and have their clocks looked at while they are open', async function () {
      const bare = await open();
      if (!bare) return this.skip();
      const { database, clear } = bare;
      try {
        const bareQuery = database.query as Kysely<unknown>;
        await firstSchema.up(bareQuery);
        const states = ['received', 'dispatched', 'accepted', 'arrived', 'repaired', 'called_back', 'closed'];
        for (const state of states) await openedBefore(database, state);
        await ticketClocks.up(bareQuery);
        const rows = await database.query
          .selectFrom('ticket')
          .select(['id', 'state', 'look_at', 'chases', 'zone'])
          .orderBy('id')
          .execute();
        const kept = Object.fromEntries(rows.map(({ id, state, look_at }) => [id, [state, look_at]]));
        expect(kept).to.deep.equal({
          received: ['received', 7],
          dispatched: ['crew_assigned', 7],
          accepted: ['crew_assigned', 7],
          arrived: ['on_site', 7],
          repaired: ['restored', 7],
          called_back: ['restored', 7],
          closed: ['closed', null],
        });
        expect(rows.every(({ chases, zone }) => chases === 0 && zone === null)).to.equal(true);
      } finally {
        await database.close();
        await clear();
      }
    });
  });
}

async function openedBefore(database: Database, state: string): Promise<void> {
  const closedAt = state === 'closed' ? 9 : null;
  await sql`insert into ticket
    (id, number, kind, state, severity, reasons, description, responsible_role, version, created_at, updated_at, closed_at)
    values (${state}, ${state}, 'fault', ${state}, 'P3', '[]', '', 'dispatcher', 1, 7, 7, ${closedAt})`.execute(
    database.query,
  );
}
