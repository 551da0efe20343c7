import { expect } from 'chai';
import { statement } from '../../../store/database.ts';
import { botWords } from '../../../strings/bot/bot-words.ts';
import { ConversationRig } from '../../support/conversation-rig.ts';

describe('a message that can’t be handled', function () {
  this.timeout(60_000);
  let rig: ConversationRig;
  let tried = 0;
  before(async () => {
    rig = await ConversationRig.open();
    const { understand } = rig.services;
    (rig.services as { understand: typeof understand }).understand = (text, context) => {
      if (!text.includes('poison')) return understand(text, context);
      // A turn tells what is known of the conversation; whoever looks for danger beforehand does not.
      if (context) tried += 1;
      throw new Error('planted');
    };
  });
  after(() => rig.close());

  it('is set aside after three tries, with a kind sentence and a person; the next one is handled', async () => {
    const conversation = await rig.begin({ language: 'en' });
    await conversation.say('hello');
    const replies = await conversation.say('poison');
    expect(tried).to.equal(3);
    expect(replies.map(({ text }) => text)).to.include(
      botWords('en').common.troubled({ hotline: '95598', fire: '119', ambulance: '120' }),
    );
    const rows = await conversation.transcript();
    expect(rows.filter(({ handling }) => handling === 'dead')).to.have.length(1);
    const session = await rig.database.query
      .selectFrom('service_session')
      .select(['state', 'severity'])
      .where('conversation_id', '=', conversation.id)
      .executeTakeFirstOrThrow();
    expect(session.state).to.equal('queued');
    expect((await conversation.say('thank you')).length).to.be.greaterThan(0);
  });

  it('is set aside where it ended the process again and again, without being touched once more', async () => {
    tried = 0;
    const conversation = await rig.begin({ language: 'en' });
    await rig.database.commit(
      rig.turns.transcript.accept(conversation.id, {
        author: 'customer',
        messageId: 'm',
        body: JSON.stringify({ type: 'message', text: 'poison' }),
        at: rig.now,
        handling: 'pending',
      }),
    );
    const update = rig.database.query
      .updateTable('activity')
      .set({ tries: 8 })
      .where('conversation_id', '=', conversation.id);
    await rig.database.commit([statement(update)]);
    await rig.turns.sweeper.sweep(rig.now + 1);
    const rows = await rig.settled(conversation.id);
    expect(tried).to.equal(0);
    expect(rows.filter(({ handling }) => handling === 'dead')).to.have.length(1);
    expect(
      rows.some(({ body }) =>
        body.includes(botWords('en').common.troubled({ hotline: '95598', fire: '119', ambulance: '120' })),
      ),
    ).to.equal(true);
  });
});
