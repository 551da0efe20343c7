import { expect } from 'chai';
import { ConversationRig, type RigConversation } from '../../support/conversation-rig.ts';

describe('a rating that a customer gives', function () {
  this.timeout(60_000);
  let rig: ConversationRig;
  before(async () => {
    rig = await ConversationRig.open();
  });
  after(() => rig?.close());

  /** The bot has answered something and was told goodbye. */
  async function served(): Promise<{ conversation: RigConversation; sessionId: string }> {
    const conversation = await rig.begin();
    await conversation.say('违约金怎么算');
    await conversation.say('再见');
    const session = await rig.database.query
      .selectFrom('service_session')
      .select('id')
      .where('conversation_id', '=', conversation.id)
      .where('state', '=', 'closed')
      .executeTakeFirstOrThrow();
    return { conversation, sessionId: session.id };
  }
  const rate = (sessionId: string, score: number, words?: string) => ({
    type: 'event',
    name: 'rating',
    value: { sessionId, score, ...(words ? { words } : {}) },
  });
  const followUp = (sessionId: string) => rig.services.followUps.byId(sessionId);

  it('is followed up from the same moment where it is low', async () => {
    const { conversation, sessionId } = await served();
    await conversation.say(rate(sessionId, 2, '没有解决'));
    expect(await followUp(sessionId)).to.include({ state: 'open', score: 2, words: '没有解决', agent_id: null });
    const events = await rig.services.followUps.events([sessionId]);
    expect(events[0]).to.include({ type: 'opened', actor: 'system', data: '{"score":2}' });
  });

  it('is not where it is good, nor where it comes a second time', async () => {
    const { conversation, sessionId } = await served();
    await conversation.say(rate(sessionId, 4));
    await conversation.say(rate(sessionId, 1));
    expect(await followUp(sessionId)).to.equal(undefined);
  });

  it('is known by its place in the transcript where it was given by a number', async () => {
    const { conversation, sessionId } = await served();
    await conversation.say('1');
    const rating = await rig.database.query
      .selectFrom('rating')
      .selectAll()
      .where('session_id', '=', sessionId)
      .executeTakeFirstOrThrow();
    const transcript = await conversation.transcript();
    const said = transcript.find(({ seq }) => seq === rating.seq);
    expect(JSON.parse(said?.body ?? '{}')).to.include({ text: '1' });
    expect(await followUp(sessionId)).to.include({ state: 'open', score: 1 });
  });

  it('counts for nothing in another conversation', async () => {
    const { sessionId } = await served();
    const stranger = await rig.begin();
    await stranger.say(rate(sessionId, 1));
    expect(await followUp(sessionId)).to.equal(undefined);
  });
});
