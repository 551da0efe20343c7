import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Actor } from '../../desk/actor.ts';
import { acknowledgeAlert, openFloorAlerts } from '../../desk/floor/floor-alerts.ts';
import { openFloorParts } from '../../desk/floor/floor-parts.ts';
import { FloorWatch } from '../../desk/floor/floor-watch.ts';
import { listenTo, shownListeners } from '../../desk/floor/listening.ts';
import { showFloor } from '../../desk/floor/show-floor.ts';
import { setAvailability } from '../../desk/queue/colleagues.ts';
import { claimSession } from '../../desk/sessions/claim-session.ts';
import { sendMessage } from '../../desk/sessions/send-message.ts';
import { Claims } from '../../store/claims.ts';
import { DESK_TOPIC } from '../../store/topics.ts';
import { arrived, DeskRig } from '../desk/desk-rig.ts';
import { EXAMPLE_FLOOR } from '../domain/floor/example-floor.ts';
import { ENGINES } from './engines.ts';

const SECOND = 1000;

for (const engine of ENGINES) {
  describe(`the floor on ${engine.name}`, () => {
    let desk: DeskRig;
    let supervisor: Actor;
    beforeEach(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      desk = new DeskRig(opened);
      supervisor = await desk.hire(['supervisor'], 'zz-supervisor');
    });
    afterEach(() => desk?.close());

    const floor = (change: Partial<typeof EXAMPLE_FLOOR> = {}) =>
      openFloorParts(desk.parts, { floor: { ...EXAMPLE_FLOOR, ...change }, answerWithinSeconds: 60 });
    const watch = (holder = 'one') =>
      new FloorWatch({
        parts: floor(),
        claims: new Claims(desk.database),
        holder,
        failed: (error) => {
          throw error;
        },
      });
    async function signedIn(given: Parameters<DeskRig['hire']>[2] = {}): Promise<Actor> {
      const member = await desk.hire(['agent'], undefined, { skills: ['fault', 'zh'], ...given });
      await desk.database.commit([
        desk.parts.repositories.presence.beat(member.staffId, desk.now),
        desk.parts.repositories.staffSessions.add({
          ...{ id: randomUUID(), token_hash: randomUUID(), staff_id: member.staffId, csrf: '' },
          ...{ device: '', address: '', method: 'password' as const },
          ...{ created_at: desk.now, last_seen_at: desk.now, proved_at: desk.now },
          expires_at: desk.now + 12 * 3_600_000,
        }),
      ]);
      return member;
    }
    const beat = (...members: Actor[]) =>
      desk.database.commit(members.map(({ staffId }) => desk.parts.repositories.presence.beat(staffId, desk.now)));
    it('tells who is on, since when, with what, and who has been without an answer longest', async () => {
      const came = desk.now;
      const [busy, away, gone] = [await signedIn({ capacity: 3 }), await signedIn(), await signedIn()];
      const off = await desk.hire(['agent']);
      const [first, second] = [
        await desk.serve({ queued_at: came - 30 * SECOND }),
        await desk.serve({ severity: 'P1' }),
      ];
      for (const { sessionId } of [first, second]) await claimSession(desk.parts, busy, sessionId);
      desk.now += 20 * SECOND;
      await sendMessage(desk.parts, busy, { sessionId: first.sessionId, text: '您好', clientId: 'first-0001' });
      desk.now += 5 * SECOND;
      await desk.customerSays(first);
      const asked = desk.now;
      desk.now += 10 * SECOND;
      await desk.customerSays(first);
      await setAvailability(desk.parts, away, false);
      await beat(busy);
      const switched = desk.now;
      desk.now += 50 * SECOND;
      await beat(busy, away);
      const { agents, totals } = await showFloor(floor(), supervisor);
      expect(agents.map(({ id, state, since }) => [id, state, since])).to.deep.equal([
        [busy.staffId, 'available', came],
        [away.staffId, 'away', switched],
        [gone.staffId, 'gone', came],
      ]);
      expect(agents.map(({ id }) => id)).not.to.include(off.staffId);
      expect(agents[0]).to.include({ load: 2, capacity: 3, lastMoveAt: came + 20 * SECOND });
      expect(agents[0]?.skills).to.deep.equal(['fault']);
      expect(agents[0]?.sessions.map(({ id, unansweredSince, level }) => [id, unansweredSince, level])).to.deep.equal([
        [second.sessionId, came, 'breach'],
        [first.sessionId, asked, 'breach'],
      ]);
      expect(totals).to.include({ inHand: 2, waiting: 0, gone: 1, occupancy: 29 });
      await sendMessage(desk.parts, busy, { sessionId: first.sessionId, text: '在', clientId: 'first-0002' });
      const after = (await showFloor(floor(), supervisor)).agents[0]?.sessions.at(-1);
      expect(after).to.include({ id: first.sessionId, unansweredSince: null, level: 'calm' });
    });

    it('tells each queue by severity, with its longest wait, and who has waited too long', async () => {
      const at = desk.now;
      await desk.serve({ skill: 'fault', severity: 'P2', queued_at: at - 90 * SECOND });
      const soon = await desk.serve({ skill: 'fault', queued_at: at - 59 * SECOND });
      await desk.serve({ skill: 'billing', severity: 'P4', queued_at: at });
      const { queues, late, totals } = await showFloor(floor(), supervisor);
      expect(queues.map(({ skill, waiting, oldestSince }) => [skill, waiting, oldestSince])).to.deep.equal([
        ['fault', 2, at - 90 * SECOND],
        ['billing', 1, at],
        ['complaint', 0, null],
        ['general', 0, null],
      ]);
      expect(queues[0]?.grades.map(({ count }) => count)).to.deep.equal([0, 1, 0, 1]);
      expect(late.map(({ level }) => level)).to.deep.equal(['breach', 'warn']);
      expect(late[1]?.id).to.equal(soon.sessionId);
      expect(totals.waiting).to.equal(3);
      expect(await desk.audited('floor')).to.deep.equal([`${supervisor.staffId} looked`]);
    });

    it('raises a threshold once, by one process, over restarts, and clears it with slack', async () => {
      const { sessionId } = await desk.serve({ severity: 'P1', queued_at: desk.now - 61 * SECOND });
      const heard = desk.listen(DESK_TOPIC);
      const [one, two] = [watch('one'), watch('two')];
      await Promise.all([one.look(), two.look(), one.look(), watch('three').look()]);
      const [alert, ...others] = await openFloorAlerts(floor());
      expect(others).to.deep.equal([]);
      expect(alert).to.include({ kind: 'unanswered_danger', value: 61, now: 61, skill: null, acknowledgedBy: null });
      await arrived();
      expect(heard).to.deep.include({ type: 'floor' });
      desk.now += 20 * SECOND;
      // The first process has died; another takes the job when its claim has run out.
      await watch('four').look();
      expect((await openFloorAlerts(floor())).map(({ id, now }) => [id, now])).to.deep.equal([[alert?.id, 81]]);
      const agent = await signedIn();
      await claimSession(desk.parts, agent, sessionId);
      await watch('four').look();
      expect(await openFloorAlerts(floor()), 'taken, and still without an answer').to.have.length(1);
      await sendMessage(desk.parts, agent, { sessionId, text: '我在', clientId: 'danger-0001' });
      await watch('four').look();
      expect(await openFloorAlerts(floor())).to.deep.equal([]);
      const { cleared } = await showFloor(floor(), supervisor);
      expect(cleared.map(({ id, clearedAt }) => [id, clearedAt])).to.deep.equal([[alert?.id, desk.now]]);
      expect(await desk.audited(`floor_alert:${alert?.id}`)).to.deep.equal([
        'system floor.alert_raised',
        'system floor.alert_cleared',
      ]);
    });

    it('notices who is gone, and that they are back', async () => {
      const agents = [await signedIn(), await signedIn(), await signedIn()];
      await watch().look();
      desk.now += 61 * SECOND;
      const heard = desk.listen(DESK_TOPIC);
      await watch().look();
      await arrived();
      expect(heard).to.deep.include({ type: 'floor' });
      expect((await openFloorAlerts(floor())).map(({ kind, value }) => [kind, value])).to.deep.equal([
        ['agents_gone', 3],
      ]);
      await beat(...agents.slice(1));
      await watch().look();
      expect(await openFloorAlerts(floor()), 'one is still away').to.have.length(1);
      await beat(...agents);
      await watch().look();
      expect(await openFloorAlerts(floor())).to.deep.equal([]);
    });

    it('has each alert answered for by one person, the first to say so', async () => {
      await desk.serve({ severity: 'P1', queued_at: desk.now - 300 * SECOND });
      await watch().look();
      const ids = (await openFloorAlerts(floor())).map(({ id }) => id);
      expect(ids).to.have.length(2);
      const [id = ''] = ids;
      const another = await desk.hire(['supervisor']);
      const outcomes = await Promise.all([supervisor, another].map((who) => acknowledgeAlert(floor(), who, id)));
      expect(outcomes.toSorted()).to.deep.equal(['already_acknowledged', 'done']);
      const winner = outcomes[0] === 'done' ? supervisor : another;
      expect(await acknowledgeAlert(floor(), winner, id), 'again').to.equal('done');
      expect(await acknowledgeAlert(floor(), supervisor, 'nothing')).to.equal('unknown_alert');
      expect((await openFloorAlerts(floor())).map((one) => one.id)).to.deep.equal(ids.slice(1));
      const shown = (await showFloor(floor(), supervisor)).alerts.find((one) => one.id === id);
      expect(shown?.acknowledgedBy).to.equal(`Name ${winner.staffId.slice(0, 4)}`);
      expect(await desk.audited(`floor_alert:${id}`)).to.include(`${winner.staffId} floor.alert_acknowledged`);
    });

    it('shows who listens to whoever serves, where the profile says so, and notes it in any case', async () => {
      const agent = await signedIn();
      const { sessionId, conversationId } = await desk.serve();
      await claimSession(desk.parts, agent, sessionId);
      const before = (await desk.transcript(conversationId)).length;
      const heard = desk.listen(DESK_TOPIC);
      const listen = (listening: boolean, showListening = true) =>
        listenTo(floor({ showListening }), supervisor, { sessionId, listening });
      await listen(true, false);
      expect(await shownListeners(desk.parts, agent, sessionId)).to.deep.equal([]);
      await listen(true);
      await listen(true);
      expect(await shownListeners(desk.parts, agent, sessionId)).to.deep.equal(['Name zz-s']);
      expect(await shownListeners(desk.parts, supervisor, sessionId)).to.deep.equal([]);
      await listen(false);
      expect(await shownListeners(desk.parts, agent, sessionId)).to.deep.equal([]);
      await arrived();
      expect(heard.filter((event) => (event as { type: string }).type === 'listening')).to.have.length(2);
      expect((await desk.audited(`session:${sessionId}`)).filter((line) => line.includes('listened'))).to.have.length(
        1,
      );
      expect(await desk.transcript(conversationId), 'nothing for the customer to see').to.have.length(before);
      expect(await listenTo(floor(), supervisor, { sessionId: 'nothing', listening: true })).to.equal(false);
    });
  });
}
