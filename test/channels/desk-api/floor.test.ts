import { expect } from 'chai';
import type { Floor, StaffWordList } from '../../../web/protocol/desk/floor.ts';
import { DeskApiRig, type DeskCaller, type EventLine } from './desk-api-rig.ts';

describe('the floor over the API', () => {
  let rig: DeskApiRig;
  let agent: DeskCaller;
  let supervisor: DeskCaller;
  let judge: DeskCaller;
  const lines: EventLine[] = [];
  before(async () => {
    rig = await DeskApiRig.open();
    agent = await rig.signedIn(['agent']);
    supervisor = await rig.signedIn(['supervisor']);
    judge = await rig.signedIn(['quality']);
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });
  after(() => rig.close());

  async function follow(caller: DeskCaller): Promise<EventLine> {
    const line = await caller.follow();
    lines.push(line);
    await line.until((events) => events.length > 0);
    return line;
  }
  /** A conversation that the agent serves. */
  async function served(): Promise<{ sessionId: string; conversationId: string }> {
    const session = await rig.desk.serve({ userName: '王小明', reference: '{}' });
    expect((await agent.post(`/api/desk/sessions/${session.sessionId}/claim`)).status).to.equal(200);
    return session;
  }
  const wordsOf = async (caller: DeskCaller) =>
    ((await caller.get('/api/desk/words')).body as unknown as StaffWordList).words;
  const whisper = { text: '先核对户号', clientId: 'whisper-0001' };

  it('shows supervisors whom service is given to, and who judges quality how it is given', async () => {
    await follow(agent);
    const { sessionId } = await served();
    const seenBy = async (caller: DeskCaller) => {
      const { status, body } = await caller.get('/api/desk/floor');
      expect(status).to.equal(200);
      const { agents } = body as unknown as Floor;
      return agents.flatMap(({ sessions }) => sessions).find(({ id }) => id === sessionId)?.customerName;
    };
    expect(await seenBy(supervisor)).to.equal('王小明');
    expect(await seenBy(judge)).to.equal('•••');
  });

  it('brings a whisper to whom it is for and to nobody else, and never into what leaves', async () => {
    const [theirs, others] = [await follow(agent), await follow(judge)];
    const { sessionId, conversationId } = await served();
    const before = await rig.desk.database.query.selectFrom('outbox').select('seq').execute();
    const answered = await supervisor.post(`/api/desk/sessions/${sessionId}/whispers`, whisper);
    expect(answered.status).to.equal(200);
    const isWord = (event: unknown) => (event as { type: string }).type === 'word';
    await theirs.until((events) => events.some(isWord));
    await others.until((events) => events.some((event) => (event as { type: string }).type === 'conversation'));
    expect(others.events.some(isWord)).to.equal(false);
    const [word] = await wordsOf(agent);
    expect(word).to.include({ kind: 'whisper', sessionId });
    expect(await wordsOf(supervisor)).to.deep.equal([]);
    expect(await rig.desk.database.query.selectFrom('outbox').select('seq').execute()).to.deep.equal(before);
    await agent.post(`/api/desk/conversations/${conversationId}/heard`, { seq: word?.seq });
    expect(await wordsOf(agent)).to.deep.equal([]);
    const refused = await judge.post(`/api/desk/sessions/${sessionId}/whispers`, whisper);
    expect([refused.status, refused.body.error.code]).to.deep.equal([403, 'role_missing']);
  });

  it('lets a supervisor take over and hand on, and tells why where it cannot be', async () => {
    await follow(agent);
    const { sessionId } = await served();
    const path = `/api/desk/sessions/${sessionId}`;
    const taken = await supervisor.post(`${path}/take-over`, { note: '我来' });
    expect(taken.body.session).to.include({ state: 'assigned', agentId: supervisor.actor.staffId });
    const person = { kind: 'person', staffId: agent.actor.staffId };
    expect((await supervisor.post(`${path}/reassign`, { to: person, note: '' })).status, 'without a note').to.equal(
      400,
    );
    const gone = { to: { kind: 'person', staffId: 'nobody-here' }, note: 'x' };
    expect((await supervisor.post(`${path}/reassign`, gone)).body.error.code).to.equal('not_present');
    expect((await supervisor.post(`${path}/reassign`, { to: person, note: '接着查' })).status).to.equal(204);
    expect((await wordsOf(agent)).map(({ kind }) => kind)).to.include.members(['taken_over', 'given']);
    expect((await agent.post(`${path}/take-over`, {})).status, 'an agent takes from nobody').to.equal(403);
    expect((await judge.post(`${path}/reassign`, { to: person, note: 'x' })).status).to.equal(403);
  });

  it('lets who judges quality listen, and tells whoever serves', async () => {
    const theirs = await follow(agent);
    const { sessionId } = await served();
    const listening = { listening: true };
    expect((await judge.post(`/api/desk/sessions/${sessionId}/listening`, listening)).status).to.equal(204);
    await theirs.until((events) => events.some((event) => (event as { type: string }).type === 'listening'));
    const { body } = await agent.get(`/api/desk/sessions/${sessionId}`);
    expect((body as unknown as { listeners: string[] }).listeners).to.have.length(1);
    expect((await agent.post(`/api/desk/sessions/${sessionId}/listening`, listening)).status).to.equal(403);
  });
});
