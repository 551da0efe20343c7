import { expect } from 'chai';
import { seedStaff } from '../../desk/accounts/seed-staff.ts';
import { signIn } from '../../desk/accounts/sign-in.ts';
import { whoHolds } from '../../desk/accounts/staff-sessions.ts';
import { editAnswer, listAnswers } from '../../desk/content/answers.ts';
import { listBanners, postBanner, removeBanner } from '../../desk/content/banners.ts';
import { listDeadLetters, retryDeadLetter } from '../../desk/operators/dead-letters.ts';
import { WaitingQueue } from '../../desk/queue/waiting-queue.ts';
import { claimSession } from '../../desk/sessions/claim-session.ts';
import { closeSession } from '../../desk/sessions/close-session.ts';
import { listSessions, showSession } from '../../desk/sessions/open-sessions.ts';
import { releaseSession } from '../../desk/sessions/release-session.ts';
import { sendMessage } from '../../desk/sessions/send-message.ts';
import { listTickets } from '../../desk/tickets/tickets.ts';
import { statement } from '../../store/database.ts';
import { sessionDetailSchema, sessionListSchema } from '../../web/protocol/desk/session.ts';
import { DeskRig, RIG_NOW } from '../desk/desk-rig.ts';
import { SMALL_BOOK } from '../desk/small-answer-book.ts';
import { ENGINES } from './engines.ts';

