import { expect } from 'chai';
import { DeadLetterRepository } from '../../../store/repositories/dead-letter-repository.ts';
import { OUTBOX_TOPIC } from '../../../store/topics.ts';
import { ChannelRig, type Thread } from './support/channel-rig.ts';
import type { Behaviour } from './support/connector-stand-in.ts';

describe('what is said to a channel outside', () => {
  let rig: ChannelRig;
  let count = 0;
  beforeEach(async () => {
    rig = await ChannelRig.open({ outbox: { mostTries: 4, firstWaitMs: 1000, longestWaitMs: 60_000 } });
  });
  afterEach(() => rig.close());

  const refuse = (status: number, headers = {}): Behaviour => ({ does: 'refuse', status, headers });
  const began = async () => {
    count += 1;
    const thread: Thread = { channelId: 'telegram', id: `delivery-${count}` };
    await rig.say(thread, 'hello');
    return { thread, id: (await rig.conversation(thread)).id };
  };
  const queue = (id: string, text: string, { kind = 'reply', state = 'due', dueAt = rig.bot.now }: Queued = {}) => {
    const { transcript, statements } = rig.bot.turns;
    const body = JSON.stringify({ type: 'message', text });
    return rig.bot.database.commit([
      ...transcript.append(id, [{ author: 'bot', body, at: rig.bot.now, handling: 'none' }]),
      statements.queueForChannel({
        ...{ id: text, conversationId: id, back: 0, answers: null, channel: 'telegram' },
        ...{ kind, state, dueAt, now: rig.bot.now },
      }),
    ]);
  };
  const heard = () => rig.connector.taken.map(({ activity }) => activity.text).slice(1);

  it('arrives in order, however the first of it fails', async () => {
    const { id, thread } = await began();
    rig.connector.behave(refuse(503), refuse(500), refuse(429, { 'retry-after': '5' }));
    for (const text of ['one', 'two', 'three']) await queue(id, text);
    await rig.quiet();
    expect(heard()).to.deep.equal(['one', 'two', 'three']);
    expect(await rig.states(thread)).to.deep.equal(['sent', 'sent', 'sent', 'sent']);
  });

  it('does not hold up other conversations', async () => {
    const [stuck, free] = [await began(), await began()];
    rig.connector.behave(refuse(503, { 'retry-after': '600' }));
    await queue(stuck.id, 'waits');
    await rig.until(() => rig.connector.requests.length === 3);
    await queue(free.id, 'goes');
    await rig.until(() => heard().includes('goes'));
    expect(heard()).not.to.include('waits');
  });

  it('waits as long as the channel asks', async () => {
    const { id } = await began();
    rig.connector.behave(refuse(429, { 'retry-after': '120' }));
    const asked = rig.bot.now;
    await queue(id, 'patient');
    await rig.quiet();
    expect(rig.bot.now - asked).to.be.greaterThan(120_000);
    expect(heard()).to.deep.equal(['patient']);
  });

  it('is set aside after its tries, where operators see it; what comes after it goes on', async () => {
    const { id, thread } = await began();
    rig.connector.behave(...Array.from({ length: 4 }, () => refuse(500)));
    await queue(id, 'in vain');
    await queue(id, 'after it');
    await rig.quiet();
    expect(heard()).to.deep.equal(['after it']);
    expect(await rig.states(thread)).to.deep.equal(['sent', 'dead', 'sent']);
    const letters = new DeadLetterRepository(rig.bot.database);
    expect(await letters.outbound(10)).to.deep.equal([
      { id: 'in vain', conversation_id: id, seq: 3, channel: 'telegram', tries: 4, last_error: 'http_500' },
    ]);
    await rig.bot.database.commit([letters.reviveOutbound('in vain', rig.bot.now)]);
    rig.bot.nerve.publish(OUTBOX_TOPIC, id);
    await rig.quiet();
    expect(heard()).to.deep.equal(['after it', 'in vain']);
  });

  it('is set aside at once where the channel will never take it', async () => {
    const { id, thread } = await began();
    rig.connector.behave(refuse(403));
    await queue(id, 'blocked');
    await rig.quiet();
    expect(rig.connector.requests).to.have.length(2);
    expect(await rig.states(thread)).to.deep.equal(['sent', 'dead']);
  });

  it('is said again where nobody knows whether it arrived, unless it is but a notice', async () => {
    const { id, thread } = await began();
    for (const kind of ['danger', 'reply', 'notice'] as const) {
      rig.connector.behave({ does: 'take_and_drop' });
      await queue(id, kind, { kind });
      await rig.quiet();
    }
    expect(heard()).to.deep.equal(['danger', 'danger', 'reply', 'reply', 'notice']);
    expect(await rig.states(thread)).to.deep.equal(['sent', 'sent', 'sent', 'unknown']);
  });

  it('is said again after a crash while it was being sent, unless it is but a notice', async () => {
    const { id, thread } = await began();
    const dueAt = rig.bot.now + 60_000;
    for (const kind of ['danger', 'reply', 'notice'] as const) await queue(id, kind, { kind, state: 'sending', dueAt });
    await queue(id, 'afterwards');
    expect(heard(), 'while its sender may yet live').to.deep.equal([]);
    await rig.quiet();
    expect(heard()).to.deep.equal(['danger', 'reply', 'afterwards']);
    expect(await rig.states(thread)).to.deep.equal(['sent', 'sent', 'sent', 'unknown', 'sent']);
  });

  it('bears a token that is fetched once, and again where the service refuses it', async () => {
    const { id } = await began();
    await queue(id, 'with the first');
    await rig.quiet();
    expect(rig.login.asked).to.have.length(1);
    expect(Object.fromEntries(rig.login.asked[0] ?? [])).to.deep.equal({
      grant_type: 'client_credentials',
      client_id: '5b7c1a52-0000-4000-8000-00000000b0b0',
      client_secret: 'the app’s password',
      scope: 'https://api.botframework.com/.default',
    });
    rig.connector.behave(refuse(401));
    await queue(id, 'with the second');
    await rig.quiet();
    expect(rig.connector.taken.map(({ authorization }) => authorization)).to.deep.equal([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-2',
    ]);
    rig.bot.pass(3_600_000);
    rig.login.refuse(500, 1);
    await queue(id, 'with the third');
    await rig.quiet();
    expect(rig.connector.taken.at(-1)).to.deep.include({ authorization: 'Bearer token-4' });
  });

  it('does not go to a service that settings allow no more, and a row that can’t be read is set aside', async () => {
    const { id, thread } = await began();
    const { query } = rig.bot.database;
    const reference = JSON.parse((await rig.conversation(thread)).reference ?? '');
    const moved = JSON.stringify({ ...reference, serviceUrl: 'https://169.254.169.254/' });
    await query.updateTable('conversation').set({ reference: moved }).where('id', '=', id).execute();
    await queue(id, 'nowhere');
    await rig.quiet();
    await query.updateTable('conversation').set({ reference: '{}' }).where('id', '=', id).execute();
    await queue(id, 'to whom');
    await rig.quiet();
    const rows = await query
      .selectFrom('outbox')
      .select('last_error')
      .where('state', '=', 'dead')
      .orderBy('seq')
      .execute();
    expect(rows.map(({ last_error }) => last_error)).to.deep.equal(['service_url_not_allowed', 'not_writable']);
  });

  it('is finished where it is in hand when the server ends, and begun no more', async () => {
    const { id, thread } = await began();
    rig.connector.behave({ does: 'take', afterMs: 150 });
    await queue(id, 'in hand');
    await rig.until(() => rig.connector.requests.length === 2);
    await queue(id, 'left');
    await rig.outbox.drain(5000);
    expect(heard()).to.deep.equal(['in hand']);
    expect(await rig.states(thread)).to.deep.equal(['sent', 'sent', 'due']);
  });
});

interface Queued {
  readonly kind?: 'reply' | 'danger' | 'notice';
  readonly state?: 'due' | 'sending';
  readonly dueAt?: number;
}
