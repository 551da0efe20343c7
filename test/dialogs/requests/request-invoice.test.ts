import { expect } from 'chai';
import { DEMO_CUSTOMER } from '../../../data/demo/demo-customer.ts';
import { ConversationRig, type RigConversation } from '../../support/conversation-rig.ts';

describe('an invoice that is read back', () => {
  let rig: ConversationRig;

  before(async function () {
    this.timeout(60_000);
    rig = await ConversationRig.open();
  });

  after(() => rig.close());

  /** By whoever has shown that the account is theirs. */
  async function asked(...words: readonly string[]): Promise<RigConversation> {
    const conversation = await rig.begin();
    const [first = '', ...more] = words;
    await conversation.say(first);
    await conversation.say(DEMO_CUSTOMER.accountNumber);
    const code = await rig.database.query
      .selectFrom('sms')
      .select('text')
      .where('phone', '=', DEMO_CUSTOMER.phone)
      .orderBy('created_at', 'desc')
      .executeTakeFirst();
    await conversation.say(/\d{6}/.exec(code?.text ?? '')?.[0] ?? '');
    for (const one of more) await conversation.say(one);
    return conversation;
  }

  const tickets = ({ id }: RigConversation) => rig.services.tickets.ofConversation(id);

  it('is for the month that was asked for, whatever months its title and address are made of', async () => {
    const conversation = await asked('开7月的电子发票', '单位', '三月花店有限公司', '91350100M000100Y43');
    const [reply] = await conversation.say('june.march@example.com');
    expect(reply?.text).to.include('2026年7月').and.to.include('三月花店有限公司').and.not.to.include('2026年3月');
  });

  it('is for another month only once that was read back, too', async () => {
    const conversation = await asked('开6月的电子发票', '个人', '张伟', 'a@example.com');
    const [reply] = await conversation.say('对，五月的');
    expect(reply?.text).to.include('2026年5月');
    expect(await tickets(conversation)).to.deep.equal([]);
    await conversation.say('对');
    const [ticket] = await tickets(conversation);
    expect(ticket?.description).to.include('2026年5月');
  });

  it('goes to another address where "yes" is said with one, after it was read back', async () => {
    const conversation = await asked('开4月的电子发票', '个人', '张伟', 'a@example.com');
    const [reply] = await conversation.say('对，发到 b@example.com');
    expect(reply?.text).to.include('b@example.com').and.not.to.include('a@example.com');
    expect(await tickets(conversation)).to.deep.equal([]);
  });

  it('is agreed to by whoever says that a part of it is right', async () => {
    const conversation = await asked('开3月的电子发票', '个人', '张伟', 'a@example.com');
    await conversation.say('对，抬头没错');
    const [ticket] = await tickets(conversation);
    expect(ticket?.description).to.include('张伟');
  });
});
