import { expect } from 'chai';
import { claimSession } from '../../../desk/sessions/claim-session.ts';
import { closeSession } from '../../../desk/sessions/close-session.ts';
import { releaseSession } from '../../../desk/sessions/release-session.ts';
import { sendMessage } from '../../../desk/sessions/send-message.ts';
import { showRead, showTyping } from '../../../desk/sessions/show-presence.ts';
import { conversationTopic } from '../../../store/topics.ts';
import { arrived, DeskRig } from '../desk-rig.ts';

describe('writing to the customer', () => {
  let rig: DeskRig;
  before(async () => {
    rig = await DeskRig.open();
  });
  after(() => rig.close());

  async function owned(given: Parameters<DeskRig['serve']>[0] = {}) {
    const agent = await rig.hire();
    const served = await rig.serve(given);
    await claimSession(rig.parts, agent, served.sessionId);
    return { agent, ...served };
  }

  it('stands in the transcript under the desk name, and counts the first response once', async () => {
    const { agent, sessionId, conversationId } = await owned();
    rig.now += 1000;
    const first = rig.now;
    const sent = await sendMessage(rig.parts, agent, { sessionId, text: '您好', clientId: 'first-message' });
    expect(sent).to.deep.equal({ kind: 'sent', seq: 3 });
    rig.now += 60_000;
    await sendMessage(rig.parts, agent, { sessionId, text: '请稍等', clientId: 'second-message' });
    expect(await rig.session(sessionId)).to.include({ first_response_at: first, last_activity_at: rig.now });
    const row = (await rig.transcript(conversationId))[2];
    expect(row).to.include({
      author: 'agent',
      author_id: agent.staffId,
      direction: 'out',
      message_id: 'first-message',
    });
    expect(JSON.parse(row?.body ?? '')).to.deep.equal({
      type: 'message',
      text: '您好',
      channelData: { author: 'agent', agentName: agent.deskName, clientActivityID: 'first-message' },
    });
  });

  it('happens once however often it is sent', async () => {
    const { agent, sessionId, conversationId } = await owned();
    const message = { sessionId, text: '在的', clientId: 'once-only-id' };
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => sendMessage(rig.parts, agent, message)));
    expect(outcomes).to.deep.equal(outcomes.map(() => ({ kind: 'sent', seq: 3 })));
    expect(await rig.transcript(conversationId)).to.have.length(3);
  });

  it('gives the same answer to a retry after the session was closed', async () => {
    const { agent, sessionId } = await owned();
    const message = { sessionId, text: '再见', clientId: 'a-late-retry' };
    const sent = await sendMessage(rig.parts, agent, message);
    await closeSession(rig.parts, agent, { sessionId, disposition: 'other' });
    expect(await sendMessage(rig.parts, agent, message)).to.deep.equal(sent);
    expect(await sendMessage(rig.parts, agent, { ...message, clientId: 'another-one' })).to.deep.equal({
      kind: 'refused',
      reason: 'session_closed',
    });
  });

  it('is the owner’s alone', async () => {
    const { sessionId, conversationId } = await owned();
    const other = await rig.hire(['supervisor']);
    const message = { sessionId, text: '我来', clientId: 'not-the-owner' };
    expect(await sendMessage(rig.parts, other, message)).to.deep.equal({ kind: 'refused', reason: 'not_owner' });
    expect(await closeSession(rig.parts, other, { sessionId, disposition: 'other' })).to.equal('not_owner');
    expect(await showTyping(rig.parts, other, sessionId)).to.equal('not_owner');
    expect(await rig.transcript(conversationId)).to.have.length(2);
  });

  it('is refused where the session went to a colleague between reading and writing', async () => {
    const { agent, sessionId, conversationId } = await owned();
    const colleague = await rig.hire();
    const { sessions } = rig.parts.repositories;
    const overtaken = Object.assign(Object.create(sessions), {
      async forDecision(id: string) {
        const read = await sessions.forDecision(id);
        await releaseSession(rig.parts, agent, { sessionId, to: 'queue' });
        await claimSession(rig.parts, colleague, sessionId);
        return read;
      },
    });
    const parts = { ...rig.parts, repositories: { ...rig.parts.repositories, sessions: overtaken } };
    const sent = await sendMessage(parts, agent, { sessionId, text: '还在吗', clientId: 'overtaken-1' });
    expect(sent).to.deep.equal({ kind: 'refused', reason: 'not_owner' });
    expect((await rig.transcript(conversationId)).filter(({ author }) => author === 'agent')).to.have.length(0);
  });

  it('never takes an id that the customer’s own message has', async () => {
    const { agent, sessionId, conversationId } = await owned();
    await rig.database.commit(
      rig.statements.transcript.accept(conversationId, {
        author: 'customer',
        messageId: 'customers-id',
        body: '{"type":"message","text":"你好"}',
        at: rig.now,
        handling: 'none',
      }),
    );
    const sent = await sendMessage(rig.parts, agent, { sessionId, text: '您好', clientId: 'customers-id' });
    expect(sent).to.deep.equal({ kind: 'refused', reason: 'id_taken' });
  });

  it('goes to the outbox of a channel outside, and of Direct Line not', async () => {
    const telegram = await owned({ reference: '{}' });
    const widget = await owned();
    for (const { agent, sessionId } of [telegram, widget]) {
      await sendMessage(rig.parts, agent, { sessionId, text: '您好', clientId: 'for-the-channel' });
    }
    const outbox = await rig.database.query.selectFrom('outbox').selectAll().orderBy('seq').execute();
    expect(outbox).to.have.length(2);
    expect(outbox[0], 'that a person has joined').to.include({ seq: 2, kind: 'notice', answers: null, state: 'due' });
    expect(outbox[1]).to.include({
      conversation_id: telegram.conversationId,
      seq: 3,
      channel: 'telegram',
      kind: 'reply',
      state: 'due',
    });
  });

  it('shows typing and reading in passing, without a place in the transcript', async () => {
    const { agent, sessionId, conversationId } = await owned();
    await arrived();
    const heard = rig.listen(conversationTopic(conversationId));
    expect(await showTyping(rig.parts, agent, sessionId)).to.equal('shown');
    expect(await showRead(rig.parts, agent, { sessionId, seq: 2 })).to.equal('shown');
    await arrived();
    const speaker = {
      from: { id: 'agent', name: agent.deskName, role: 'bot' },
      channelData: { author: 'agent', agentName: agent.deskName },
    };
    expect(heard).to.deep.equal([
      { passing: { type: 'typing', ...speaker } },
      { passing: { type: 'event', name: 'read', value: { seq: 2 }, ...speaker } },
    ]);
    expect(await rig.transcript(conversationId)).to.have.length(2);
  });
});
