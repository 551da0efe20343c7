import { expect } from 'chai';
import { AskBack } from '../../desk/asking/ask-back.ts';
import { decideAsking } from '../../desk/asking/decide-asking.ts';
import { sweepQuestions } from '../../desk/asking/sweep-questions.ts';
import { tallyOf } from '../../desk/asking/tally-of.ts';
import { IncidentWatch } from '../../desk/incidents/incident-watch.ts';
import { showIncident } from '../../desk/incidents/incidents.ts';
import { confirmIncident } from '../../desk/incidents/judge-incident.ts';
import { LocaliseThread } from '../../desk/localisation/localise-thread.ts';
import type { AskingTerms } from '../../domain/asking/asking-terms.ts';
import { statement } from '../../store/database.ts';
import type { SupplyQuestion } from '../../store/repositories/asking-repository.ts';
import { newConversation } from '../../store/repositories/conversation-repository.ts';
import { Transcript } from '../../store/transcript.ts';
import { incidentDetailSchema } from '../../web/protocol/desk/incident.ts';
import { SUPPLY_QUESTION } from '../../web/protocol/notices.ts';
import { RIG_NOW } from '../desk/desk-rig.ts';
import { IncidentRig } from '../desk/incidents/incident-rig.ts';
import { EXAMPLE_ASKING } from '../domain/asking/example-asking.ts';
import { ENGINES } from './engines.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** One transformer, or the fuse above it and its neighbour. */
const CALLERS = ['F/a/1/x/1', 'F/a/1/x/2', 'F/a/1/y/1'];
const BESIDE = ['F/a/2/x/1', 'F/a/2/x/2', 'F/a/2/x/3', 'F/a/2/y/1'];

