import { expect } from 'chai';
import { statement } from '../../../store/database.ts';
import { JOIN_EVENT } from '../../../web/protocol/wire-names.ts';
import { ConversationRig, type RigConversation } from '../../support/conversation-rig.ts';

const BANNER = '寮步镇部分区域停电，抢修人员已到场。';
const JOIN = { type: 'event', name: JOIN_EVENT };

describe('banners', () => {
  let rig: ConversationRig;
  before(async () => {
    rig = await ConversationRig.open();
    const banner = { id: 'banner', text_zh: BANNER, text_en: 'Out.', from_at: rig.now, until_at: null };
    const insert = rig.database.query.insertInto('banner').values({ ...banner, created_by: 'S1', created_at: rig.now });
    await rig.database.commit([statement(insert)]);
  });
  after(() => rig.close());

  const told = async (conversation: RigConversation, message: string | object) =>
    (await conversation.say(message as never)).filter(({ text }) => text.includes(BANNER)).length;

  it('are told to one who has come, and not again with the first words', async () => {
    const conversation = await rig.begin();
    expect(await told(conversation, JOIN)).to.equal(1);
    expect(await told(conversation, '怎么节约用电')).to.equal(0);
    expect(await told(conversation, JOIN), 'come again in the middle').to.equal(0);
  });

  it('are told once in each matter', async () => {
    const conversation = await rig.begin();
    expect(await told(conversation, '怎么节约用电')).to.equal(1);
    expect(await told(conversation, '谢谢，再见')).to.equal(0);
    expect(await told(conversation, '怎么节约用电'), 'the next matter').to.equal(1);
  });

  it('are told to one who comes back between two matters, once', async () => {
    const conversation = await rig.begin();
    await conversation.say('怎么节约用电');
    await conversation.say('谢谢，再见');
    expect(await told(conversation, JOIN)).to.equal(1);
    expect(await told(conversation, '怎么节约用电')).to.equal(0);
  });
});
