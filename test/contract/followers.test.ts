import { expect } from 'chai';
import { statement } from '../../store/database.ts';
import { FollowerRepository } from '../../store/repositories/follower-repository.ts';
import type { Ticket } from '../../store/repositories/ticket-book.ts';
import type { IncidentTable } from '../../store/tables/incident-tables.ts';
import { openTicket } from '../channels/integration-api/open-ticket.ts';
import { DeskRig, RIG_NOW } from '../desk/desk-rig.ts';
import { ENGINES } from './engines.ts';

const HOUR = 3_600_000;
const LATER = RIG_NOW + 2 * HOUR;
const A_TIME = { eta_at: LATER, eta_source: 'crew', eta_set_at: RIG_NOW };

for (const engine of ENGINES) {
  describe(`followers of tickets in incidents on ${engine.name}`, () => {
    let opened: DeskRig | undefined;
    let drawn = 0;
    before(async function () {
      const database = await engine.open();
      if (!database) return this.skip();
      opened = new DeskRig(database);
    });
    after(() => opened?.close());

    function rig(): DeskRig {
      if (!opened) throw new Error('the engine is not open');
      return opened;
    }
    const followers = () => new FollowerRepository(rig().database);
    /** A ticket that belongs to an incident and is followed; which conversations are to be looked at after a look. */
    async function lookAfter(given: {
      incident: Partial<IncidentTable>;
      ticket?: Partial<Ticket>;
      told?: { stage: string; etaAt: number | null };
      since?: number;
    }) {
      drawn += 1;
      const [id, conversation_id] = [`incident-${drawn}`, `conversation-${drawn}`];
      const { database } = rig();
      const number = await openTicket(rig(), {});
      const { id: ticket_id } = await database.query
        .selectFrom('ticket')
        .select('id')
        .where('number', '=', number)
        .executeTakeFirstOrThrow();
      await database.commit([
        statement(
          database.query
            .updateTable('ticket')
            .set({ chases: 0, ...given.ticket })
            .where('id', '=', ticket_id),
        ),
        statement(database.query.insertInto('incident').values(incident(id, given.incident))),
        statement(
          database.query
            .insertInto('incident_ticket')
            .values({ ticket_id, incident_id: id, joined_at: RIG_NOW, by_hand: 0 }),
        ),
        followers().follow({ ticket_id, conversation_id }, RIG_NOW),
      ]);
      if (given.told) {
        await database.commit([
          statement(
            database.query
              .updateTable('ticket_follower')
              .set({ told: JSON.stringify(given.told) })
              .where('ticket_id', '=', ticket_id),
          ),
        ]);
      }
      const look = async (at: number) => {
        await database.commit([followers().incidentsChanged(given.since ?? RIG_NOW - 1, at)]);
        const { look_at } = await database.query
          .selectFrom('ticket_follower')
          .select('look_at')
          .where('ticket_id', '=', ticket_id)
          .executeTakeFirstOrThrow();
        return look_at;
      };
      return { look };
    }

    it('are looked at where the incident has a time that they were not told', async () => {
      const { look } = await lookAfter({ incident: A_TIME });
      expect(await look(RIG_NOW)).to.equal(RIG_NOW);
    });

    it('are looked at where the time that they were told no longer stands', async () => {
      const { look } = await lookAfter({ incident: {}, told: { stage: 'received', etaAt: LATER } });
      expect(await look(RIG_NOW)).to.equal(RIG_NOW);
    });

    it('are left in peace where incident or ticket is over', async () => {
      const over: Parameters<typeof lookAfter>[0][] = [
        { incident: { ...A_TIME, state: 'restored', restored_at: RIG_NOW } },
        { incident: { ...A_TIME, state: 'merged', closed_at: RIG_NOW } },
        { incident: A_TIME, ticket: { state: 'restored', resolved_at: RIG_NOW } },
        { incident: A_TIME, ticket: { state: 'cancelled', closed_at: RIG_NOW } },
      ];
      for (const given of over) {
        const { look } = await lookAfter({ ...given, since: 0 });
        expect(await look(RIG_NOW), JSON.stringify(given)).to.equal(null);
      }
    });

    it('are left in peace where nothing would be told: a time that has passed, or gave way to the ticket’s own', async () => {
      const passed = await lookAfter({ incident: { ...A_TIME, eta_at: RIG_NOW } });
      expect(await passed.look(RIG_NOW)).to.equal(null);
      const own = { eta_at: LATER + HOUR, eta_source: 'crew', eta_set_at: RIG_NOW + 1 };
      const told = { stage: 'received', etaAt: LATER + HOUR };
      const newer = await lookAfter({ incident: A_TIME, ticket: own, told });
      expect(await newer.look(RIG_NOW)).to.equal(null);
    });

    it('are not looked at anew, look after look, while they wait to be told', async () => {
      const { look } = await lookAfter({ incident: A_TIME });
      await look(RIG_NOW);
      expect(await look(RIG_NOW + 2000)).to.equal(RIG_NOW);
    });

    it('are found among the changed only', async () => {
      const { look } = await lookAfter({ incident: { ...A_TIME, updated_at: RIG_NOW - 60_000 } });
      expect(await look(RIG_NOW)).to.equal(null);
    });

    function incident(id: string, change: Partial<IncidentTable>): IncidentTable {
      return {
        ...{ id, number: id, device_id: null, feeder_id: null, state: 'probable', origin: 'inferred', pinned: 0 },
        ...{ probability: 1, explanation: '{}', customers: 0, severity: 'P3', life_at_risk: 0, life_support: 0 },
        ...{ critical_sites: '[]', cause: null, area_codes: '[]', area: '', started_at: 1, opened_at: 1 },
        ...{ eta_at: null, eta_source: null, eta_set_at: null, eta_set_by: null, crew: null, responsible_id: null },
        ...{ within_id: null, merged_into: null, restored_at: null, closed_at: null, updated_at: RIG_NOW, version: 1 },
        ...change,
      };
    }
  });
}
