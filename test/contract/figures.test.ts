import { expect } from 'chai';
import { openFigureParts } from '../../desk/figures/figure-parts.ts';
import { showFigures } from '../../desk/figures/figures.ts';
import { figuresCsv } from '../../desk/figures/figures-csv.ts';
import { showWallboard } from '../../desk/figures/wallboard.ts';
import { claimSession } from '../../desk/sessions/claim-session.ts';
import { closeSession } from '../../desk/sessions/close-session.ts';
import { releaseSession } from '../../desk/sessions/release-session.ts';
import { sendMessage } from '../../desk/sessions/send-message.ts';
import { CLOCKS } from '../../domain/tickets/ticket-clocks.ts';
import { DeskRig, RIG_NOW } from '../desk/desk-rig.ts';
import { ENGINES } from './engines.ts';

const MINUTE = 60_000;
const DAY_MS = 86_400_000;

for (const engine of ENGINES) {
  describe(`figures of service on ${engine.name}`, () => {
    let opened: DeskRig | undefined;
    beforeEach(async function () {
      const store = await engine.open();
      if (!store) return this.skip();
      opened = new DeskRig(store);
    });
    afterEach(() => opened?.close());

    function desk(): DeskRig {
      if (!opened) throw new Error('the engine is not open');
      return opened;
    }
    const figureParts = () =>
      openFigureParts(desk().parts, {
        timeZone: 'Asia/Shanghai',
        settings: { answerWithinSeconds: 60, repeatWithinDays: 7 },
      });
    const close = (agent: Awaited<ReturnType<DeskRig['hire']>>, sessionId: string) =>
      closeSession(desk().parts, agent, { sessionId, disposition: 'enquiry' });

    it('come from what people at the desk have really done', async () => {
      const one = await desk().hire(['agent'], 'one');
      const two = await desk().hire(['agent'], 'two');
      const { sessionId } = await desk().serve({ skill: 'billing', intent: 'ask_bill' });
      desk().now += 2 * MINUTE;
      expect(await claimSession(desk().parts, one, sessionId)).to.equal('claimed');
      desk().now += MINUTE;
      await sendMessage(desk().parts, one, { sessionId, text: '您好', clientId: 'client-0001' });
      desk().now += MINUTE;
      expect(await releaseSession(desk().parts, one, { sessionId, to: 'queue' })).to.equal('done');
      desk().now += 5 * MINUTE;
      expect(await claimSession(desk().parts, two, sessionId)).to.equal('claimed');
      desk().now += 3 * MINUTE;
      expect(await close(two, sessionId)).to.equal('done');
      const figures = await showFigures(figureParts(), {});
      expect(figures).to.include({ from: '2026-10-26', to: '2026-11-24', answerWithinSeconds: 60 });
      const { total, people, teams, hours, bot } = figures;
      expect(total).to.deep.include({ sessions: 1, givenUp: 0, transfers: 1, transferred: 1 });
      expect(total.waited).to.deep.equal({ count: 1, median: 2 * MINUTE, ninth: 2 * MINUTE });
      expect(total.firstResponse.median).to.equal(3 * MINUTE);
      expect(total.handled.median).to.equal(5 * MINUTE);
      expect(total.withinTerm).to.include({ count: 1, good: 0 });
      expect(total.atFirstContact).to.include({ count: 1, good: 0 });
      expect(people.map(({ staffId, sessions }) => [staffId, sessions])).to.deep.equal([['two', 1]]);
      expect(teams.find(({ team }) => team === 'billing')?.sessions).to.equal(1);
      expect(hours.map(({ sessions }) => sessions).indexOf(1)).to.equal(10);
      expect(bot.sessions).to.equal(0);
      expect((await showFigures(figureParts(), { team: 'fault' })).total.sessions).to.equal(0);
    });

    it('tell at first contact only once the time to come again is over', async () => {
      const agent = await desk().hire(['agent']);
      for (const again of [false, true]) {
        desk().now = RIG_NOW;
        const { sessionId, conversationId } = await desk().serve({ intent: 'ask_bill' });
        await claimSession(desk().parts, agent, sessionId);
        await close(agent, sessionId);
        if (again) {
          desk().now = RIG_NOW + DAY_MS;
          const { query } = desk().database;
          const closed = await desk().session(sessionId);
          const back = { id: 'again', conversation_id: conversationId, opened_at: desk().now, state: 'bot' as const };
          await query
            .insertInto('service_session')
            .values({ ...closed, ...back, closed_at: null, agent_id: null })
            .execute();
        }
      }
      desk().now = RIG_NOW + 2 * DAY_MS;
      const early = await showFigures(figureParts(), {});
      expect(early.total.atFirstContact).to.include({ count: 1, good: 0 });
      desk().now = RIG_NOW + 8 * DAY_MS;
      const late = await showFigures(figureParts(), {});
      expect(late.total.atFirstContact).to.include({ count: 2, good: 1 });
    });

    it('are days that add up to the whole, also as a file', async () => {
      const agent = await desk().hire(['agent']);
      for (const day of [0, 1, 1, 3]) {
        desk().now = RIG_NOW + day * DAY_MS;
        const { sessionId } = await desk().serve({ intent: 'ask_bill' });
        await claimSession(desk().parts, agent, sessionId);
        await close(agent, sessionId);
      }
      const period = { from: '2026-11-24', to: '2026-11-27' };
      const { days, total } = await showFigures(figureParts(), period);
      expect(days.map(({ day, sessions }) => [day, sessions])).to.deep.equal([
        ['2026-11-24', 1],
        ['2026-11-25', 2],
        ['2026-11-26', 0],
        ['2026-11-27', 1],
      ]);
      expect(total.sessions).to.equal(4);
      const lines = (await figuresCsv(figureParts(), period)).split('\r\n');
      expect(lines.find((line) => line.startsWith('day,2026-11-25,'))).to.match(/^day,2026-11-25,2,2,0,0,1,0,/);
      expect(lines).to.have.length(1 + 2 + 1 + 4 + 24 + 4 + CLOCKS.length + 1);
      const cells = new Set(lines.filter(Boolean).map((line) => line.split(',').length));
      expect(cells, 'a column each').to.have.property('size', 1);
    });

    it('stand on the wall as they are this moment', async () => {
      const agent = await desk().hire(['agent']);
      await desk().serve({ skill: 'fault', intent: 'report_outage' });
      desk().now += MINUTE;
      await desk().serve({ skill: 'fault', intent: 'report_outage' });
      const taken = await desk().serve({ skill: 'billing', intent: 'ask_bill' });
      await claimSession(desk().parts, agent, taken.sessionId);
      await desk().serve({ state: 'bot', queued_at: null });
      const done = await desk().serve({ intent: 'ask_bill' });
      await claimSession(desk().parts, agent, done.sessionId);
      await close(agent, done.sessionId);
      const board = await showWallboard(figureParts());
      expect(board).to.include({ queued: 2, longestSince: RIG_NOW, inHand: 1, withBot: 1, overdue: 0, openFaults: 0 });
      expect(board.today.sessions).to.equal(1);
      expect(board.teams.map(({ team, queued, inHand }) => [team, queued, inHand])).to.deep.equal([
        ['fault', 2, 0],
        ['billing', 0, 1],
        ['complaint', 0, 0],
        ['general', 0, 0],
      ]);
      expect(JSON.stringify(board)).not.to.include(agent.staffId);
    });
  });
}
