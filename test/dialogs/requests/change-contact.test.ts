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

  it('is told to the old one in the moment it is asked for, and named in the log only masked', async () => {
    const conversation = await rig.begin();
    await conversation.say('我要把联系手机改成13800138000');
    await conversation.say(DEMO_CUSTOMER.accountNumber);
    const [code] = await latest();
    await conversation.say(/\d{6}/.exec(code?.text ?? '')?.[0] ?? '');
    const told = (await latest()).length;
    await conversation.say('确认提交');
    const messages = await latest();
    const [ticket] = await rig.services.tickets.ofConversation(conversation.id);
    expect(messages).to.have.length(told + 1);
    expect(messages[0]?.text).to.include(ticket?.number).and.to.include('不是您本人').and.not.to.include('13800138000');
    const [entry] = await rig.services.audit.about(`conversation:${conversation.id}`, 'contact_change.requested', 5);
    expect(entry?.detail).to.deep.equal({ change: 'phone', ticket: ticket?.number, phone: '13…8000' });
  });
});