for (const engine of ENGINES) {
  describe(`the desk on ${engine.name}`, () => {
    let rig: DeskRig | undefined;
    before(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      rig = new DeskRig(opened);
    });
    after(() => rig?.close());

    function open(): DeskRig {
      if (!rig) throw new Error('the engine is not open');
      return rig;
    }

    it('gives a session to exactly one of fifty who claim it at once', async () => {
      const desk = open();
      const { parts } = desk;
      const agents = await Promise.all(Array.from({ length: 50 }, () => desk.hire()));
      const { sessionId, conversationId } = await desk.serve({ reference: '{}' });
      const outcomes = await Promise.all(agents.map((agent) => claimSession(parts, agent, sessionId)));
      expect(outcomes.filter((outcome) => outcome === 'claimed')).to.have.length(1);
      expect(outcomes.filter((outcome) => outcome === 'already_claimed')).to.have.length(49);
      const owner = agents[outcomes.indexOf('claimed')];
      expect((await desk.session(sessionId)).agent_id).to.equal(owner?.staffId);
      if (!owner) return;
      const message = { sessionId, text: '您好', clientId: 'sent-again-and-again' };
      const sent = await Promise.all(Array.from({ length: 20 }, () => sendMessage(parts, owner, message)));
      expect(sent).to.deep.equal(sent.map(() => ({ kind: 'sent', seq: 3 })));
      const outbox = await parts.database.query
        .selectFrom('outbox')
        .select('seq')
        .where('conversation_id', '=', conversationId)
        .orderBy('seq')
        .execute();
      expect(outbox, 'who has joined, and the message').to.deep.equal([{ seq: 2 }, { seq: 3 }]);
    });

    it('keeps one owner and a gapless transcript whatever many do at once', async () => {
      const desk = open();
      const agents = await Promise.all(Array.from({ length: 4 }, () => desk.hire()));
      const { sessionId, conversationId } = await desk.serve();
      await Promise.all(
        Array.from({ length: 80 }, async (_, index) => {
          const agent = agents[index % 4];
          if (!agent) return;
          if (index % 8 < 4) await claimSession(desk.parts, agent, sessionId);
          else if (index % 8 < 6)
            await sendMessage(desk.parts, agent, { sessionId, text: 'x', clientId: `id-${index}-x` });
          else await releaseSession(desk.parts, agent, { sessionId, to: 'queue' });
        }),
      );
      const session = await desk.session(sessionId);
      expect(session.state === 'assigned').to.equal(session.agent_id !== null);
      const rows = await desk.transcript(conversationId);
      expect(rows.map(({ seq }) => seq)).to.deep.equal(rows.map((_, index) => index + 1));
    });

    it('lists sessions in the order of serving, with last words, and shows one with its story', async () => {
      const desk = open();
      const agent = await desk.hire();
      const later = await desk.serve({ severity: 'P2', queued_at: RIG_NOW + 1, words: '冒烟了' });
      const first = await desk.serve({ severity: 'P2', queued_at: RIG_NOW });
      const graver = await desk.serve({ severity: 'P1', queued_at: RIG_NOW + 9 });
      const { queued } = sessionListSchema.parse(await listSessions(desk.parts, agent));
      const ours = [graver, first, later].map(({ sessionId }) => sessionId);
      expect(queued.map(({ id }) => id).filter((id) => ours.includes(id))).to.deep.equal(ours);
      expect(queued.find(({ id }) => id === later.sessionId)?.preview).to.equal('冒烟了');
      const queue = new WaitingQueue(desk.parts.repositories.sessions);
      expect(await queue.placeOf(graver.sessionId)).to.equal(1);
      await claimSession(desk.parts, agent, first.sessionId);
      await closeSession(desk.parts, agent, { sessionId: first.sessionId, disposition: 'other' });
      const detail = sessionDetailSchema.parse(await showSession(desk.parts, agent, first.sessionId));
      expect(detail.session).to.include({ state: 'closed', agentDeskName: agent.deskName });
    });

    it('edits answers, posts banners and pages tickets', async () => {
      const desk = open();
      const supervisor = await desk.hire(['supervisor']);
      const edit = { intent: 'ask_tariff', language: 'en' } as const;
      for (const text of ['one', 'two']) {
        await editAnswer(desk.parts, supervisor, { book: SMALL_BOOK, edit: { ...edit, text } });
      }
      const { answers } = await listAnswers(desk.parts, SMALL_BOOK);
      expect(answers.filter(({ edited }) => edited !== null)).to.have.length(1);
      expect(
        answers.find(({ intent, language }) => intent === edit.intent && language === edit.language)?.edited,
      ).to.equal('two');
      const banner = await postBanner(desk.parts, supervisor, { textZh: '停', textEn: 'out', untilAt: null });
      expect(await desk.parts.repositories.banners.standing(desk.now)).to.have.length(1);
      expect(await removeBanner(desk.parts, supervisor, banner?.id ?? '')).to.equal(true);
      expect(await listBanners(desk.parts)).to.deep.equal([]);
      expect(await listTickets(desk.parts, supervisor, { limit: 10, state: 'received', severity: 'P1' })).to.deep.equal(
        {
          tickets: [],
          next: null,
        },
      );
    });

    it('revives what was set aside, once', async () => {
      const desk = open();
      const { conversationId } = await desk.serve();
      await desk.database.commit([
        statement(
          desk.database.query
            .updateTable('activity')
            .set({ handling: 'dead' })
            .where('conversation_id', '=', conversationId)
            .where('seq', '=', 1),
        ),
      ]);
      const admin = await desk.hire(['admin']);
      expect((await listDeadLetters(desk.parts)).inbound).to.have.length(1);
      const retried = await Promise.all([1, 2, 3].map(() => retryDeadLetter(desk.parts, admin, `${conversationId}.1`)));
      expect(retried.filter(Boolean)).to.have.length(1);
    });

    it('signs staff in and knows them by their token', async () => {
      const desk = open();
      const person = { id: 'p', login: 'p', demoPassword: 'secret', name: 'P', deskName: 'Desk P', capacity: 1 };
      await seedStaff(desk.database, [{ ...person, roles: ['agent'], skills: [] }], RIG_NOW);
      const outcome = await signIn(desk.accounts, { login: 'P', password: 'secret', address: '192.0.2.1' });
      if (outcome.kind !== 'signed_in') throw new Error(outcome.kind);
      desk.now += 2 * 60_000;
      expect(await whoHolds(desk.accounts, outcome.token)).to.include({ staffId: 'p', deskName: 'Desk P' });
    });
  });
}