for (const engine of ENGINES) {
  describe(`asking back on ${engine.name}`, () => {
    let opened: IncidentRig | undefined;
    const woken: string[] = [];
    before(async function () {
      const database = await engine.open();
      if (!database) return this.skip();
      opened = new IncidentRig(database, new LocaliseThread());
      await opened.build();
    });
    after(async () => {
      await opened?.parts.localiser.close();
      await opened?.close();
    });
    beforeEach(async () => {
      woken.length = 0;
      rig().desk.now = RIG_NOW;
      await rig().clear();
      const { query, commit } = rig().desk.database;
      const tables = ['asking_consent', 'supply_question', 'incident_asking', 'activity', 'conversation'] as const;
      await commit([
        ...tables.map((table) => statement(query.deleteFrom(table))),
        statement(query.deleteFrom('service_session')),
        statement(query.updateTable('account').set({ state: 'active', customer_id: 'C' })),
        statement(query.deleteFrom('customer').where('id', '!=', 'C')),
      ]);
    });

    function rig(): IncidentRig {
      if (!opened) throw new Error('the engine is not open');
      return opened;
    }
    const asking = () => rig().parts.asking;
    const sweeping = () => ({ ...rig().parts, database: rig().desk.database });
    const commit = (...statements: Parameters<IncidentRig['desk']['database']['commit']>[0]) =>
      rig().desk.database.commit(statements);

    /** What agreed customers of houses speak in is called after the house. */
    async function agree(...houses: readonly string[]): Promise<void> {
      const { database, now } = rig().desk;
      for (const house of houses) {
        const conversation = newConversation({
          ...{ id: `talk ${house}`, channel: 'directline', thread: house, userId: `dl_${house}`, now },
          ...{ reference: null, language: null },
        });
        const words = '可以问我';
        await commit(
          statement(database.query.insertInto('conversation').values(conversation)),
          asking().consent({ account_id: house, conversation_id: conversation.id, agrees: 1, words, at: now }),
        );
      }
    }
    async function call(...houses: readonly string[]): Promise<void> {
      for (const house of houses) await rig().report(house);
    }
    /** Looks at what is due, and then at whom to ask. */
    async function look(terms: Partial<AskingTerms> = {}): Promise<void> {
      const askBack = new AskBack({
        on: {
          ...rig().parts,
          askingRules: { ...EXAMPLE_ASKING, terms: { ...EXAMPLE_ASKING.terms, ...terms } },
        },
        transcript: new Transcript(rig().desk.database),
        wake: (id) => woken.push(id),
      });
      const failed = (error: unknown) => rig().failures.push(error);
      await rig().makeDue();
      await new IncidentWatch(rig().parts, failed, (ids) => askBack.after(ids)).look();
      const [failure] = rig().failures.splice(0);
      if (failure) throw failure;
    }
    const questions = (): Promise<SupplyQuestion[]> =>
      rig().desk.database.query.selectFrom('supply_question').selectAll().orderBy('asked_at').orderBy('id').execute();
    const askedHouses = async () => (await questions()).map(({ account_id }) => account_id);
    async function theIncident() {
      const [incident] = await rig().open();
      if (!incident) throw new Error('no incident stands');
      return incident;
    }

    it('asks those whose answers tell most, in one commit with what has the bot put it', async () => {
      await agree('F/a/1/x/4', ...BESIDE);
      await call(...CALLERS);
      await look();
      const houses = await askedHouses();
      expect(houses).to.have.length(2);
      for (const house of houses) expect(house, 'the neighbour transformer').to.match(/^F\/a\/2\//);
      const incident = await theIncident();
      for (const { incident_id, state, gain, expires_at } of await questions()) {
        expect({ incident_id, state, expires_at }).to.deep.equal({
          ...{ incident_id: incident.id, state: 'asked', expires_at: RIG_NOW + 10 * MINUTE },
        });
        expect(gain).to.be.within(0.01, 1);
      }
      const said = await rig().desk.database.query.selectFrom('activity').selectAll().execute();
      expect(said.map(({ conversation_id }) => conversation_id)).to.have.members(houses.map((id) => `talk ${id}`));
      for (const { author, handling, body } of said) {
        expect([author, handling, JSON.parse(body).name]).to.deep.equal(['system', 'pending', SUPPLY_QUESTION]);
      }
      expect(woken).to.have.members(houses.map((id) => `talk ${id}`));
    });

    it('hears the answer with the next look, and what has failed is thought anew', async () => {
      await agree(...BESIDE);
      await call(...CALLERS);
      await look();
      const before = await theIncident();
      expect(before.device_id).to.equal('F/a/1');
      for (const { id, account_id } of await questions()) {
        const word = {
          id: `word ${id}`,
          kind: 'no_power' as const,
          asked: 1,
          conversation_id: null,
          at: rig().desk.now,
        };
        await commit(
          asking().settle(id, 'dark', rig().desk.now),
          rig().parts.reports.addWordOfAccount(account_id, word),
        );
      }
      await look();
      const after = await theIncident();
      expect([after.id, after.device_id]).to.deep.equal([before.id, 'F/a']);
    });

    it('is surer of the smaller device once neighbours say that they have power', async () => {
      await agree(...BESIDE);
      await call(...CALLERS);
      await look();
      const { probability: before } = await theIncident();
      for (const { account_id } of await questions()) {
        const word = {
          id: `word ${account_id}`,
          kind: 'has_power' as const,
          asked: 1,
          conversation_id: null,
          at: RIG_NOW,
        };
        await commit(rig().parts.reports.addWordOfAccount(account_id, word));
      }
      await look();
      const after = await theIncident();
      expect(after.device_id).to.equal('F/a/1');
      expect(after.probability).to.be.above(before + 0.02);
    });

    it('asks nobody twice, however often it looks, and not more at a time than it may', async () => {
      await agree(...BESIDE);
      await call(...CALLERS);
      for (let looks = 0; looks < 3; looks += 1) await look();
      expect(await askedHouses(), 'two are out').to.have.length(2);
      rig().desk.now += 11 * MINUTE;
      for (let looks = 0; looks < 2; looks += 1) await look();
      const houses = await askedHouses();
      expect(new Set(houses).size).to.equal(houses.length);
      expect(houses.length).to.be.within(3, 4);
      const [question] = await questions();
      const again = await commit(asking().ask({ ...omitState(question), id: 'another' }));
      expect(again.ok, 'refused by the store itself').to.equal(false);
    });

    it('stops at the most that may be asked because of one incident', async () => {
      await agree(...BESIDE);
      await call(...CALLERS);
      for (let looks = 0; looks < 4; looks += 1) {
        await look({ mostPerIncident: 3 });
        rig().desk.now += 11 * MINUTE;
      }
      expect((await askedHouses()).length).to.be.at.most(3);
    });

    it('asks nobody at night, whoever wants it', async () => {
      rig().desk.now = Date.parse('2026-11-24T23:30:00+08:00');
      await agree(...BESIDE);
      await call(...CALLERS);
      await look();
      const { id } = await theIncident();
      await commit(asking().decide(id, { asks: true, byId: 'D1', at: rig().desk.now }));
      await look();
      expect(await questions()).to.deep.equal([]);
      rig().desk.now = Date.parse('2026-11-25T06:59:00+08:00');
      await look();
      expect(await questions()).to.deep.equal([]);
    });

    it('asks nobody who has not agreed, or does not agree any more', async () => {
      await agree('F/a/2/x/1', 'F/a/2/x/2');
      rig().desk.now += 1;
      const at = rig().desk.now;
      await commit(asking().refuse({ conversation_id: 'talk F/a/2/x/1', words: '别再问我', at }));
      await call(...CALLERS);
      await look();
      expect(await askedHouses()).to.deep.equal(['F/a/2/x/2']);
      const said = await asking().consentOf('F/a/2/x/1');
      expect(said).to.deep.include({ agrees: 0, words: '别再问我', at });
      expect(await asking().agreedIn('talk F/a/2/x/1')).to.deep.equal([]);
      expect(await asking().agreedIn('talk F/a/2/x/2')).to.deep.equal(['F/a/2/x/2']);
    });

    it('asks nobody cut off, kept alive by a device, off as planned, served by a person, or who has said it', async () => {
      const [cutOff = '', kept = '', reporter = '', served = ''] = BESIDE;
      await agree(...BESIDE, 'F/b/1/x/1', 'F/a/2/y/2');
      const { query } = rig().desk.database;
      const frail = { id: 'L', name: '示例', phone: '19900000001', special_need: 'life_support' };
      await commit(
        statement(query.updateTable('account').set({ state: 'disconnected' }).where('id', '=', cutOff)),
        statement(query.insertInto('customer').values(frail)),
        statement(query.updateTable('account').set({ customer_id: 'L' }).where('id', '=', kept)),
        statement(query.insertInto('planned_outage').values(planned('F/b'))),
      );
      await rig().desk.database.commit([
        statement(query.insertInto('service_session').values(session(`talk ${served}`))),
        statement(query.updateTable('conversation').set({ session_id: 'served' }).where('id', '=', `talk ${served}`)),
      ]);
      await call(...CALLERS, reporter);
      const word = { id: 'w', kind: 'has_power' as const, asked: 0, conversation_id: null, at: rig().desk.now };
      await commit(rig().parts.reports.addWordOfAccount('F/a/2/y/2', word));
      await look({ leastGainBits: 0.001 });
      expect(await askedHouses()).to.deep.equal([]);
    });

    it('lets a customer rest between two incidents', async () => {
      await agree(...BESIDE);
      await call(...CALLERS);
      await look();
      const first = await askedHouses();
      await rig().clear();
      rig().desk.now += 2 * HOUR;
      await call(...CALLERS);
      await look();
      const later = (await askedHouses()).slice(first.length);
      expect(later).to.not.be.empty;
      for (const house of first) expect(later).to.not.include(house);
    });

    it('only says what it would tell, until a dispatcher starts it, and ends when one stops it', async () => {
      await agree(...BESIDE);
      await call(...CALLERS);
      await look({ startsByItself: false });
      expect(await questions()).to.deep.equal([]);
      const { id } = await theIncident();
      const worth = (await asking().ofIncidents([id])).get(id);
      expect(worth?.would_tell).to.be.within(1, 2);
      expect(worth?.gain).to.be.above(0.01);
      await commit(asking().decide(id, { asks: true, byId: 'D1', at: rig().desk.now }));
      await look({ startsByItself: false });
      expect(await questions()).to.have.length(2);
      await commit(asking().decide(id, { asks: false, byId: 'D1', at: rig().desk.now }));
      rig().desk.now += 11 * MINUTE;
      await look();
      expect(await questions()).to.have.length(2);
    });

    it('asks nobody where it is off', async () => {
      await agree(...BESIDE);
      await call(...CALLERS);
      await look({ on: false });
      const { id } = await theIncident();
      expect(await questions()).to.deep.equal([]);
      expect((await asking().ofIncidents([id])).size).to.equal(0);
    });

    it('counts a question that has run out as not answered, and takes no answer to it', async () => {
      await agree(...BESIDE);
      await call(...CALLERS);
      await look();
      const [question] = await questions();
      const late = RIG_NOW + 10 * MINUTE;
      const { id } = await theIncident();
      expect(tallyOf((await asking().tallies([id], late)).get(id))).to.deep.include({
        asked: 2,
        silent: 2,
        waiting: 0,
      });
      expect(await asking().stale(late - 1)).to.deep.equal([]);
      expect(await asking().stale(late)).to.deep.equal([{ incident_id: id, feeder_id: 'F' }]);
      await commit(asking().settle(question?.id ?? '', 'on', late));
      await sweepQuestions(sweeping(), late);
      expect(await asking().stale(late)).to.deep.equal([]);
      expect(
        (await rig().parts.looks.due(late, 5)).map(({ feeder_id }) => feeder_id),
        'others may be asked',
      ).to.include('F');
      expect((await questions()).map(({ state }) => state)).to.deep.equal(['expired', 'expired']);
      expect(await asking().waitingOn('F', late)).to.deep.equal([]);
    });

    it('stops with an incident that is restored', async () => {
      await agree(...BESIDE);
      await call(...CALLERS);
      await look();
      const { query } = rig().desk.database;
      await commit(statement(query.updateTable('incident').set({ state: 'restored', restored_at: rig().desk.now })));
      await sweepQuestions(sweeping(), rig().desk.now);
      expect((await questions()).map(({ state }) => state)).to.deep.equal(['over', 'over']);
      const [question] = await questions();
      expect(await asking().question(question?.id ?? '')).to.deep.include({ open: false, agrees: true, state: 'over' });
    });

    it('is started and stopped by a dispatcher, who sees numbers and no names', async () => {
      const dispatcher = await rig().desk.hire(['dispatcher'], 'asking-1');
      const board = { desk: rig().desk.parts, on: rig().parts };
      await agree(...BESIDE);
      await call(...CALLERS);
      await look();
      const { number, id } = await theIncident();
      const shown = async () => incidentDetailSchema.parse(await showIncident(board, dispatcher, number));
      const before = await shown();
      expect(before.moves).to.include('asking');
      expect(before.asking).to.deep.include({ state: 'asking', asked: 2, waiting: 2, silent: 0 });
      for (const { account, answer } of before.asking?.people ?? []) {
        expect([account, answer]).to.satisfy(
          ([shownAs, at]: string[]) => /^\d\d…\d{4}$/.test(shownAs ?? '') && at === 'asked',
        );
      }
      const stop = { number, version: before.incident.version, asks: false };
      expect(await decideAsking(board, dispatcher, stop)).to.equal('done');
      expect(await decideAsking(board, dispatcher, stop), 'decided upon an older one').to.equal('incident_changed');
      const after = await shown();
      expect(after.asking?.state).to.equal('stopped');
      expect(after.history.at(-1)).to.deep.include({ type: 'asking', data: { asks: false } });
      expect(await rig().desk.audited(`incident:${id}`)).to.include('asking-1 incident_asking');
      rig().desk.now += 11 * MINUTE;
      expect((await shown()).asking).to.deep.include({ silent: 2, waiting: 0 });
      const confirm = { number, version: (await shown()).incident.version };
      expect(await confirmIncident(board, dispatcher, confirm)).to.equal('done');
      const settled = await shown();
      expect(settled.asking).to.deep.include({ state: 'settled', wouldTell: 0 });
      expect(settled.moves).to.not.include('asking');
      const late = { number, version: settled.incident.version, asks: true };
      expect(await decideAsking(board, dispatcher, late)).to.equal('not_from_here');
    });

    it('shows who was asked by account number, with what came of it', async () => {
      await agree(...BESIDE);
      await call(...CALLERS);
      await look();
      const { id } = await theIncident();
      const [first] = await questions();
      await commit(asking().settle(first?.id ?? '', 'on', rig().desk.now));
      await commit(asking().settle(first?.id ?? '', 'dark', rig().desk.now));
      const people = await asking().people(id, 10);
      expect(people.map(({ state }) => state)).to.have.members(['on', 'asked']);
      for (const { number } of people) expect(number).to.match(/^\d{16}$/);
      expect(tallyOf((await asking().tallies([id], RIG_NOW)).get(id))).to.deep.equal({
        ...{ asked: 2, on: 1, dark: 0, other: 0, silent: 0, waiting: 1 },
      });
    });
  });
}

function omitState(question: SupplyQuestion | undefined): Omit<SupplyQuestion, 'state' | 'answered_at'> {
  if (!question) throw new Error('nobody was asked');
  const { state: _state, answered_at: _at, ...rest } = question;
  return rest;
}

function planned(device: string) {
  return {
    ...{ id: 'PO', device_id: device, area_codes: '[]', area: '', reason: '检修', reason_en: 'maintenance' },
    ...{ from_at: RIG_NOW - MINUTE, to_at: RIG_NOW + 5 * HOUR, announced_at: 0 },
  };
}

function session(conversationId: string) {
  return {
    ...{
      id: 'served',
      conversation_id: conversationId,
      state: 'assigned' as const,
      agent_id: 'A',
      skill: 'general' as const,
    },
    ...{ severity: null, language: null, intent: null, summary: null, opened_at: RIG_NOW, last_activity_at: RIG_NOW },
    ...{ queued_at: null, assigned_at: RIG_NOW, first_response_at: null, closed_at: null, closed_by: null },
    ...{ disposition: null, corrections: null, special_need: 0, returned_at: null, given_back_by: null },
  };
}
