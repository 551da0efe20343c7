import { expect } from 'chai';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

describe('conversations handed on over the desk API', () => {
  let rig: DeskApiRig;
  let agent: DeskCaller;
  let colleague: DeskCaller;
  before(async () => {
    rig = await DeskApiRig.open();
    [agent, colleague] = [await rig.signedIn(['agent']), await rig.signedIn(['agent'])];
  });
  after(() => rig.close());

  it('gives the next conversation to who asks for it, and says so when nothing waits', async () => {
    expect((await agent.post('/api/desk/next-session')).body.error.code).to.equal('queue_empty');
    const { sessionId } = await rig.desk.serve();
    const { status, body } = await agent.post('/api/desk/next-session');
    expect(status).to.equal(200);
    expect(body.session).to.include({ id: sessionId, agentId: agent.actor.staffId, state: 'assigned' });
  });

  it('lists who is at the desk, and hands a conversation to one of them', async () => {
    const { sessionId, conversationId } = await rig.desk.serve();
    await agent.post(`/api/desk/sessions/${sessionId}/claim`);
    const transfer = { to: { kind: 'person', staffId: colleague.actor.staffId }, note: '请核对表计' };
    const early = await agent.post(`/api/desk/sessions/${sessionId}/transfer`, transfer);
    expect({ status: early.status, code: early.body.error.code }).to.deep.equal({ status: 409, code: 'not_present' });
    const line = await colleague.follow();
    const { body } = await agent.get('/api/desk/colleagues');
    const { colleagues } = body as unknown as { colleagues: { id: string; available: boolean }[] };
    expect(colleagues.find(({ id }) => id === colleague.actor.staffId)).to.include({ available: true });
    expect((await agent.post(`/api/desk/sessions/${sessionId}/transfer`, transfer)).status).to.equal(204);
    line.close();
    const detail = await colleague.get(`/api/desk/sessions/${sessionId}`);
    expect(detail.body.session.agentId).to.equal(colleague.actor.staffId);
    expect((await agent.post(`/api/desk/sessions/${sessionId}/transfer`, transfer)).body.error.code).to.equal(
      'not_owner',
    );
    const { rows } = (await colleague.get(`/api/desk/conversations/${conversationId}/activities`)).body;
    expect(
      rows.some(({ activity }) => JSON.stringify(activity.value) === JSON.stringify({ text: '请核对表计' })),
    ).to.equal(true);
  });

  it('refuses a transfer without a note, or to nowhere', async () => {
    for (const body of [
      { to: { kind: 'skill', skill: 'billing' }, note: ' ' },
      { to: { kind: 'skill', skill: 'magic' }, note: 'x' },
      { to: { kind: 'person' }, note: 'x' },
      { note: 'x' },
    ]) {
      expect((await agent.post('/api/desk/sessions/any/transfer', body)).status).to.equal(400);
    }
    const known = { to: { kind: 'skill', skill: 'billing' }, note: 'x' };
    expect((await agent.post('/api/desk/sessions/any/transfer', known)).body.error.code).to.equal('unknown_session');
  });

  it('keeps a note once however often it is sent', async () => {
    const { sessionId } = await rig.desk.serve();
    const note = { text: '只给同事看', clientId: 'note-once-1' };
    const first = await agent.post(`/api/desk/sessions/${sessionId}/notes`, note);
    const again = await agent.post(`/api/desk/sessions/${sessionId}/notes`, note);
    expect([first.status, again.body]).to.deep.equal([200, first.body]);
    const other = await colleague.post(`/api/desk/sessions/${sessionId}/notes`, note);
    expect(other.body.error.code).to.equal('id_taken');
  });

  it('tells colleagues who takes a break', async () => {
    expect((await agent.post('/api/desk/availability', { available: false })).status).to.equal(204);
    const { body } = await agent.get('/api/desk/colleagues');
    const { colleagues } = body as unknown as { colleagues: { id: string; available: boolean }[] };
    expect(colleagues.find(({ id }) => id === agent.actor.staffId)?.available).to.equal(false);
    await agent.post('/api/desk/availability', { available: true });
  });
});
