import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type Database, statement } from '../../store/database.ts';
import { newConversation } from '../../store/repositories/conversation-repository.ts';
import { OutboxRepository } from '../../store/repositories/outbox-repository.ts';
import type { OutboxTable } from '../../store/tables/conversation-tables.ts';
import { Transcript } from '../../store/transcript.ts';
import { TurnStatements } from '../../store/unit-of-work.ts';
import { ENGINES, type OpenEngine } from './engines.ts';

const LEASE = { leaseMs: 60_000, limit: 100, mostTries: 3 };

for (const engine of ENGINES) {
  describe(`the outbox on ${engine.name}`, () => {
    let opened: OpenEngine | null;
    let database: Database;
    let outbox: OutboxRepository;
    let transcript: Transcript;
    let statements: TurnStatements;
    before(async function () {
      opened = await engine.open();
      if (!opened) return this.skip();
      database = opened.database;
      outbox = new OutboxRepository(database);
      transcript = new Transcript(database);
      statements = new TurnStatements(database, transcript);
    });
    afterEach(async () => {
      await database.query.deleteFrom('outbox').execute();
    });
    after(async () => opened?.close());

    const begin = async () => {
      const id = randomUUID();
      const row = newConversation({ id, channel: 'telegram', thread: id, userId: 'u', reference: '{"to":1}', now: 1 });
      await database.commit([statement(database.query.insertInto('conversation').values(row), { expect: 1 })]);
      return id;
    };
    const say = async (id: string, kind: OutboxTable['kind'] = 'reply', dueAt = 10) => {
      const body = JSON.stringify({ type: 'message' });
      const said = await database.commit([
        ...transcript.append(id, [{ author: 'bot', body, at: 1, handling: 'none' }]),
        statements.queueForChannel({
          ...{ id: randomUUID(), conversationId: id, back: 0, answers: null, channel: 'telegram' },
          ...{ kind, state: 'due', dueAt, now: 1 },
        }),
      ]);
      expect(said.ok).to.equal(true);
    };
    const claim = (now: number) => outbox.claim({ now, ...LEASE });
    const stateOf = async (id: string) =>
      (
        await database.query
          .selectFrom('outbox')
          .select(['state', 'tries', 'last_error'])
          .where('conversation_id', '=', id)
          .orderBy('seq')
          .execute()
      ).map(({ state, tries, last_error }) => [state, tries, last_error]);

    it('gives out the first of each conversation, with all that a channel needs', async () => {
      const [one, two] = [await begin(), await begin()];
      await say(one);
      await say(one);
      await say(two);
      const claimed = await claim(10);
      expect(claimed.map(({ conversationId, seq }) => [conversationId, seq])).to.have.deep.members([
        [one, 1],
        [two, 1],
      ]);
      expect(claimed[0]).to.include({
        reference: '{"to":1}',
        kind: 'reply',
        tries: 1,
        leaseUntil: 60_010,
        author: 'bot',
      });
      expect(await claim(10), 'they are out').to.deep.equal([]);
    });

    it('holds the next back until the one before it is sent or set aside', async () => {
      const id = await begin();
      for (let index = 0; index < 3; index += 1) await say(id);
      const [first] = await claim(10);
      if (!first) throw new Error('nothing was claimed');
      await database.commit([outbox.settle(first, { state: 'due', waitMs: 500, reason: 'http_503' }, 20)]);
      expect(await claim(30), 'the first waits, and the others with it').to.deep.equal([]);
      const [again] = await claim(520);
      expect(again).to.include({ seq: 1, tries: 2 });
      if (again) await database.commit([outbox.settle(again, { state: 'dead', reason: 'http_403' }, 530)]);
      const [second] = await claim(540);
      expect(second).to.include({ seq: 2 });
      if (second) await database.commit([outbox.settle(second, { state: 'sent' }, 550)]);
      expect((await claim(560)).map(({ seq }) => seq)).to.deep.equal([3]);
      expect(await stateOf(id)).to.deep.equal([
        ['dead', 2, 'http_403'],
        ['sent', 1, null],
        ['sending', 1, null],
      ]);
    });

    it('gives each message to exactly one of many who claim at once', async () => {
      const ids = await Promise.all(Array.from({ length: 20 }, begin));
      for (const id of ids) await say(id);
      const claims = await Promise.all(Array.from({ length: 12 }, () => outbox.claim({ now: 10, ...LEASE, limit: 5 })));
      const given = claims.flat().map(({ conversationId }) => conversationId);
      expect(new Set(given).size).to.equal(given.length);
      for (let rest = await claim(10); rest.length > 0; rest = await claim(10)) {
        given.push(...rest.map(({ conversationId }) => conversationId));
      }
      expect(given.sort()).to.deep.equal(ids.sort());
    });

    it('takes back what nobody reported on, by its kind, and hears no report on it any more', async () => {
      const ids: Record<OutboxTable['kind'], string> = {
        danger: await begin(),
        reply: await begin(),
        notice: await begin(),
      };
      for (const kind of ['danger', 'reply', 'notice'] as const) await say(ids[kind], kind);
      const lost = await claim(10);
      expect(await claim(60_009), 'their senders may yet live').to.deep.equal([]);
      const again = await claim(60_010);
      expect(again.map(({ kind, tries }) => [kind, tries])).to.have.deep.members([
        ['danger', 2],
        ['reply', 2],
      ]);
      expect(await stateOf(ids.notice)).to.deep.equal([['unknown', 1, 'interrupted']]);
      for (const delivery of lost) {
        const late = await database.commit([outbox.settle(delivery, { state: 'sent' }, 60_020)]);
        expect(late).to.deep.include({ ok: false, refusal: 'lease_over' });
      }
      await claim(200_000);
      await claim(300_000);
      expect(await stateOf(ids.danger), 'as often as it kills its sender').to.deep.equal([['dead', 3, 'interrupted']]);
    });

    it('knows when there is something to do next', async () => {
      expect(await outbox.nextAt()).to.equal(null);
      const id = await begin();
      await say(id, 'reply', 700);
      expect(await outbox.nextAt()).to.equal(700);
      await claim(800);
      expect(await outbox.nextAt(), 'the end of the lease').to.equal(60_800);
    });
  });
}
