import { expect } from 'chai';
import { type Kysely, sql } from 'kysely';
import { type Database, statement } from '../../store/database.ts';
import * as firstSchema from '../../store/migrations/first-schema.ts';
import * as ticketClocks from '../../store/migrations/ticket-clocks.ts';
import * as ticketTerms from '../../store/migrations/ticket-terms.ts';
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

for (const [name, open] of Object.entries(BARE_ENGINES)) {
  describe(`tickets from before the clock of dispatch on ${name}`, () => {
    it('know when a crew was first given them, keep what was told, and have their clocks looked at', async function () {
      const bare = await open();
      if (!bare) return this.skip();
      const { database, clear } = bare;
      try {
        const bareQuery = database.query as Kysely<unknown>;
        await firstSchema.up(bareQuery);
        await openedBefore(database, 'closed');
        await openedBefore(database, 'received');
        await ticketClocks.up(bareQuery);
        for (const [seq, at] of [8, 20].entries()) {
          await sql`insert into ticket_event (ticket_id, seq, at, actor, type, data)
            values ('received', ${seq + 1}, ${at}, 'a', 'state', ${'{"from":"received","to":"crew_assigned"}'})`.execute(
            database.query,
          );
        }
        await sql`insert into ticket_notice (ticket_id, clock, level, told, due_at, at, seen_by, seen_at)
          values ('received', 'arrival', 'breach', 'responsible', 30, 31, null, null)`.execute(database.query);
        await sql`update ticket set look_at = null`.execute(database.query);
        await ticketTerms.up(bareQuery);
        const rows = await database.query
          .selectFrom('ticket')
          .select(['id', 'dispatched_at', 'look_at', 'important'])
          .orderBy('id')
          .execute();
        expect(rows).to.deep.equal([
          { id: 'closed', dispatched_at: null, look_at: null, important: 0 },
          { id: 'received', dispatched_at: 8, look_at: 7, important: 0 },
        ]);
        const notices = await database.query.selectFrom('ticket_notice').selectAll().execute();
        expect(notices).to.have.length(1);
        expect(notices[0]).to.include({ clock: 'arrival', level: 'breach', due_at: 30, seen_by: null });
        const again = { ...notices[0], due_at: 60 };
        const { ok } = await database.commit([
          statement(database.query.insertInto('ticket_notice').values(again as never)),
        ]);
        expect(ok, 'another time at which it is due').to.equal(true);
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
