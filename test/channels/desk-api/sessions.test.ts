import { expect } from 'chai';
import { statement } from '../../../store/database.ts';
import { DeskApiRig } from './desk-api-rig.ts';

describe('serving a customer over the API', () => {
  let rig: DeskApiRig;
  before(async () => {
    rig = await DeskApiRig.open();
  });
  after(() => rig.close());

  it('goes from the queue through a message to the close', async () => {
    const agent = await rig.signedIn();
    const { sessionId, conversationId } = await rig.desk.serve({ severity: 'P1' });
    const listed = await agent.get('/api/desk/sessions');
    expect(listed.body.queued.map(({ id }) => id)).to.include(sessionId);
    const claimed = await agent.post(`/api/desk/sessions/${sessionId}/claim`);
    expect(claimed.body.session).to.include({ state: 'assigned', agentId: agent.actor.staffId });
    const said = await agent.post(`/api/desk/sessions/${sessionId}/messages`, {
      text: ' 您好 ',
      clientId: 'message-1',
    });
    expect([said.status, said.body]).to.deep.equal([200, { seq: 3 }]);
    const page = await agent.get(`/api/desk/conversations/${conversationId}/activities?after=2`);
    expect(page.body.rows[0]).to.deep.include({ seq: 3, author: 'agent', authorName: agent.actor.deskName });
    expect(page.body.rows[0]?.activity.text).to.equal('您好');
    const closed = await agent.post(`/api/desk/sessions/${sessionId}/close`, {
      disposition: 'fault_repair',
      note: '已派单',
    });
    expect([closed.status, closed.body]).to.deep.equal([204, '']);
    const again = await agent.post(`/api/desk/sessions/${sessionId}/close`, { disposition: 'fault_repair' });
    expect([again.status, again.body.error.code]).to.deep.equal([409, 'session_closed']);
  });

  it('tells the second of two that somebody was faster, in words they read', async () => {
    const [first, second] = [await rig.signedIn(), await rig.signedIn(['supervisor'])];
    const { sessionId } = await rig.desk.serve();
    expect((await first.post(`/api/desk/sessions/${sessionId}/claim`)).status).to.equal(200);
    expect((await first.post(`/api/desk/sessions/${sessionId}/claim`)).status, 'a retry').to.equal(200);
    const late = await second.post(`/api/desk/sessions/${sessionId}/claim`);
    expect([late.status, late.body.error.code]).to.deep.equal([409, 'already_claimed']);
    expect(late.body.error.message).to.be.a('string').with.length.above(10);
    for (const [action, body] of [
      ['messages', { text: 'x', clientId: 'message-1' }],
      ['release', { to: 'queue' }],
      ['close', { disposition: 'other' }],
      ['typing', undefined],
    ] as const) {
      const refused = await second.post(`/api/desk/sessions/${sessionId}/${action}`, body);
      expect([action, refused.status, refused.body.error.code]).to.deep.equal([action, 409, 'not_owner']);
    }
    expect((await second.post(`/api/desk/sessions/${sessionId}/read`, { seq: 1 })).status, 'looks on').to.equal(204);
  });

  const mistakes: readonly (readonly [string, unknown, string])[] = [
    ['messages', { text: '', clientId: 'message-1' }, 'body.text'],
    ['messages', { text: '   ', clientId: 'message-1' }, 'body.text'],
    ['messages', { text: 'x'.repeat(4001), clientId: 'message-1' }, 'body.text'],
    ['messages', { text: 'x', clientId: 'short' }, 'body.clientId'],
    ['messages', { text: 'x', clientId: '../../etc/passwd' }, 'body.clientId'],
    ['messages', { text: 'x', clientId: 'message-1', author: 'bot' }, 'body.author'],
    ['messages', undefined, 'body'],
    ['release', { to: 'nowhere' }, 'body.to'],
    ['close', { disposition: 'whatever' }, 'body.disposition'],
    ['close', { disposition: 'other', note: 'x'.repeat(2001) }, 'body.note'],
    ['read', { seq: -1 }, 'body.seq'],
    ['read', { seq: 1.5 }, 'body.seq'],
  ];
  for (const [action, body, field] of mistakes) {
    it(`names ${field} where ${action} is given ${JSON.stringify(body)?.slice(0, 60)}`, async () => {
      const agent = await rig.signedIn();
      const { sessionId, conversationId } = await rig.desk.serve();
      await agent.post(`/api/desk/sessions/${sessionId}/claim`);
      const { status, body: answer } = await agent.post(`/api/desk/sessions/${sessionId}/${action}`, body);
      expect([status, answer.error.field]).to.deep.equal([400, field]);
      expect(await rig.desk.transcript(conversationId), 'nothing half-done').to.have.length(2);
    });
  }

  for (const query of [
    'limit=0',
    'limit=201',
    'limit=x',
    'before=-1',
    'before=1&after=1',
    'other=1',
    'limit=1&limit=2',
  ]) {
    it(`refuses to read a transcript by ${query}`, async () => {
      const agent = await rig.signedIn();
      const { conversationId } = await rig.desk.serve();
      const { status } = await agent.get(`/api/desk/conversations/${conversationId}/activities?${query}`);
      expect(status).to.equal(400);
    });
  }

  it('answers 404 for what is not there, however it is asked', async () => {
    const agent = await rig.signedIn();
    for (const id of ['nothing', '%00', '..%2f..', 'x'.repeat(101), '%F0%9F%98%80']) {
      const { status, body } = await agent.get(`/api/desk/sessions/${id}`);
      expect(status, id).to.be.oneOf([400, 404]);
      expect(body.error.code).to.be.a('string');
    }
  });

  it('hands out files to staff only, pictures to be seen and everything else to be saved', async () => {
    const agent = await rig.signedIn();
    const { conversationId } = await rig.desk.serve();
    const file = (id: string, content_type: string, name: string) => ({
      id,
      conversation_id: conversationId,
      name,
      content_type,
      size: 3,
      sha256: '',
      bytes: new Uint8Array([1, 2, 3]),
      created_at: 0,
    });
    const { query } = rig.desk.database;
    const [picture, page] = ['a-picture-of-the-pole-01', 'a-page-with-a-script-001'];
    const attachments = [
      { contentType: 'image/png', contentUrl: `/v3/directline/attachments/${picture}`, name: '电杆.png' },
      { contentType: 'image/png', contentUrl: 'https://elsewhere.example/v3/pictures/1' },
    ];
    await rig.desk.database.commit([
      statement(query.insertInto('attachment').values(file(picture, 'image/png', '电杆.png'))),
      statement(query.insertInto('attachment').values(file(page, 'text/html', 'x".html'))),
      ...rig.desk.statements.transcript.append(conversationId, [
        { author: 'customer', body: JSON.stringify({ type: 'message', attachments }), at: 0, handling: 'none' },
      ]),
    ]);
    const { body } = await agent.get(`/api/desk/conversations/${conversationId}/activities`);
    const shown = body.rows[1]?.activity.attachments as { contentUrl: string }[];
    const urls = shown.map(({ contentUrl }) => contentUrl);
    expect(urls).to.deep.equal([`/api/desk/attachments/${picture}`, 'https://elsewhere.example/v3/pictures/1']);
    const seen = await agent.get(`/api/desk/attachments/${picture}`);
    expect(seen.status).to.equal(200);
    expect(seen.headers.get('content-type')).to.equal('image/png');
    expect(seen.headers.get('content-disposition')).to.equal("inline; filename*=UTF-8''%E7%94%B5%E6%9D%86.png");
    const saved = await agent.get(`/api/desk/attachments/${page}`);
    expect(saved.headers.get('content-type')).to.equal('application/octet-stream');
    expect(saved.headers.get('content-disposition')).to.equal("attachment; filename*=UTF-8''x%22.html");
    expect(saved.headers.get('content-security-policy')).to.equal("default-src 'none'; sandbox");
    expect((await rig.nobody().get(`/api/desk/attachments/${picture}`)).status).to.equal(401);
    expect(await rig.desk.audited(`attachment:${picture}`)).to.deep.equal([`${agent.actor.staffId} looked`]);
  });
});
