import { expect } from 'chai';
import { statement } from '../../../store/database.ts';
import { conversationTopic, DESK_TOPIC } from '../../../store/topics.ts';
import { arrived } from '../../desk/desk-rig.ts';
import { DeskApiRig, type EventLine } from './desk-api-rig.ts';

describe('news to desks as they happen', () => {
  let rig: DeskApiRig;
  const lines: EventLine[] = [];
  before(async () => {
    rig = await DeskApiRig.open();
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });
  after(() => rig.close());

  async function follow(caller: { follow(): Promise<EventLine> }): Promise<EventLine> {
    const line = await caller.follow();
    lines.push(line);
    if (line.status === 200) await line.until((events) => events.length > 0);
    return line;
  }

  const includes = (wanted: object) => (events: readonly unknown[]) =>
    events.some((event) => JSON.stringify(event) === JSON.stringify(wanted));

  it('begin with the queue, so that a desk that was away misses nothing', async () => {
    const line = await follow(await rig.signedIn());
    expect(line.headers.get('content-type')).to.equal('text/event-stream; charset=utf-8');
    expect(line.headers.get('cache-control')).to.include('no-store');
    expect(line.events).to.deep.equal([{ type: 'queue' }]);
    expect(line.ids).to.deep.equal(['1']);
  });

  it('tell every desk when somebody takes over', async () => {
    const [agent, other] = [await rig.signedIn(), await rig.signedIn()];
    const line = await follow(other);
    const { sessionId } = await rig.desk.serve();
    await agent.post(`/api/desk/sessions/${sessionId}/claim`);
    await line.until(includes({ type: 'session', sessionId }));
  });

  it('tell the customer’s words and typing to the owner, from the first and after a reconnect', async () => {
    const agent = await rig.signedIn();
    const { sessionId, conversationId } = await rig.desk.serve();
    const first = await follow(agent);
    await agent.post(`/api/desk/sessions/${sessionId}/claim`);
    await first.until(includes({ type: 'session', sessionId }));
    const second = await follow(agent);
    const topic = conversationTopic(conversationId);
    rig.desk.nerve.publish(topic, JSON.stringify({ passing: { type: 'typing', from: { id: 'dl_1', role: 'user' } } }));
    rig.desk.nerve.publish(topic, JSON.stringify({ seq: 7 }));
    for (const line of [first, second]) {
      await line.until(includes({ type: 'typing', conversationId, author: 'customer' }));
      await line.until(includes({ type: 'conversation', conversationId, seq: 7 }));
    }
  });

  it('tell whoever reads a conversation, and not those who do not', async () => {
    const [reader, other] = [await rig.signedIn(['quality']), await rig.signedIn()];
    const { conversationId } = await rig.desk.serve();
    const [reading, elsewhere] = [await follow(reader), await follow(other)];
    await reader.get(`/api/desk/conversations/${conversationId}/activities`);
    await arrived();
    rig.desk.nerve.publish(conversationTopic(conversationId), '{"passing":{"type":"typing"}}');
    await reading.until(includes({ type: 'typing', conversationId, author: 'customer' }));
    expect(elsewhere.events).to.deep.equal([{ type: 'queue' }]);
  });

  it('tell the same thing once, and an agent’s own typing as an agent’s', async () => {
    const agent = await rig.signedIn();
    const { sessionId, conversationId } = await rig.desk.serve();
    await agent.post(`/api/desk/sessions/${sessionId}/claim`);
    const line = await follow(agent);
    await agent.post(`/api/desk/sessions/${sessionId}/messages`, { text: 'x', clientId: 'message-1' });
    const botTyping = { passing: { type: 'typing', from: { id: 'switchboard', role: 'bot' } } };
    rig.desk.nerve.publish(conversationTopic(conversationId), JSON.stringify(botTyping));
    await agent.post(`/api/desk/sessions/${sessionId}/typing`);
    await line.until(includes({ type: 'typing', conversationId, author: 'agent' }));
    await arrived();
    expect(line.events.slice(1)).to.deep.equal([
      { type: 'conversation', conversationId, seq: 3 },
      { type: 'typing', conversationId, author: 'agent' },
    ]);
  });

  it('tell nobody of conversations who may not read them', async () => {
    const line = await follow(await rig.signedIn(['admin']));
    const all = [
      { type: 'session', sessionId: 's' },
      { type: 'conversation', conversationId: 'c', seq: 1 },
      { type: 'typing', conversationId: 'c', author: 'customer' },
      { type: 'ticket', ticketId: 't' },
      { type: 'content' },
    ];
    for (const event of all) rig.desk.nerve.publish(DESK_TOPIC, JSON.stringify(event));
    rig.desk.nerve.publish(DESK_TOPIC, 'not JSON');
    rig.desk.nerve.publish(DESK_TOPIC, '{"type":"of a newer version"}');
    await line.until(includes({ type: 'content' }));
    expect(line.events).to.deep.equal([{ type: 'queue' }, { type: 'content' }]);
  });

  it('are no more of conversations once the role that reads them is taken away', async () => {
    const caller = await rig.signedIn(['supervisor']);
    const line = await follow(caller);
    const { query } = rig.desk.database;
    const roles = query.updateTable('staff').set({ roles: '["admin"]' }).where('id', '=', caller.actor.staffId);
    await rig.desk.database.commit([statement(roles)]);
    // Each beat asks anew who it is; the one after the next has seen the change.
    await line.beats(2);
    rig.desk.nerve.publish(DESK_TOPIC, JSON.stringify({ type: 'session', sessionId: 'later' }));
    rig.desk.nerve.publish(DESK_TOPIC, JSON.stringify({ type: 'content' }));
    await line.until(includes({ type: 'content' }));
    expect(line.events).to.not.deep.include({ type: 'session', sessionId: 'later' });
  });

  it('mark agents present while a desk is open, and only those who serve', async () => {
    const [agent, looker] = [await rig.signedIn(), await rig.signedIn(['quality'])];
    await follow(agent);
    await follow(looker);
    const present = await rig.desk.nerve.present('agents');
    expect(present).to.include(agent.actor.staffId).and.to.not.include(looker.actor.staffId);
  });

  it('end with the sign-in', async () => {
    const agent = await rig.signedIn();
    const line = await follow(agent);
    const before = rig.api.openLines();
    await agent.post('/api/desk/sign-out');
    await line.ended;
    expect(rig.api.openLines()).to.equal(before - 1);
  });

  it('are not for a thirteenth desk of the same person', async () => {
    const agent = await rig.signedIn();
    for (let desk = 0; desk < 12; desk += 1) expect((await follow(agent)).status).to.equal(200);
    expect((await follow(agent)).status).to.equal(429);
    expect((await follow(await rig.signedIn())).status, 'another person').to.equal(200);
  });
});
