import { expect } from 'chai';
import { DEMO_CUSTOMER } from '../../../data/demo/demo-customer.ts';
import { ConversationRig } from '../../support/conversation-rig.ts';

describe('another phone for an account', () => {
  let rig: ConversationRig;

  before(async function () {
    this.timeout(60_000);
    rig = await ConversationRig.open();
  });

  after(() => rig.close());

  const latest = () =>
    rig.database.query
      .selectFrom('sms')
      .selectAll()
      .where('phone', '=', DEMO_CUSTOMER.phone)
      .orderBy('created_at', 'desc')
      .execute();

  const asked = async (words: string) => {
    const conversation = await rig.begin();
    await conversation.say(words);
    await conversation.say(DEMO_CUSTOMER.accountNumber);
    const [code] = await latest();
    await conversation.say(/\d{6}/.exec(code?.text ?? '')?.[0] ?? '');
    return conversation;
  };

  it('is told to the old one in the moment it is asked for, and named in the log only masked', async () => {
    const conversation = await asked('我要把联系手机改成13800138000');
    const told = (await latest()).length;
    await conversation.say('确认提交');
    const messages = await latest();
    const [ticket] = await rig.services.tickets.ofConversation(conversation.id);
    expect(messages).to.have.length(told + 1);
    expect(messages[0]?.text).to.include(ticket?.number).and.to.include('不是您本人').and.not.to.include('13800138000');
    const [entry] = await rig.services.audit.about(`conversation:${conversation.id}`, 'contact_change.requested', 5);
    expect(entry?.detail).to.deep.equal({ change: 'phone', ticket: ticket?.number, phone: '13…8000' });
  });

  for (const { asks, corrects, shown } of [
    { asks: '我要把联系手机改成13800138000', corrects: '对，不过号码是13900139000', shown: '139 0013 9000' },
    { asks: 'change my phone to 13800138000', corrects: 'yes, but the number is 13900139000', shown: '139 0013 9000' },
  ]) {
    it(`is read back anew where "${corrects}" is said, and not filed as it was`, async () => {
      const conversation = await asked(asks);
      const [reply] = await conversation.say(corrects);
      expect(reply?.text).to.include(shown);
      expect(await rig.services.tickets.ofConversation(conversation.id)).to.deep.equal([]);
      await conversation.say(asks.startsWith('change') ? 'yes' : '对');
      const [ticket] = await rig.services.tickets.ofConversation(conversation.id);
      expect(ticket?.description).to.include('13900139000');
    });
  }
});
