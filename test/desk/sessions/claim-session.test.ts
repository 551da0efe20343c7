import { expect } from 'chai';
import { claimSession } from '../../../desk/sessions/claim-session.ts';
import { closeSession } from '../../../desk/sessions/close-session.ts';
import { releaseSession } from '../../../desk/sessions/release-session.ts';
import { sendMessage } from '../../../desk/sessions/send-message.ts';
import { conversationTopic, DESK_TOPIC } from '../../../store/topics.ts';
import { arrived, DeskRig } from '../desk-rig.ts';

describe('claiming a session', () => {
  let rig: DeskRig;
  before(async () => {
    rig = await DeskRig.open();
  });
  after(() => rig.close());

  it('gives it to the agent and tells the customer who is there', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve();
    rig.now += 5000;
    expect(await claimSession(rig.parts, agent, sessionId)).to.equal('claimed');
    const session = await rig.session(sessionId);
    expect(session).to.include({ state: 'assigned', agent_id: agent.staffId, assigned_at: rig.now });
    const status = (await rig.transcript(conversationId)).at(-1);
    expect(status).to.include({ author: 'system', direction: 'out', handling: 'none', session_id: sessionId });
    expect(JSON.parse(status?.body ?? '')).to.deep.equal({
      type: 'event',
      name: 'status',
      value: { speaker: 'agent', name: agent.deskName },
    });
    expect(await rig.audited(`session:${sessionId}`)).to.deep.equal([`${agent.staffId} session.claimed`]);
  });

  it('succeeds for exactly one of fifty who try at once', async () => {
    const agents = await Promise.all(Array.from({ length: 50 }, () => rig.hire()));
    const { sessionId, conversationId } = await rig.serve();
    const outcomes = await Promise.all(agents.map((agent) => claimSession(rig.parts, agent, sessionId)));
    const winners = agents.filter((_, index) => outcomes[index] === 'claimed');
    expect(winners).to.have.length(1);
    expect(outcomes.filter((outcome) => outcome === 'already_claimed')).to.have.length(49);
    expect((await rig.session(sessionId)).agent_id).to.equal(winners[0]?.staffId);
    expect(await rig.transcript(conversationId), 'nothing written by those who lost').to.have.length(2);
    expect(await rig.audited(`session:${sessionId}`)).to.have.length(1);
  });

  it('lets an agent step in while the bot still answers', async () => {
    const agent = await rig.hire();
    const { sessionId } = await rig.serve({ state: 'bot', queued_at: null });
    expect(await claimSession(rig.parts, agent, sessionId)).to.equal('claimed');
  });

  it('says so where it is the caller’s own already, and writes nothing again', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve();
    await claimSession(rig.parts, agent, sessionId);
    expect(await claimSession(rig.parts, agent, sessionId)).to.equal('already_yours');
    expect(await rig.transcript(conversationId)).to.have.length(2);
  });

  it('is refused for a session that is closed or unknown', async () => {
    const agent = await rig.hire();
    const { sessionId } = await rig.serve({ state: 'closed', closed_at: rig.now });
    expect(await claimSession(rig.parts, agent, sessionId)).to.equal('session_closed');
    expect(await claimSession(rig.parts, agent, 'nowhere')).to.equal('unknown_session');
  });

  it('tells the customer’s line and every desk once it stands', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve();
    const customer = rig.listen(conversationTopic(conversationId));
    const desks = rig.listen(DESK_TOPIC);
    await claimSession(rig.parts, agent, sessionId);
    await arrived();
    expect(customer).to.deep.equal([{ seq: 2 }]);
    expect(desks).to.have.deep.members([
      { type: 'conversation', conversationId, seq: 2 },
      { type: 'session', sessionId },
      { type: 'queue' },
    ]);
  });
});

describe('two who act on one session at the same time', () => {
  let rig: DeskRig;
  before(async () => {
    rig = await DeskRig.open();
  });
  after(() => rig.close());

  it('never leave it without an owner nor with two, and every transcript without gaps', async () => {
    const agents = await Promise.all([rig.hire(), rig.hire(), rig.hire()]);
    const { sessionId, conversationId } = await rig.serve();
    const move = async (index: number) => {
      const agent = agents[index % 3];
      if (!agent) return;
      if (index % 4 < 2) await claimSession(rig.parts, agent, sessionId);
      else if (index % 4 === 2)
        await releaseSession(rig.parts, agent, { sessionId, to: index % 8 === 2 ? 'bot' : 'queue' });
      else await sendMessage(rig.parts, agent, { sessionId, text: 'hello', clientId: `client-${index}` });
    };
    const hands = Array.from({ length: 12 }, async (_, hand) => {
      for (let step = 0; step < 10; step += 1) {
        // Out of step with each other, as people are.
        await new Promise((resolve) => setTimeout(resolve, (hand * step) % 7));
        await move(hand * 7 + step);
      }
    });
    await Promise.all(hands);
    const session = await rig.session(sessionId);
    expect(session.state === 'assigned', 'owned exactly while assigned').to.equal(session.agent_id !== null);
    const rows = await rig.transcript(conversationId);
    expect(rows.map(({ seq }) => seq)).to.deep.equal(rows.map((_, index) => index + 1));
    expectEveryMessageByTheOwner(rows);
  });

  it('close it once', async () => {
    const agent = await rig.hire();
    const { sessionId, conversationId } = await rig.serve();
    await claimSession(rig.parts, agent, sessionId);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => closeSession(rig.parts, agent, { sessionId, disposition: 'enquiry' })),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).to.have.length(1);
    expect(outcomes.filter((outcome) => outcome === 'session_closed')).to.have.length(9);
    const closings = (await rig.transcript(conversationId)).filter(({ body }) => body.includes('"closed"'));
    expect(closings.map(({ body }) => JSON.parse(body).name)).to.deep.equal(['closed', 'handoff.status']);
  });
});

/** Replays the transcript: who spoke as an agent was the one whom the last status named. */
function expectEveryMessageByTheOwner(rows: readonly { author: string; body: string }[]): void {
  let owner: string | null = null;
  let messages = 0;
  for (const { author, body } of rows) {
    const activity = JSON.parse(body);
    if (activity.name === 'status') owner = activity.value.speaker === 'agent' ? activity.value.name : null;
    if (author !== 'agent') continue;
    messages += 1;
    expect(activity.channelData.agentName).to.equal(owner);
  }
  expect(messages, 'some messages came through').to.be.greaterThan(0);
}
