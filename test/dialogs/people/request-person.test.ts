import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { bulkInsert } from '../../../store/bulk-insert.ts';
import { newSession } from '../../../store/session-row.ts';
import { zhHans } from '../../../strings/bot/zh-hans.ts';
import { ConversationRig } from '../../support/conversation-rig.ts';

const MINUTE = 60_000;
const { person } = zhHans;

describe('what is said to whoever asks for a person', () => {
  let rig: ConversationRig;
  beforeEach(async () => {
    rig = await ConversationRig.open();
  });
  afterEach(() => rig.close());

  /** People at the desk closed so many conversations lately, each after so many minutes, and have so many now. */
  async function served(given: { closed: number; minutes: number; now: number; queued?: number }): Promise<void> {
    const at = rig.now - 60 * MINUTE;
    const row = (change: object) => ({ ...newSession(randomUUID(), randomUUID(), at), agent_id: 'a', ...change });
    await bulkInsert(rig.database, 'agent_presence', [
      { staff_id: 'a', seen_at: rig.now + 5 * MINUTE, available: 1, idle_since: 0, since_at: 0 },
    ]);
    await bulkInsert(rig.database, 'service_session', [
      ...Array.from({ length: given.closed }, (_, index) => {
        const closed_at = at + (given.minutes + (index % 3) - 1) * MINUTE;
        return row({ state: 'closed', closed_by: 'agent', assigned_at: at, closed_at });
      }),
      ...Array.from({ length: given.now }, () => row({ state: 'assigned', assigned_at: at })),
      ...Array.from({ length: given.queued ?? 0 }, () => row({ state: 'queued', agent_id: null, queued_at: at })),
    ]);
  }

  async function heard(words: string): Promise<{ text: string; status: unknown }> {
    const replies = await (await rig.begin()).say(words);
    const status = replies.find(({ activity }) => activity.name === 'status');
    return { text: replies.map(({ text }) => text).join('\n'), status: status?.activity.value };
  }

  it('is the place alone, while too little is measured to tell how long it takes', async () => {
    await served({ closed: 19, minutes: 6, now: 2 });
    const { text, status } = await heard('转人工');
    expect(text).to.include(person.next).and.include(person.meanwhile).and.not.include('预计');
    expect(status).to.deep.equal({ speaker: 'waiting', place: 1 });
  });

  it('is the wait with its span, once enough is measured', async () => {
    await served({ closed: 60, minutes: 6, now: 3, queued: 5 });
    const { text, status } = await heard('转人工');
    const { minutes } = status as { minutes: { from: number; to: number } };
    expect(minutes.from).to.be.within(5, 10);
    expect(minutes.to).to.be.within(15, 25);
    expect(text).to.include(person.place(6)).and.include(person.wait(minutes));
  });

  describe('where more wait than can be served', () => {
    beforeEach(() => served({ closed: 60, minutes: 10, now: 1, queued: 30 }));
    const stateOf = async (conversationId: string) =>
      (
        await rig.database.query
          .selectFrom('service_session')
          .select('state')
          .where('conversation_id', '=', conversationId)
          .executeTakeFirstOrThrow()
      ).state;
    const offered = (replies: readonly { readonly activity: object }[]) =>
      replies.flatMap(({ activity }) => {
        const { suggestedActions } = activity as { suggestedActions?: { actions: { title: string }[] } };
        return suggestedActions?.actions.map(({ title }) => title) ?? [];
      });

    it('is to take a call or to let the bot see to it, honestly, and to wait all the same if they like', async () => {
      const conversation = await rig.begin();
      const replies = await conversation.say('转人工');
      const text = replies.map((reply) => reply.text).join('\n');
      expect(text).to.include(person.crowded).and.not.include('预计');
      expect(offered(replies)).to.include.members([person.offerCallback, person.offerBot, person.offerWait]);
      expect(await stateOf(conversation.id), 'nobody is sent away').to.equal('queued');
    });

    it('and whoever lets the bot see to it gives up their place', async () => {
      const conversation = await rig.begin();
      await conversation.say('转人工');
      const replies = await conversation.say(person.offerBot);
      expect(replies.map(({ text }) => text).join('\n')).to.include(person.withBot);
      expect(replies.find(({ activity }) => activity.name === 'status')?.activity.value).to.deep.equal({
        speaker: 'bot',
      });
      expect(await stateOf(conversation.id)).to.equal('bot');
    });

    it('but nobody whose matter is grave is asked to leave, nor let go once it has become so', async () => {
      const conversation = await rig.begin();
      await conversation.say('电线掉在路上冒火花了，寮步镇石步村');
      const grave = await conversation.say('转人工');
      expect(grave.map(({ text }) => text).join('\n'))
        .to.include(person.queued)
        .and.not.include('回电');
      expect(offered(grave)).not.to.include(person.offerBot);
      const routine = await rig.begin();
      await routine.say('转人工');
      await routine.say('电线掉在路上冒火花了，寮步镇石步村');
      await routine.say(person.offerBot);
      expect(await stateOf(routine.id)).to.equal('queued');
    });
  });
});
