import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type Database, statement } from '../../store/database.ts';
import { ConversationRepository, newConversation } from '../../store/repositories/conversation-repository.ts';
import { type NewActivity, Transcript } from '../../store/transcript.ts';
import { ENGINES, type OpenEngine } from './engines.ts';

for (const engine of ENGINES) {
  describe(`the transcript on ${engine.name}`, () => {
    let opened: OpenEngine | null;
    let database: Database;
    let transcript: Transcript;
    let conversations: ConversationRepository;
    before(async function () {
      opened = await engine.open();
      if (!opened) return this.skip();
      database = opened.database;
      transcript = new Transcript(database);
      conversations = new ConversationRepository(database);
    });
    after(async () => opened?.close());

    const begin = async () => {
      const id = randomUUID();
      const row = newConversation({ id, channel: 'directline', thread: id, userId: 'dl_1', now: 1 });
      await database.commit([statement(database.query.insertInto('conversation').values(row), { expect: 1 })]);
      return id;
    };
    const inbound = (messageId: string): NewActivity & { messageId: string } => ({
      author: 'customer',
      messageId,
      body: `{"text":"${messageId}"}`,
      at: 5,
      handling: 'pending',
    });
    const reply: NewActivity = { author: 'bot', body: '{"text":"re"}', at: 6, handling: 'none' };
    const decided = { language: 'en', sessionId: null, now: 7 };

    it('takes in each message once, in order, without gaps', async () => {
      const id = await begin();
      const first = await database.commit(transcript.accept(id, inbound('m1')));
      expect(first.ok && first.rows[0]?.[0]?.seq).to.equal(1);
      const again = await database.commit(transcript.accept(id, inbound('m1')));
      expect(again).to.include({ ok: false, refusal: 'duplicate' });
      await database.commit(transcript.accept(id, inbound('m2')));
      const rows = await conversations.transcriptAfter(id, 0, 10);
      expect(
        rows.map(({ seq, message_id, direction, tries }) => ({ seq, message_id, direction, tries })),
      ).to.deep.equal([
        { seq: 1, message_id: 'm1', direction: 'in', tries: 1 },
        { seq: 2, message_id: 'm2', direction: 'in', tries: 1 },
      ]);
    });

    it('takes in a message once however many times it arrives at the same moment', async () => {
      const id = await begin();
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, (_, index) => database.commit(transcript.accept(id, inbound(`m${index % 10}`)))),
      );
      expect(outcomes.filter(({ ok }) => ok)).to.have.length(10);
      const rows = await conversations.transcriptAfter(id, 0, 100);
      expect(rows.map(({ seq }) => seq)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(new Set(rows.map(({ message_id }) => message_id)).size).to.equal(10);
    });

    it('refuses what is meant for a conversation that does not exist', async () => {
      expect((await database.commit(transcript.append('nowhere', [reply]))).ok).to.equal(false);
      expect((await database.commit(transcript.accept('nowhere', inbound('m')))).ok).to.equal(false);
    });

    it('keeps seq without gaps while messages, replies and people write at once', async () => {
      const id = await begin();
      await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          index % 2
            ? database.commit(transcript.accept(id, inbound(`w${index}`)))
            : database.commit(transcript.append(id, [reply, reply])),
        ),
      );
      const rows = await conversations.transcriptAfter(id, 0, 1000);
      expect(rows.map(({ seq }) => seq)).to.deep.equal(Array.from({ length: 90 }, (_, index) => index + 1));
    });

    it('lets one of two decisions on the same version stand', async () => {
      const id = await begin();
      const conversation = { id, version: 0 };
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => database.commit(transcript.decide(conversation, decided, [reply]))),
      );
      expect(outcomes.filter(({ ok }) => ok)).to.have.length(1);
      for (const outcome of outcomes) if (!outcome.ok) expect(outcome.refusal).to.equal('version');
      const row = await conversations.byId(id);
      expect(row).to.include({ version: 1, seq: 1, language: 'en', updated_at: 7 });
    });

    it('is not disturbed in a decision by messages that come in meanwhile', async () => {
      const id = await begin();
      const conversation = { id, version: 0 };
      await database.commit(transcript.accept(id, inbound('late')));
      expect((await database.commit(transcript.decide(conversation, decided, [reply]))).ok).to.equal(true);
    });

    it('marks inbound handled only once, and only the lowest', async () => {
      const id = await begin();
      await database.commit(transcript.accept(id, inbound('m1')));
      await database.commit(transcript.accept(id, inbound('m2')));
      const handle = (seq: number) =>
        database.commit([transcript.handled({ conversationId: id, seq, sessionId: null, as: 'done' })]);
      expect(await handle(2)).to.include({ ok: false, refusal: 'handled' });
      expect((await handle(1)).ok).to.equal(true);
      expect(await handle(1)).to.include({ ok: false, refusal: 'handled' });
      expect((await handle(2)).ok).to.equal(true);
      expect(await conversations.nextTurn(id)).to.equal(null);
    });

    it('finds inbound that has waited too long', async () => {
      const id = await begin();
      await database.commit(transcript.accept(id, inbound('m1')));
      const overdue = async (before: number) =>
        (await conversations.withOverdueInbound(before, 1000)).map((row) => row.id);
      expect(await overdue(5)).to.not.include(id);
      expect(await overdue(6)).to.include(id);
      const tried = await database.commit([
        statement(database.query.updateTable('activity').set({ tries: 2 }).where('conversation_id', '=', id)),
      ]);
      expect(tried.ok).to.equal(true);
      expect((await conversations.withOverdueInbound(6, 1000)).at(-1)).to.deep.equal({ id, tries: 2 });
    });

    it('pages a transcript from both ends', async () => {
      const id = await begin();
      await database.commit(
        transcript.append(
          id,
          Array.from({ length: 9 }, () => reply),
        ),
      );
      expect((await conversations.transcriptAfter(id, 2, 3)).map(({ seq }) => seq)).to.deep.equal([3, 4, 5]);
      expect((await conversations.transcriptBefore(id, 9, 3)).map(({ seq }) => seq)).to.deep.equal([6, 7, 8]);
    });
  });
}
