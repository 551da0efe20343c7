import { expect } from 'chai';
import { DEMO_CUSTOMER } from '../../../data/demo/demo-customer.ts';
import { ConversationRig } from '../../support/conversation-rig.ts';

const CARD = '4111 1111 1111 1111';

describe('numbers of payment cards in a chat', () => {
  let rig: ConversationRig;

  before(async function () {
    this.timeout(60_000);
    rig = await ConversationRig.open();
  });

  after(() => rig.close());

  it('stand nowhere in what is kept: transcript, state of the bot, learning', async () => {
    const conversation = await rig.begin();
    await conversation.say(`刷这张卡：${CARD}，有效期 12/28`);
    const kept = [
      await conversation.transcript(),
      await rig.database.query.selectFrom('bot_state').selectAll().execute(),
      await rig.database.query.selectFrom('service_session').selectAll().execute(),
      await rig.database.query.selectFrom('learning_candidate').selectAll().execute(),
    ];
    const text = JSON.stringify(kept);
    expect(text).to.include('•••• •••• •••• 1111').and.not.to.match(/4111/);
  });

  it('are masked while a person serves the customer too, and the sender is told', async () => {
    const conversation = await rig.begin();
    await conversation.say('转人工');
    await rig.database.query
      .updateTable('service_session')
      .set({ state: 'assigned', agent_id: 'S1' })
      .where('conversation_id', '=', conversation.id)
      .execute();
    const answers = await conversation.say(`my card is ${CARD}`);
    expect(answers.map(({ text }) => text).join('\n')).to.include('do not send card numbers');
    expect(JSON.stringify(await conversation.transcript())).to.not.include('4111 1111');
  });

  it('leave account numbers as they are', async () => {
    const conversation = await rig.begin();
    await conversation.say(`查账单 ${DEMO_CUSTOMER.accountNumber}`);
    expect(JSON.stringify(await conversation.transcript())).to.include(DEMO_CUSTOMER.accountNumber);
  });
});
