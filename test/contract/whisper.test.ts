import { expect } from 'chai';
import fc from 'fast-check';
import { isShown } from '../../channels/directline/wire-activity.ts';
import type { Actor } from '../../desk/actor.ts';
import { openFloorParts } from '../../desk/floor/floor-parts.ts';
import { reassign } from '../../desk/floor/reassign.ts';
import { takeOver } from '../../desk/floor/take-over.ts';
import { hearWords, listWords } from '../../desk/floor/tell-staff.ts';
import { whisper } from '../../desk/floor/whisper.ts';
import { addNote } from '../../desk/sessions/add-note.ts';
import { claimSession } from '../../desk/sessions/claim-session.ts';
import { sendMessage } from '../../desk/sessions/send-message.ts';
import { DESK_TOPIC } from '../../store/topics.ts';
import { arrived, DeskRig, type RigSession } from '../desk/desk-rig.ts';
import { EXAMPLE_FLOOR } from '../domain/floor/example-floor.ts';
import { ENGINES } from './engines.ts';

const SECRET = '别答应赔偿';

for (const engine of ENGINES) {
  describe(`a whisper to whoever serves on ${engine.name}`, () => {
    let desk: DeskRig;
    let agent: Actor;
    let supervisor: Actor;
    beforeEach(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      desk = new DeskRig(opened);
      agent = await desk.hire(['agent']);
      supervisor = await desk.hire(['supervisor']);
      for (const { staffId } of [agent, supervisor]) {
        await desk.database.commit([desk.parts.repositories.presence.beat(staffId, desk.now)]);
      }
    });
    afterEach(() => desk?.close());

    async function held(given: Parameters<DeskRig['serve']>[0] = {}): Promise<RigSession> {
      const session = await desk.serve(given);
      await claimSession(desk.parts, agent, session.sessionId);
      return session;
    }
    const say = (from: Actor, sessionId: string, clientId: string, text = SECRET) =>
      whisper(desk.parts, from, { sessionId, text, clientId });

    it('is heard at once, stays until it is seen, and can be answered', async () => {
      const { sessionId, conversationId } = await held();
      expect(await say(agent, sessionId, 'agent-0001')).to.deep.equal({ kind: 'refused', reason: 'nobody_listens' });
      const heard = desk.listen(DESK_TOPIC);
      const said = await say(supervisor, sessionId, 'whisper-0001');
      await arrived();
      expect(heard).to.deep.include({ type: 'word', to: agent.staffId });
      expect(said).to.deep.include({ kind: 'whispered' });
      expect(await say(supervisor, sessionId, 'whisper-0001'), 'a retry').to.deep.equal(said);
      const { words } = await listWords(desk.parts, agent);
      expect(words.map(({ kind, conversationId: where }) => [kind, where])).to.deep.equal([
        ['whisper', conversationId],
      ]);
      await hearWords(desk.parts, agent, { conversationId, seq: (words[0]?.seq ?? 0) - 1 });
      expect((await listWords(desk.parts, agent)).words, 'not yet seen').to.have.length(1);
      await hearWords(desk.parts, agent, { conversationId, seq: words[0]?.seq ?? 0 });
      expect((await listWords(desk.parts, agent)).words).to.deep.equal([]);
      expect(await say(agent, sessionId, 'agent-0002', '明白')).to.deep.include({ kind: 'whispered' });
      expect((await listWords(desk.parts, supervisor)).words.map(({ kind }) => kind)).to.deep.equal(['whisper']);
      expect(await desk.audited(`session:${sessionId}`)).to.include(`${supervisor.staffId} session.whispered`);
      const lines = await desk.database.query.selectFrom('audit').select('detail').execute();
      expect(lines.map(({ detail }) => detail).join()).not.to.include(SECRET);
    });

    it('is the supervisor’s and the owner’s alone, and needs somebody to hear it', async () => {
      const { sessionId } = await held();
      const [other, judge] = [await desk.hire(['agent']), await desk.hire(['quality'])];
      for (const one of [other, judge]) {
        expect(await say(one, sessionId, 'other-0001')).to.deep.equal({ kind: 'refused', reason: 'not_owner' });
      }
      const waiting = await desk.serve();
      expect(await say(supervisor, waiting.sessionId, 'other-0002')).to.deep.equal({
        kind: 'refused',
        reason: 'nobody_listens',
      });
      const closed = await desk.serve({ state: 'closed' });
      expect(await say(supervisor, closed.sessionId, 'other-0003')).to.deep.include({ reason: 'session_closed' });
      await sendMessage(desk.parts, agent, { sessionId, text: '您好', clientId: 'taken-0001' });
      expect(await say(supervisor, sessionId, 'taken-0001')).to.deep.equal({ kind: 'refused', reason: 'id_taken' });
    });

    it('never reaches the customer, by whatever way and in whatever order it is said', async function () {
      this.timeout(60_000);
      const step = fc.constantFrom('whisper', 'back', 'note', 'say', 'customer', 'take_over', 'reassign');
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), fc.boolean(), async (steps, outside) => {
          const session = await held(outside ? { reference: '{"outside":true}' } : {});
          for (const [index, does] of steps.entries()) await act(session, does, `step-${index}-0000`);
          const rows = await desk.transcript(session.conversationId);
          const secret = rows.filter(({ body }) => body.includes(SECRET));
          expect(secret.filter(isShown), 'in Direct Line').to.deep.equal([]);
          const sent = await desk.database.query
            .selectFrom('outbox')
            .select('seq')
            .where('conversation_id', '=', session.conversationId)
            .execute();
          const bodies = sent.map(({ seq }) => rows.find((row) => row.seq === seq)?.body ?? '');
          expect(bodies.join(), 'in the outbox').not.to.include(SECRET).and.not.to.include('whisper');
          expect(sent).to.have.length(outside ? sent.length : 0);
          const item = await desk.parts.repositories.lastWords.of([
            { conversation_id: session.conversationId, seq: rows.length },
          ]);
          expect(item.get(session.conversationId)?.preview ?? '').not.to.include(SECRET);
        }),
        { numRuns: 15, includeErrorInReport: true },
      );

      async function act({ sessionId, conversationId }: RigSession, does: string, clientId: string): Promise<unknown> {
        const floor = openFloorParts(desk.parts, { floor: EXAMPLE_FLOOR, answerWithinSeconds: 60 });
        const note = SECRET;
        if (does === 'whisper') return say(supervisor, sessionId, clientId);
        if (does === 'back') return say(agent, sessionId, clientId);
        if (does === 'note') return addNote(desk.parts, agent, { sessionId, text: SECRET, clientId });
        if (does === 'say') return sendMessage(desk.parts, agent, { sessionId, text: '您好', clientId });
        if (does === 'take_over') return takeOver(floor, supervisor, { sessionId, note });
        if (does === 'reassign') {
          const to = { kind: 'person', staffId: agent.staffId } as const;
          return reassign(floor, supervisor, { sessionId, to, note, force: SECRET });
        }
        return desk.customerSays({ sessionId, conversationId });
      }
    });
  });
}
