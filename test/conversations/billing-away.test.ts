import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { DEMO_CUSTOMER } from '../../data/demo/demo-customer.ts';
import { type BillingOverHttp, billingOverHttp } from '../support/billing-over-http.ts';
import { ConversationRig, type RigConversation } from '../support/conversation-rig.ts';
import { until } from '../support/until.ts';
import { play } from './play.ts';

const AN_AMOUNT = /¥\d|\d 元|\d+\.\d\d/;

describe('conversations while the billing system is slow or away', () => {
  let rig: ConversationRig;
  let billing: BillingOverHttp;

  beforeEach(async function () {
    this.timeout(60_000);
    rig = await ConversationRig.open({
      async billing(database, now) {
        const settings = { BILLING_PATIENCE_MS: 300, BILLING_AT_ONCE: 2, BILLING_BREAK_AFTER: 1000 };
        billing = await billingOverHttp(database, { now, settings });
        return billing.source;
      },
    });
  });

  afterEach(async () => {
    await billing.system.close();
    await rig.close();
  });

  /** Begins a conversation in which the account is verified, and nothing has been asked of the billing system yet but the opening question. */
  async function verified(
    language: 'zh' | 'en',
    number: string = DEMO_CUSTOMER.accountNumber,
  ): Promise<RigConversation> {
    const conversation = await rig.begin();
    await send(conversation, language === 'en' ? 'how much do I owe' : '我还欠多少电费');
    await hears(conversation, language === 'en' ? '16-digit' : '16 位户号');
    await send(conversation, number);
    await hears(conversation, language === 'en' ? 'If this account exists' : '如果这个户号存在');
    const sms = await rig.database.query
      .selectFrom('sms')
      .select('text')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    await send(conversation, /\d{6}/.exec(sms.text)?.[0] ?? '');
    return conversation;
  }

  /** Sends without waiting until all is handled. */
  async function send({ id }: RigConversation, text: string): Promise<void> {
    rig.pass(1000);
    const message = { type: 'message', text };
    await rig.turns.inbox.accept({
      ...{ conversationId: id, messageId: randomUUID(), author: 'customer', authorId: 'dl' },
      body: message,
    });
  }

  async function said(conversation: RigConversation): Promise<string> {
    const rows = await conversation.transcript();
    return rows.flatMap(({ direction, body }) => (direction === 'out' ? [body] : [])).join('\n');
  }

  async function hears(conversation: RigConversation, words: string): Promise<void> {
    await until(async () => (await said(conversation)).includes(words));
  }

  /** The billing system is asked anew where what it said a moment ago is forgotten. */
  async function away(): Promise<void> {
    billing.system.manner = { kind: 'drops' };
    await until(async () => {
      const look = await billing.source.look(DEMO_CUSTOMER.accountId, 'first');
      return look.kind !== 'known' || look.keptAt !== null;
    });
  }

  it('says “one moment” and goes on once the answer is there', async () => {
    billing.system.manner = { kind: 'hangs' };
    const conversation = await verified('zh');
    await hears(conversation, '请稍等，计费系统回得慢');
    expect(await said(conversation)).to.not.match(AN_AMOUNT);
    billing.system.release();
    await hears(conversation, '一共应缴');
    expect(billing.system.asked).to.have.length(1);
  });

  it('hears of danger at once while an answer is awaited', async () => {
    billing.system.manner = { kind: 'hangs' };
    const conversation = await verified('en');
    await hears(conversation, 'One moment');
    await send(conversation, 'There are sparks at the pole outside and a wire has come down');
    await hears(conversation, '10 m');
    expect(billing.system.hanging, 'still nothing from the billing system').to.equal(1);
    billing.system.release();
  });

  it('slows down nobody else: not whoever asks other things, and not beyond its places', async () => {
    billing.system.manner = { kind: 'hangs' };
    const numbers = await rig.database.query.selectFrom('account').select('number').orderBy('id').limit(9).execute();
    const askers: RigConversation[] = [];
    for (const { number } of numbers) askers.push(await verified('en', number));
    await until(async () => billing.system.hanging === 2);
    const other = await rig.begin();
    await send(other, '怎么交电费');
    await hears(other, '微信');
    expect(billing.system.hanging, 'those of before are held up still').to.equal(2);
    for (const asker of askers) await until(async () => /One moment|isn't answering/.test(await said(asker)));
    billing.system.release();
    for (const asker of askers) await rig.settled(asker.id);
  });

  it('shows the last known record with its age, in both languages', async () => {
    const conversation = await verified('zh');
    await hears(conversation, '一共应缴');
    rig.pass(600_000);
    await away();
    await conversation.heard();
    const [notice, answer] = await conversation.say('我要看账单');
    expect(notice?.text).to.match(/计费系统现在没有回应。以下是截至 10:\d\d 的记录/);
    expect(answer?.text).to.include('2026年10月');
    const english = await conversation.say('Show me my bill please');
    expect(english[0]?.text).to.match(/isn't answering just now. This is the record as of 10:\d\d/);
    expect(english[1]?.text).to.include('October 2026');
  });

  it('hands out no link to pay while it cannot be seen what was paid since', async () => {
    const conversation = await verified('zh');
    await hears(conversation, '一共应缴');
    expect(JSON.stringify(await conversation.say('把缴费链接发给我'))).to.include('reference=');
    rig.pass(600_000);
    await away();
    await conversation.heard();
    const answers = await conversation.say('把缴费链接发给我');
    expect(answers[0]?.text).to.include('重复缴费');
    expect(JSON.stringify(answers)).to.not.match(/reference=|¥/);
  });

  it('invents nothing where nothing is kept, and offers a person or another try', async () => {
    billing.system.manner = { kind: 'status', status: 503 };
    for (const language of ['zh', 'en'] as const) {
      const conversation = await verified(language);
      await hears(conversation, language === 'en' ? 'I will not guess a figure' : '不会估一个数字');
      const words = (await said(conversation)).split('\n').at(-1) ?? '';
      expect(words).to.not.match(AN_AMOUNT);
      expect(words).to.include(language === 'en' ? 'Talk to a person' : '转人工');
      rig.pass(600_000);
    }
  });

  it('answers the same question when it is tried again and the system is back', async () => {
    billing.system.manner = { kind: 'status', status: 503 };
    const conversation = await verified('en');
    await hears(conversation, 'Try again');
    await conversation.heard();
    billing.system.manner = { kind: 'well' };
    await until(async () => (await billing.source.look(DEMO_CUSTOMER.accountId, 'first')).kind === 'known');
    const [answer] = await conversation.say('Try again');
    expect(answer?.text).to.include('is due on account');
  });

  it('shows nobody another account’s record', async () => {
    billing.system.manner = {
      kind: 'garbled',
      by: ({ account, ...rest }) => ({ ...rest, account: { ...account, number: '0319000000009999' } }),
    };
    const conversation = await verified('en');
    await hears(conversation, "isn't answering");
    expect(await said(conversation)).to.not.match(AN_AMOUNT);
  });

  it('forgets a chat account whose account the system has closed', async () => {
    const conversation = await rig.begin({ reference: '{}', userId: 'telegram-closed' });
    await send(conversation, 'remember me here');
    await hears(conversation, '16-digit');
    await send(conversation, DEMO_CUSTOMER.accountNumber);
    await hears(conversation, 'If this account exists');
    const { text } = await rig.database.query
      .selectFrom('sms')
      .select('text')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    await send(conversation, /\d{6}/.exec(text)?.[0] ?? '');
    await hears(conversation, 'without a code for 180 days');
    await conversation.say('Yes, remember me');
    billing.system.manner = {
      kind: 'garbled',
      by: ({ account, ...rest }) => ({ ...rest, account: { ...account, state: 'closed' } }),
    };
    expect((await conversation.say('how much do I owe')).map((reply) => reply.text).join()).to.not.match(AN_AMOUNT);
    const binding = await rig.database.query.selectFrom('chat_binding').selectAll().executeTakeFirstOrThrow();
    expect(binding).to.include({ ended_by: 'account_gone' });
  });

  it('takes a report of a fault while the system is away', async () => {
    const conversation = await verified('zh');
    await hears(conversation, '一共应缴');
    await conversation.heard();
    await away();
    await play(rig, {
      name: 'a report',
      steps: [{ say: '寮步镇石步村3栋有人触电了，快来', expect: { contains: ['120'] } }],
    });
    const answers = await conversation.say('家里停电了');
    expect(answers.map(({ text }) => text).join('\n')).to.match(/先确认一下|邻居|总开关/);
  });
});
