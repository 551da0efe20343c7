import { expect } from 'chai';
import { DEMO_CUSTOMER } from '../../../data/demo/demo-customer.ts';
import type { Statement } from '../../../store/database.ts';
import { ConversationRig, type RigConversation } from '../../support/conversation-rig.ts';

const NOBODY = '0319000000000000';
const MINUTE_MS = 60_000;

describe('who is asking', () => {
  let rig: ConversationRig;

  beforeEach(async function () {
    this.timeout(60_000);
    rig = await ConversationRig.open();
  });

  afterEach(() => rig.close());

  async function newestCode(): Promise<string> {
    const sms = await rig.database.query
      .selectFrom('sms')
      .select('text')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    return /\d{6}/.exec(sms.text)?.[0] ?? '';
  }

  async function words(conversation: RigConversation, text: string): Promise<string> {
    return (await conversation.say(text)).map((reply) => reply.text).join('\n');
  }

  /** What a turn has written and how, without the values. */
  async function statementsOf(action: () => Promise<unknown>): Promise<string[]> {
    const { database } = rig;
    const commit = database.commit.bind(database);
    const seen: string[] = [];
    database.commit = (statements: readonly Statement[]) => {
      seen.push(...statements.map(({ sql }) => sql));
      return commit(statements);
    };
    await action();
    database.commit = commit;
    return seen;
  }

  it('does the same work and says the same for an account that exists and one that does not', async () => {
    const said: string[][] = [];
    const done: string[][] = [];
    for (const number of [DEMO_CUSTOMER.accountNumber, NOBODY]) {
      const conversation = await rig.begin();
      await conversation.say('我要看账单');
      const heard: string[] = [];
      const statements = await statementsOf(async () => {
        heard.push(await words(conversation, number));
        // Wrong for the one, and for the other there is none: both are held against a hash.
        for (const code of ['1000001', '1000002', '1000003']) heard.push(await words(conversation, code));
        heard.push(await words(conversation, '我要看账单'), await words(conversation, number));
      });
      said.push(heard);
      done.push(statements);
    }
    expect(said[0]).to.have.length(6);
    expect(said[0]).to.deep.equal(said[1]);
    expect(done[0]?.length).to.be.greaterThan(20);
    expect(done[0]).to.deep.equal(done[1]);
  });

  it('takes a code once, and only in the conversation that has asked for it', async () => {
    const own = await rig.begin();
    await own.say('my bill');
    await own.say(DEMO_CUSTOMER.accountNumber);
    const code = await newestCode();
    const other = await rig.begin();
    await other.say('my bill');
    expect(await words(other, DEMO_CUSTOMER.accountNumber)).to.include('too often');
    expect(await words(other, code)).to.not.include('October 2026');
    expect(await words(own, code)).to.include('October 2026');
    rig.pass(16 * MINUTE_MS);
    await own.say('my bill');
    await own.say(DEMO_CUSTOMER.accountNumber);
    const next = await newestCode();
    if (next !== code) expect(await words(own, code)).to.include('not right');
    expect(await words(own, next)).to.include('October 2026');
  });

  it('makes one conversation wait longer and longer, whatever accounts it names', async () => {
    const rows = await rig.database.query.selectFrom('account').select('number').orderBy('id').limit(9).execute();
    const conversation = await rig.begin();
    const waits: number[] = [];
    for (const { number } of rows) {
      await conversation.say('show me my bill');
      const answer = await words(conversation, number);
      if (answer.includes('a code has been sent')) {
        await conversation.say('never mind, stop');
        continue;
      }
      expect(answer).to.include('too often');
      const audited = await rig.services.audit.about(`conversation:${conversation.id}`, 'verification.refused', 1);
      const wait = Number(audited[0]?.detail.wait);
      waits.push(wait);
      rig.pass(wait);
      await conversation.say('show me my bill');
      expect(await words(conversation, number)).to.include('a code has been sent');
      await conversation.say('never mind, stop');
    }
    expect(waits.length).to.be.at.least(3);
    for (const [at, wait] of waits.entries()) expect(wait).to.be.greaterThan(at === 0 ? 0 : 2 * (waits[at - 1] ?? 0));
  });

  it('is audited from the code that is sent to the end by idling, without the number and without the code', async () => {
    const conversation = await rig.begin();
    await conversation.say('我要看账单');
    await conversation.say(DEMO_CUSTOMER.accountNumber);
    const code = await newestCode();
    await conversation.say(code === '100001' ? '100002' : '100001');
    await conversation.say(code);
    rig.pass(16 * MINUTE_MS);
    await conversation.say('我要看账单');
    const rows = await rig.database.query
      .selectFrom('audit')
      .selectAll()
      .where('subject', '=', `conversation:${conversation.id}`)
      .orderBy('at')
      .execute();
    const verification = rows.filter(({ action }) => action.startsWith('verification.'));
    expect(verification.map(({ action }) => action)).to.deep.equal([
      'verification.sent',
      'verification.failed',
      'verification.passed',
      'verification.ended',
    ]);
    const text = JSON.stringify(verification);
    expect(text).to.not.include(DEMO_CUSTOMER.accountNumber);
    expect(text).to.not.include(code);
  });

  it('keeps no code but as a salted hash, which differs for the same code', async () => {
    const conversation = await rig.begin();
    await conversation.say('我要看账单');
    await conversation.say(DEMO_CUSTOMER.accountNumber);
    const code = await newestCode();
    const { query } = rig.database;
    const [verifications, states, audit] = await Promise.all([
      query.selectFrom('verification').selectAll().execute(),
      query.selectFrom('bot_state').selectAll().execute(),
      query.selectFrom('audit').selectAll().execute(),
    ]);
    expect(verifications[0]?.code_hash).to.match(/^[\w-]{22}\.[\w-]{43}$/);
    for (const rows of [verifications, states, audit]) expect(JSON.stringify(rows)).to.not.include(code);
  });
});
