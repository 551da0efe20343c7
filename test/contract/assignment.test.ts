import { expect } from 'chai';
import type { Actor } from '../../desk/actor.ts';
import { listColleagues, setAvailability } from '../../desk/queue/colleagues.ts';
import { QueueWatch } from '../../desk/queue/queue-watch.ts';
import { addNote } from '../../desk/sessions/add-note.ts';
import { claimSession } from '../../desk/sessions/claim-session.ts';
import { closeSession } from '../../desk/sessions/close-session.ts';
import { listSessions } from '../../desk/sessions/open-sessions.ts';
import { releaseSession } from '../../desk/sessions/release-session.ts';
import { takeNext } from '../../desk/sessions/take-next.ts';
import { transferSession } from '../../desk/sessions/transfer-session.ts';
import type { DeskTerms } from '../../domain/utility-profile.ts';
import { Claims } from '../../store/claims.ts';
import { DeskRig } from '../desk/desk-rig.ts';
import { ENGINES } from './engines.ts';

for (const engine of ENGINES) {
  describe(`conversations given out and taken back on ${engine.name}`, () => {
    let desk: DeskRig;
    beforeEach(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      desk = new DeskRig(opened);
    });
    afterEach(() => desk?.close());

    const beat = (agent: Actor) =>
      desk.database.commit([desk.parts.repositories.presence.beat(agent.staffId, desk.now)]);
    async function hirePresent(given: Parameters<DeskRig['hire']>[2] = {}): Promise<Actor> {
      const agent = await desk.hire(['agent'], undefined, given);
      await beat(agent);
      return agent;
    }
    function watch(assignment: DeskTerms['assignment'] = 'pull', holder = 'one'): QueueWatch {
      const parts = { ...desk.parts, terms: { ...desk.parts.terms, assignment } };
      const failed = (error: unknown) => {
        throw error;
      };
      return new QueueWatch({ parts, claims: new Claims(desk.database), holder, failed });
    }
    const ownerOf = async (sessionId: string) => (await desk.session(sessionId)).agent_id;

    it('are given to whoever asks for the next: the first that is theirs, and no more than they can take', async () => {
      const biller = await hirePresent({ skills: ['billing'], capacity: 2 });
      await hirePresent({ skills: ['fault'] });
      const fault = await desk.serve({ skill: 'fault', severity: 'P2' });
      const bills = [];
      for (let index = 0; index < 3; index += 1) bills.push(await desk.serve({ skill: 'billing', queued_at: index }));
      expect(await takeNext(desk.parts, biller)).to.deep.equal({ kind: 'given', sessionId: bills[0]?.sessionId });
      expect(await takeNext(desk.parts, biller)).to.deep.equal({ kind: 'given', sessionId: bills[1]?.sessionId });
      expect(await takeNext(desk.parts, biller)).to.deep.equal({ kind: 'none', reason: 'no_room' });
      expect(await ownerOf(fault.sessionId)).to.equal(null);
    });

    it('are not held back for a skilled colleague who takes a break', async () => {
      const skilled = await hirePresent({ skills: ['billing'] });
      const other = await hirePresent({ skills: ['fault'] });
      const bill = await desk.serve({ skill: 'billing' });
      expect(await takeNext(desk.parts, other), 'it is the skilled one’s').to.deep.include({ kind: 'none' });
      await setAvailability(desk.parts, skilled, false);
      expect(await takeNext(desk.parts, other)).to.deep.equal({ kind: 'given', sessionId: bill.sessionId });
    });

    it('never go beyond what somebody can take, however many processes give at once', async () => {
      const agents = await Promise.all([1, 2, 3].map((capacity) => hirePresent({ skills: ['fault'], capacity })));
      for (let index = 0; index < 12; index += 1) await desk.serve({ skill: 'fault' });
      const taken = await Promise.all(
        agents.flatMap((agent) => Array.from({ length: 6 }, () => takeNext(desk.parts, agent))),
      );
      expect(taken.filter(({ kind }) => kind === 'given')).to.have.length(6);
      const { colleagues } = await listColleagues(desk.parts);
      for (const { load, capacity } of colleagues) expect(load).to.equal(capacity);
    });

    it('are pushed to the least loaded of the skilled where that is the utility’s way, never to who takes a break', async () => {
      const [one, two, away] = [
        await hirePresent({ skills: ['fault'], capacity: 4 }),
        await hirePresent({ skills: ['fault'], capacity: 4 }),
        await hirePresent({ skills: ['fault'], capacity: 4 }),
      ];
      await setAvailability(desk.parts, away, false);
      const served = [];
      for (let index = 0; index < 5; index += 1) served.push(await desk.serve({ skill: 'fault' }));
      await watch('pull').look();
      expect(await Promise.all(served.map(({ sessionId }) => ownerOf(sessionId)))).to.deep.equal(
        served.map(() => null),
      );
      await watch('push').look();
      const owners = await Promise.all(served.map(({ sessionId }) => ownerOf(sessionId)));
      const count = (agent: Actor) => owners.filter((owner) => owner === agent.staffId).length;
      expect([count(one) + count(two), count(away)]).to.deep.equal([5, 0]);
      expect(Math.abs(count(one) - count(two))).to.equal(1);
    });

    it('go back to the front of the queue with their notes when their owner has been gone for the grace time', async () => {
      const [gone, there] = [await hirePresent(), await hirePresent()];
      const theirs = await desk.serve({ queued_at: desk.now - 5 });
      const other = await desk.serve({ queued_at: desk.now - 5 });
      await claimSession(desk.parts, gone, theirs.sessionId);
      await claimSession(desk.parts, there, other.sessionId);
      const danger = await desk.serve({ severity: 'P1', queued_at: desk.now });
      const graver = await desk.serve({ severity: 'P2', queued_at: desk.now });
      await addNote(desk.parts, gone, { sessionId: theirs.sessionId, text: '已核对户号', clientId: 'note-0001' });
      desk.now += 59_000;
      await beat(there);
      await watch().look();
      expect(await ownerOf(theirs.sessionId), 'within the grace time').to.equal(gone.staffId);
      desk.now += 2_000;
      await watch().look();
      expect(await desk.session(theirs.sessionId)).to.include({
        state: 'queued',
        agent_id: null,
        returned_at: desk.now,
      });
      expect(await ownerOf(other.sessionId)).to.equal(there.staffId);
      const { queued } = await listSessions(desk.parts, there);
      expect(queued.map(({ id }) => id)).to.deep.equal([danger, theirs, graver].map(({ sessionId }) => sessionId));
      const notes = (await desk.transcript(theirs.conversationId)).filter(({ body }) => body.includes('已核对户号'));
      expect(notes.map(({ direction, author }) => ({ direction, author }))).to.deep.equal([
        { direction: 'in', author: 'agent' },
      ]);
      expect(await desk.audited(`session:${theirs.sessionId}`)).to.include('system session.returned');
      await claimSession(desk.parts, there, theirs.sessionId);
      expect(await desk.session(theirs.sessionId)).to.include({ returned_at: null, agent_id: there.staffId });
    });

    it('are not taken back just after the service itself was away, nor by two processes', async () => {
      const agent = await hirePresent();
      const { sessionId } = await desk.serve();
      await claimSession(desk.parts, agent, sessionId);
      desk.now += 10 * 60_000;
      const restarted = watch();
      restarted.start();
      await restarted.look();
      expect(await ownerOf(sessionId)).to.equal(agent.staffId);
      const another = watch('pull', 'two');
      await another.look();
      expect(await ownerOf(sessionId), 'the job is the other’s').to.equal(agent.staffId);
      desk.now += 61_000;
      await Promise.all([restarted.look(), another.look(), restarted.look()]);
      await restarted.stop();
      expect(await ownerOf(sessionId)).to.equal(null);
      expect((await desk.audited(`session:${sessionId}`)).filter((line) => line.includes('returned'))).to.have.length(
        1,
      );
    });

    it('are taken back at once from who works here no longer', async () => {
      const agent = await hirePresent();
      const { sessionId } = await desk.serve();
      await claimSession(desk.parts, agent, sessionId);
      await desk.database.query.updateTable('staff').set({ active: 0 }).where('id', '=', agent.staffId).execute();
      await watch().look();
      expect(await ownerOf(sessionId)).to.equal(null);
    });

    it('are handed to a person with a note, in one commit', async () => {
      const [from, to] = [await hirePresent(), await hirePresent({ capacity: 1 })];
      const { sessionId, conversationId } = await desk.serve();
      await claimSession(desk.parts, from, sessionId);
      const transfer = { sessionId, to: { kind: 'person', staffId: to.staffId }, note: '客户等回电' } as const;
      expect(await transferSession(desk.parts, to, transfer)).to.equal('not_present');
      expect(await transferSession(desk.parts, from, transfer)).to.equal('done');
      expect(await ownerOf(sessionId)).to.equal(to.staffId);
      const rows = (await desk.transcript(conversationId)).slice(-2).map(({ body }) => JSON.parse(body));
      expect(rows).to.deep.equal([
        { type: 'event', name: 'note', value: { text: '客户等回电' } },
        { type: 'event', name: 'status', value: { speaker: 'agent', name: to.deskName } },
      ]);
      expect(await transferSession(desk.parts, from, transfer)).to.equal('not_owner');
      const second = await desk.serve();
      await claimSession(desk.parts, from, second.sessionId);
      expect(await transferSession(desk.parts, from, { ...transfer, sessionId: second.sessionId })).to.equal('no_room');
      expect(await ownerOf(second.sessionId)).to.equal(from.staffId);
    });

    it('are handed to a matter, keep their place, and do not come back to who gave them away', async () => {
      const [from, biller] = [
        await hirePresent({ skills: ['fault', 'billing'] }),
        await hirePresent({ skills: ['billing'] }),
      ];
      const { sessionId } = await desk.serve({ skill: 'fault', queued_at: 7 });
      await claimSession(desk.parts, from, sessionId);
      expect(
        await transferSession(desk.parts, from, { sessionId, to: { kind: 'skill', skill: 'billing' }, note: '问电费' }),
      ).to.equal('done');
      expect(await desk.session(sessionId)).to.include({ state: 'queued', skill: 'billing', queued_at: 7 });
      await watch('push').look();
      expect(await ownerOf(sessionId)).to.equal(biller.staffId);
    });

    it('belong to exactly one however many transfer, release, close and claim at once', async () => {
      const agents = await Promise.all(
        Array.from({ length: 6 }, () => hirePresent({ skills: ['fault'], capacity: 50 })),
      );
      const { sessionId, conversationId } = await desk.serve({ skill: 'fault' });
      await Promise.all(
        Array.from({ length: 90 }, async (_, index) => {
          const [agent, other] = [agents[index % 6], agents[(index * 5 + 1) % 6]];
          if (!agent || !other) return;
          if (index % 3 === 0) await claimSession(desk.parts, agent, sessionId);
          else if (index % 3 === 1)
            await transferSession(desk.parts, agent, {
              sessionId,
              to: { kind: 'person', staffId: other.staffId },
              note: 'x',
            });
          else if (index === 89) await closeSession(desk.parts, agent, { sessionId, disposition: 'other' });
          else await releaseSession(desk.parts, agent, { sessionId, to: 'queue' });
        }),
      );
      const session = await desk.session(sessionId);
      expect(session.state === 'queued').to.equal(session.agent_id === null);
      const rows = await desk.transcript(conversationId);
      expect(rows.map(({ seq }) => seq)).to.deep.equal(rows.map((_, index) => index + 1));
    });
  });
}
