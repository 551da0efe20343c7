import { expect } from 'chai';
import fc from 'fast-check';
import type { Actor } from '../../desk/actor.ts';
import { openFloorParts } from '../../desk/floor/floor-parts.ts';
import { reassign } from '../../desk/floor/reassign.ts';
import { takeOver } from '../../desk/floor/take-over.ts';
import { hearWords, listWords } from '../../desk/floor/tell-staff.ts';
import { claimSession } from '../../desk/sessions/claim-session.ts';
import { closeSession } from '../../desk/sessions/close-session.ts';
import { showSession } from '../../desk/sessions/open-sessions.ts';
import { releaseSession } from '../../desk/sessions/release-session.ts';
import { sendMessage } from '../../desk/sessions/send-message.ts';
import { transferSession } from '../../desk/sessions/transfer-session.ts';
import type { FloorTerms } from '../../domain/floor/floor-terms.ts';
import { DeskRig, type RigSession } from '../desk/desk-rig.ts';
import { EXAMPLE_FLOOR } from '../domain/floor/example-floor.ts';
import { ENGINES } from './engines.ts';

for (const engine of ENGINES) {
  describe(`conversations that a supervisor steps into on ${engine.name}`, () => {
    let desk: DeskRig;
    beforeEach(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      desk = new DeskRig(opened);
    });
    afterEach(() => desk?.close());

    const floor = (change: Partial<FloorTerms> = {}) =>
      openFloorParts(desk.parts, { floor: { ...EXAMPLE_FLOOR, ...change }, answerWithinSeconds: 60 });
    async function present(roles: Actor['roles'] = ['agent'], capacity = 4): Promise<Actor> {
      const member = await desk.hire(roles, undefined, { skills: ['fault'], capacity });
      await desk.database.commit([desk.parts.repositories.presence.beat(member.staffId, desk.now)]);
      return member;
    }
    async function held(by: Actor, given: Parameters<DeskRig['serve']>[0] = {}): Promise<RigSession> {
      const session = await desk.serve({ skill: 'fault', ...given });
      expect(await claimSession(desk.parts, by, session.sessionId)).to.equal('claimed');
      return session;
    }
    const eventsOf = async (conversationId: string) =>
      (await desk.transcript(conversationId)).map(({ body, direction }) => ({ ...JSON.parse(body), direction }));

    it('are theirs from one commit on, and the agent is told until they have seen it', async () => {
      const [agent, supervisor] = [await present(), await present(['supervisor'])];
      const { sessionId, conversationId } = await held(agent, { reference: '{}' });
      expect(await takeOver(floor(), supervisor, { sessionId, note: '客户要求主管' })).to.equal('taken');
      expect(await desk.session(sessionId)).to.include({ state: 'assigned', agent_id: supervisor.staffId });
      expect((await eventsOf(conversationId)).slice(-2)).to.deep.equal([
        {
          type: 'event',
          name: 'moved',
          value: { kind: 'taken_over', from: agent.deskName, to: supervisor.deskName, note: '客户要求主管' },
          direction: 'in',
        },
        { type: 'event', name: 'status', value: { speaker: 'agent', name: supervisor.deskName }, direction: 'out' },
      ]);
      const { words } = await listWords(desk.parts, agent);
      expect(words.map(({ kind, sessionId: about }) => [kind, about])).to.deep.equal([['taken_over', sessionId]]);
      expect((await listWords(desk.parts, supervisor)).words).to.deep.equal([]);
      await hearWords(desk.parts, agent, { conversationId, seq: words[0]?.seq ?? 0 });
      expect((await listWords(desk.parts, agent)).words).to.deep.equal([]);
      expect(await desk.audited(`session:${sessionId}`)).to.include(`${supervisor.staffId} session.taken_over`);
      expect(await takeOver(floor(), supervisor, { sessionId })).to.equal('already_yours');
      const late = { sessionId, text: '还是我', clientId: 'late-0001' };
      expect(await sendMessage(desk.parts, agent, late)).to.deep.equal({ kind: 'refused', reason: 'not_owner' });
    });

    it('keep the name that the customer knows, where the profile says so, until they go on', async () => {
      const [agent, supervisor] = [await present(), await present(['supervisor'])];
      const { sessionId, conversationId } = await held(agent);
      const before = (await desk.transcript(conversationId)).length;
      expect(await takeOver(floor({ takeOverName: 'agent' }), supervisor, { sessionId })).to.equal('taken');
      await sendMessage(desk.parts, supervisor, { sessionId, text: '我接着说', clientId: 'shown-0001' });
      const since = (await eventsOf(conversationId)).slice(before);
      expect(since.map(({ name, direction }) => [name, direction])).to.deep.equal([
        ['moved', 'in'],
        [undefined, 'out'],
      ]);
      expect(since[1].channelData).to.include({ agentName: agent.deskName });
      await releaseSession(desk.parts, supervisor, { sessionId, to: 'queue' });
      expect(await desk.session(sessionId)).to.include({ shown_as: null, agent_id: null });
    });

    it('can be taken from the queue and from the bot, and not once they are closed', async () => {
      const supervisor = await present(['supervisor']);
      const [queued, bot] = [await desk.serve(), await desk.serve({ state: 'bot', queued_at: null })];
      for (const { sessionId } of [queued, bot]) {
        expect(await takeOver(floor(), supervisor, { sessionId })).to.equal('taken');
      }
      await closeSession(desk.parts, supervisor, { sessionId: queued.sessionId, disposition: 'other' });
      expect(await takeOver(floor(), supervisor, { sessionId: queued.sessionId })).to.equal('session_closed');
      expect(await takeOver(floor(), supervisor, { sessionId: 'nothing' })).to.equal('unknown_session');
    });

    it('are handed to somebody with a note, also from an agent who has vanished', async () => {
      const [gone, supervisor] = [await present(), await present(['supervisor'])];
      const { sessionId } = await held(gone);
      desk.now += 10 * 60_000;
      const next = await present();
      const given = { sessionId, to: { kind: 'person', staffId: next.staffId }, note: '接着查' } as const;
      expect(await reassign(floor(), supervisor, { ...given, to: { kind: 'person', staffId: gone.staffId } })).to.equal(
        'not_present',
      );
      expect(await reassign(floor(), supervisor, given)).to.equal('done');
      expect(await desk.session(sessionId)).to.include({ state: 'assigned', agent_id: next.staffId });
      expect(await reassign(floor(), supervisor, given)).to.equal('already_theirs');
      const kinds = async (who: Actor) => (await listWords(desk.parts, who)).words.map(({ kind }) => kind);
      expect(await kinds(gone)).to.deep.equal(['reassigned']);
      expect(await kinds(next)).to.deep.equal(['given']);
      expect((await showSession(desk.parts, next, sessionId))?.summary.gathered.note).to.equal('接着查');
    });

    it('go beyond what somebody can take only with a reason, which is kept', async () => {
      const [agent, next, supervisor] = [await present(), await present(['agent'], 1), await present(['supervisor'])];
      await held(next);
      const { sessionId } = await held(agent);
      const given = { sessionId, to: { kind: 'person', staffId: next.staffId }, note: '懂高压' } as const;
      expect(await reassign(floor(), supervisor, given)).to.equal('no_room');
      expect(await desk.session(sessionId)).to.include({ agent_id: agent.staffId });
      expect(await reassign(floor(), supervisor, { ...given, force: '只有他懂' })).to.equal('done');
      expect(await desk.session(sessionId)).to.include({ agent_id: next.staffId });
      const [line] = await desk.parts.repositories.audit.about(`session:${sessionId}`, 'session.reassigned', 1);
      expect(line?.detail).to.deep.equal({
        from: agent.staffId,
        to: next.staffId,
        note: '懂高压',
        force: '只有他懂',
      });
    });

    it('are sent to a matter’s queue in their earlier place, and do not come back to who had them', async () => {
      const [agent, supervisor] = [await present(), await present(['supervisor'])];
      const { sessionId } = await held(agent, { queued_at: 7 });
      const given = { sessionId, to: { kind: 'skill', skill: 'billing' }, note: '问电费' } as const;
      expect(await reassign(floor(), supervisor, given)).to.equal('done');
      expect(await desk.session(sessionId)).to.include({
        state: 'queued',
        skill: 'billing',
        queued_at: 7,
        agent_id: null,
        given_back_by: agent.staffId,
      });
    });

    it('belong to exactly one, whatever agents, supervisors and the customer do at once', async function () {
      this.timeout(60_000);
      const agents = [await present(['agent'], 3), await present(['agent'], 3), await present(['agent'], 3)];
      const supervisors = [await present(['supervisor']), await present(['supervisor'])];
      const nameOf = (id: string | null) =>
        [...agents, ...supervisors].find(({ staffId }) => staffId === id)?.deskName ?? null;
      const step = fc.record({
        does: fc.constantFrom(
          'claim',
          'take_over',
          'reassign',
          'force',
          'to_queue',
          'transfer',
          'release',
          'say',
          'customer',
          'close',
        ),
        who: fc.nat(5),
        whom: fc.nat(5),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
          const { sessionId, conversationId } = await desk.serve({ skill: 'fault' });
          await Promise.all(steps.map((one, index) => act({ sessionId, conversationId }, one, index)));
          const session = await desk.session(sessionId);
          expect(session.state === 'assigned' || session.state === 'closed').to.equal(session.agent_id !== null);
          const rows = await desk.transcript(conversationId);
          expect(rows.map(({ seq }) => seq)).to.deep.equal(rows.map((_, index) => index + 1));
          const told = ownersByTranscript(rows);
          expect(told.toSorted(), 'each change told and noted once').to.deep.equal(await ownersByAudit(sessionId));
          const last = session.state === 'assigned' ? nameOf(session.agent_id) : null;
          expect(told.at(-1) ?? null, 'the customer sees who has it').to.equal(last);
          // What was left in hand is no matter of the next run.
          const owner = [...agents, ...supervisors].find(({ staffId }) => staffId === session.agent_id);
          if (session.state === 'assigned' && owner) {
            await closeSession(desk.parts, owner, { sessionId, disposition: 'other' });
          }
        }),
        { numRuns: 12, includeErrorInReport: true },
      );

      async function act(
        { sessionId, conversationId }: RigSession,
        { does, who, whom }: { does: string; who: number; whom: number },
        index: number,
      ) {
        const [agent, other, supervisor] = [agents[who % 3], agents[whom % 3], supervisors[who % 2]];
        if (!agent || !other || !supervisor) throw new Error('nobody there');
        const person = { kind: 'person', staffId: other.staffId } as const;
        if (does === 'claim') return claimSession(desk.parts, agent, sessionId);
        if (does === 'take_over') return takeOver(floor(), supervisor, { sessionId });
        if (does === 'reassign') return reassign(floor(), supervisor, { sessionId, to: person, note: 'x' });
        if (does === 'force') return reassign(floor(), supervisor, { sessionId, to: person, note: 'x', force: 'y' });
        if (does === 'to_queue') {
          return reassign(floor(), supervisor, { sessionId, to: { kind: 'skill', skill: 'billing' }, note: 'x' });
        }
        if (does === 'transfer') return transferSession(desk.parts, agent, { sessionId, to: person, note: 'x' });
        if (does === 'release') return releaseSession(desk.parts, agent, { sessionId, to: 'queue' });
        if (does === 'close' && who === 0) return closeSession(desk.parts, agent, { sessionId, disposition: 'other' });
        if (does === 'say')
          return sendMessage(desk.parts, agent, { sessionId, text: 'x', clientId: `say-${index}-0000` });
        return desk.customerSays({ sessionId, conversationId });
      }

      /** Who spoke to the customer from when on, as the customer was told. */
      function ownersByTranscript(rows: Awaited<ReturnType<DeskRig['transcript']>>): (string | null)[] {
        return rows.flatMap(({ author, body }) => {
          const { name, value } = JSON.parse(body);
          return author === 'system' && name === 'status' ? [value.speaker === 'agent' ? value.name : null] : [];
        });
      }

      /** The same, as the audit log has it, sorted: its rows bear one and the same time here. */
      async function ownersByAudit(sessionId: string): Promise<(string | null)[]> {
        const rows = await desk.database.query
          .selectFrom('audit')
          .select(['actor', 'action', 'detail'])
          .where('subject', '=', `session:${sessionId}`)
          .where('action', 'in', [
            'session.claimed',
            'session.taken_over',
            'session.reassigned',
            'session.transferred',
            'session.released',
            'session.closed',
          ])
          .execute();
        const owners = rows.map(({ actor, action, detail }) => {
          const { to } = JSON.parse(detail);
          if (action === 'session.claimed' || action === 'session.taken_over') return nameOf(actor);
          return action === 'session.released' || action === 'session.closed' ? null : nameOf(to);
        });
        return owners.toSorted();
      }
    });
  });
}
