import { expect } from 'chai';
import { ChannelRig, type Thread } from './support/channel-rig.ts';
import type { TakenMessage } from './support/connector-stand-in.ts';

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

describe('a conversation in a channel outside', () => {
  let rig: ChannelRig;
  let count = 0;
  before(async () => {
    rig = await ChannelRig.open();
  });
  after(() => rig.close());

  const thread = (channelId: string): Thread => {
    count += 1;
    return { channelId, id: `thread-${count}` };
  };
  const textOf = (messages: readonly TakenMessage[]) => messages.map(({ activity }) => activity.text ?? '').join('\n');
  const buttonsOf = (messages: readonly TakenMessage[]) =>
    messages.flatMap(({ activity }) => activity.suggestedActions?.actions ?? []).map(({ title }) => title);
  const inbound = async (where: Thread) => {
    const { id } = await rig.conversation(where);
    const rows = await rig.bot.turns.conversations.transcriptAfter(id, 0, 100);
    return rows
      .filter(({ direction }) => direction === 'in')
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  };

  it('shows Teams cards, and says whose answer it is', async () => {
    const teams = thread('msteams');
    const activity = rig.activity(teams, { text: 'a power line has fallen on the road in Humen and is sparking' });
    await rig.post(activity);
    await rig.quiet();
    const cards = rig.connector.taken.flatMap(({ activity: { attachments = [] } }) => attachments);
    expect(cards.map(({ contentType }) => contentType)).to.include(ADAPTIVE);
    expect(JSON.stringify(cards)).to.match(/Keep at least 10/);
    const [first] = rig.connector.taken;
    expect(first?.path).to.equal(`/v3/conversations/${teams.id}/activities/${activity.id}`);
    expect(first?.authorization).to.equal('Bearer token-1');
    expect(first?.activity).to.deep.include({
      channelId: 'msteams',
      replyToId: activity.id,
      textFormat: 'plain',
      from: { id: 'bot', name: 'Switchboard' },
      recipient: { id: `user-of-${teams.id}`, name: 'Lin' },
    });
  });

  it('numbers choices where there is only text, and a number means the choice', async () => {
    const sms = thread('sms');
    const greeting = await rig.say(sms, 'hello');
    expect(textOf(greeting)).to.match(/^1\. Report a power cut$/m);
    expect(buttonsOf(greeting)).to.deep.equal([]);
    const answered = await rig.say(sms, ' 1 ');
    const byWords = await rig.say(thread('sms'), 'Report a power cut');
    expect(textOf(answered)).to.equal(textOf(byWords));
    expect((await inbound(sms)).at(-1)).to.deep.include({ text: 'Report a power cut', channelData: { typed: '1' } });
  });

  it('writes cards as text where they are not drawn', async () => {
    const said = await rig.say(thread('telegram'), 'a power line has fallen on the road in Humen and is sparking');
    expect(said.flatMap(({ activity }) => activity.attachments ?? [])).to.deep.equal([]);
    expect(textOf(said)).to.match(/^1\. Keep at least 10/m);
  });

  it('gives buttons beside the numbers where a channel has them', async () => {
    expect(buttonsOf(await rig.say(thread('telegram'), 'hello'))).to.include('Report a power cut');
    expect(buttonsOf(await rig.say(thread('msteams'), 'hello'))).to.include('Report a power cut');
    const teams = await rig.say(thread('msteams'), 'hello');
    expect(textOf(teams), 'no list where every choice has its button').not.to.match(/^1\./m);
  });

  it('takes an activity once, however often the channel sends it', async () => {
    const telegram = thread('telegram');
    const activity = rig.activity(telegram, { text: 'hello' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => rig.post(activity)));
    expect(answers.map(({ status }) => status)).to.deep.equal(answers.map(() => 200));
    await rig.quiet();
    await rig.post(activity);
    await rig.quiet();
    expect(await inbound(telegram)).to.have.length(1);
    expect(await rig.states(telegram)).to.deep.equal(['sent']);
  });

  it('begins one conversation for a thread, and follows its service when that moves', async () => {
    const teams = thread('msteams');
    await Promise.all(['one', 'two', 'three'].map((text) => rig.post(rig.activity(teams, { text }))));
    const before = await rig.conversation(teams);
    await rig.say(teams, { text: 'hello', from: { id: 'user-renamed', name: 'Lin Yue' } });
    const after = await rig.conversation(teams);
    expect(after.id).to.equal(before.id);
    expect(JSON.parse(after.reference ?? '')).to.deep.include({
      serviceUrl: rig.connector.serviceUrl,
      audience: 'https://api.botframework.com',
      user: { id: 'user-renamed', name: 'Lin Yue' },
    });
  });

  it('is another than one of our own Direct Line, where Azure’s is the channel', async () => {
    await rig.say({ channelId: 'directline', id: 'thread-azure' }, 'hello');
    const { channel } = await rig.conversation({ channelId: 'azure-directline', id: 'thread-azure' });
    expect(channel).to.equal('azure-directline');
    expect(rig.connector.taken.at(-1)?.activity).to.include({ channelId: 'directline' });
  });

  it('greets who joins, once, and not the bot itself', async () => {
    const web = thread('webchat');
    const update = (ids: readonly string[]) => ({
      type: 'conversationUpdate',
      text: undefined,
      membersAdded: ids.map((id) => ({ id })),
      from: { id: 'bot' },
    });
    expect(await rig.say(web, update(['bot']))).to.have.length(0);
    const greeting = await rig.say(web, update(['visitor']));
    expect(textOf(greeting)).to.match(/^Hello/);
    expect(greeting[0]?.activity).to.deep.include({ recipient: { id: 'visitor' } });
    expect(await rig.say(web, update(['visitor', 'bot']))).to.have.length(0);
  });

  it('hears neither typing nor reactions, nor its own words, nor a group', async () => {
    const teams = thread('msteams');
    const nothing = [
      { type: 'typing' },
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
      { type: 'message', text: 'an echo', from: { id: 'bot', role: 'bot' } },
      { type: 'message', text: 'my bill', conversation: { id: teams.id, isGroup: true } },
      { type: 'somethingNew', text: 'x' },
    ];
    for (const activity of nothing) expect(await rig.say(teams, activity), activity.type).to.have.length(0);
    expect(await rig.bot.turns.conversations.byThread('msteams', teams.id)).to.equal(undefined);
  });

  it('keeps positions, photos and language; of text, what can be read', async () => {
    const telegram = thread('telegram');
    const photo = { contentType: 'image/jpeg', contentUrl: 'https://files.example/1.jpg', name: 'pole.jpg' };
    const geo = { type: 'GeoCoordinates', latitude: 22.9, longitude: 113.7, elevation: 3 };
    await rig.say(telegram, {
      text: undefined,
      attachments: [photo, { contentType: 'text/html', content: '<b>x</b>' }, { contentUrl: 'file:///etc/passwd' }],
      entities: [{ type: 'mention' }, { type: 'Place', geo }],
    });
    const { elevation: _, ...position } = geo;
    expect((await inbound(telegram))[0]).to.deep.equal({
      type: 'message',
      attachments: [photo],
      entities: [position],
      locale: 'en-GB',
    });
    await rig.say(telegram, `hello ${'😀'.repeat(50_000)}`);
    const { text } = (await inbound(telegram))[1] as { text: string };
    expect(text.length).to.be.within(3990, 4000);
    expect(text.isWellFormed()).to.equal(true);
  });

  it('asks for a message in parts that is too long, and keeps open what was asked', async () => {
    const sms = thread('sms');
    await rig.say(sms, 'hello');
    const tooLong = await rig.say(sms, 'so it goes on and on '.repeat(300));
    expect(textOf(tooLong)).to.include('no more than 4000 characters');
    expect(textOf(tooLong)).to.match(/^1\. Report a power cut$/m);
    expect(textOf(await rig.say(sms, '1'))).to.equal(textOf(await rig.say(thread('sms'), 'Report a power cut')));
    const danger = await rig.say(
      thread('sms'),
      `a power line has fallen in Humen and is sparking. ${'x '.repeat(3000)}`,
    );
    expect(textOf(danger)).to.match(/Keep at least 10/);
    expect(textOf(danger)).to.not.include('no more than 4000');
  });

  it('refuses what is malformed by its field, and stores nothing', async () => {
    const teams = thread('msteams');
    const wrong: [Record<string, unknown>, number, string][] = [
      [{ text: 7 }, 400, 'text'],
      [{ text: '  ' }, 400, 'text'],
      [{ text: 'x', id: undefined }, 400, 'id'],
      [{ text: 'x', conversation: { id: '..' } }, 400, 'conversation.id'],
      [{ text: 'x', channelId: 'AseChannel' }, 400, 'channelId'],
      [{ text: 'x', from: null }, 400, 'from'],
      [{ text: 'x', value: { big: 'x'.repeat(9000) } }, 413, 'value'],
      [{ text: 'x'.repeat(300_000) }, 413, 'body'],
    ];
    for (const [more, status, field] of wrong) {
      const answer = await rig.post(rig.activity(teams, more));
      expect(answer.status, field).to.equal(status);
      expect(answer.body).to.have.nested.property('error.field', field);
    }
    expect((await rig.post('{"type":"mess')).status).to.equal(400);
    expect(await rig.bot.turns.conversations.byThread('msteams', teams.id)).to.equal(undefined);
  });

  it('takes a rating that a card sends, and one that is a number', async () => {
    for (const [channelId, rate] of [
      ['msteams', (sessionId: string) => ({ text: undefined, value: { event: 'rating', sessionId, score: '5' } })],
      ['sms', () => ({ text: '5' })],
    ] as const) {
      const where = thread(channelId);
      await rig.say(where, 'what are the prices');
      const goodbye = await rig.say(where, 'goodbye');
      const { id } = await rig.conversation(where);
      const session = await rig.bot.database.query
        .selectFrom('service_session')
        .select('id')
        .where('conversation_id', '=', id)
        .executeTakeFirstOrThrow();
      expect(JSON.stringify(goodbye.map(({ activity }) => activity))).to.match(/How was this service/);
      expect(textOf(await rig.say(where, rate(session.id))), channelId).to.match(/Thank you for your rating/);
    }
  });

  it('has what a person writes sent like the bot’s words, and tells who has joined', async () => {
    const telegram = thread('telegram');
    await rig.say(telegram, 'hello');
    const { id } = await rig.conversation(telegram);
    const { transcript, statements } = rig.bot.turns;
    const queue = (kind: 'notice' | 'reply') =>
      statements.queueForChannel({
        ...{ id: `${id}-${kind}`, conversationId: id, back: 0, answers: null, channel: 'telegram', kind },
        ...{ state: 'due', dueAt: rig.bot.now, now: rig.bot.now },
      });
    const row = (author: 'agent' | 'system', body: unknown) => ({
      ...{ author, at: rig.bot.now, body: JSON.stringify(body), handling: 'none' as const },
    });
    const status = { type: 'event', name: 'status', value: { speaker: 'agent', name: 'Chen' } };
    const before = rig.connector.taken.length;
    await rig.bot.database.commit([...transcript.append(id, [row('system', status)]), queue('notice')]);
    await rig.bot.database.commit([
      ...transcript.append(id, [row('agent', { type: 'message', text: 'How can I help?' })]),
      queue('reply'),
    ]);
    await rig.quiet();
    const said = rig.connector.taken.slice(before);
    expect(said.map(({ activity }) => activity.text)).to.deep.equal(['Chen is with you.', 'How can I help?']);
    expect(said[1]?.path, 'answers no message').to.equal(`/v3/conversations/${telegram.id}/activities`);
  });

  it('answers on the line where replies are expected, and sends them nowhere else', async () => {
    const where = thread('webchat');
    const before = rig.connector.taken.length;
    const answer = await rig.post(rig.activity(where, { text: 'hello', deliveryMode: 'expectReplies' }));
    expect(answer.status).to.equal(200);
    const { activities } = answer.body as { activities: { text: string; suggestedActions: unknown }[] };
    expect(activities.map(({ text }) => text).join()).to.match(/^Hello/);
    await rig.quiet();
    expect(await rig.states(where)).to.deep.equal(['sent']);
    expect(rig.connector.taken.length).to.equal(before);
  });

  it('sends what was expected on the line and could not be handed over there', async () => {
    const where = thread('webchat');
    const { inbox } = rig.bot.turns;
    await rig.say(where, 'hello');
    const { id } = await rig.conversation(where);
    const before = rig.connector.taken.length;
    // As after a crash between the commit and the answer: nobody waits on the line.
    await inbox.accept({
      conversationId: id,
      messageId: 'nobody-waits',
      author: 'customer',
      authorId: 'x',
      body: { type: 'message', text: 'thank you', channelData: { answered: 'on_the_line' } },
    });
    await rig.bot.settled(id);
    expect(await rig.states(where)).to.deep.equal(['sent', 'sending']);
    await rig.quiet();
    expect(rig.connector.taken.length).to.equal(before + 1);
    expect(await rig.states(where)).to.deep.equal(['sent', 'sent']);
  });

  it('answers an invoke that nobody implements with 501, after its turn', async () => {
    const where = thread('msteams');
    const invoke = { type: 'invoke', name: 'composeExtension/query', value: { q: 1 }, text: undefined };
    expect((await rig.post(rig.activity(where, invoke))).status).to.equal(501);
    await rig.quiet();
    expect(await rig.states(where)).to.deep.equal(['sent']);
  });

  it('is limited by the conversation', async () => {
    const limited = await ChannelRig.open({ messagesPerMinute: 2 });
    try {
      const where = { channelId: 'telegram', id: 'flood' };
      const post = () => limited.post(limited.activity(where, { text: 'hello' }));
      expect([(await post()).status, (await post()).status, (await post()).status]).to.deep.equal([200, 200, 429]);
    } finally {
      await limited.close();
    }
  });
});
