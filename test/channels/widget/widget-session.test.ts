import { expect } from 'chai';
import { statement } from '../../../store/database.ts';
import { widgetSessionSchema } from '../../../web/protocol/widget-session.ts';
import { call, Listener, say } from '../support/direct-line-caller.ts';
import { type EchoService, startEchoService, WIDGET_ORIGIN } from '../support/echo-service.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('POST /api/widget/session', () => {
  let service: EchoService;
  before(async () => {
    service = await startEchoService();
  });
  after(() => service.close());

  const open = (json: unknown = {}, headers: Record<string, string> = {}) =>
    call(`${service.base}/api/widget/session`, { method: 'POST', json, headers });

  it('opens a conversation with a user of its own, a token and a key to come back by', async () => {
    const { status, body } = await open({ language: 'en' });
    expect(status).to.equal(200);
    const session = widgetSessionSchema.parse(body);
    expect(session.resumed).to.equal(false);
    expect(session.userId).to.match(/^dl_/);
    expect(session.status).to.deep.equal({ speaker: 'bot' });
    expect(session.utility).to.include({ name: 'Example Power', hotline: '95598', brandColor: '#0b5d66' });
    expect(session.limits.fileTypes).to.include('image/jpeg');
    expect(await service.conversations.byId(session.conversationId)).to.include({
      user_id: session.userId,
      language: 'en',
    });
  });

  it('gives a token and a stream that Direct Line takes', async () => {
    const { body } = await open();
    const conversation = { id: body.conversationId, token: body.token, streamUrl: body.streamUrl };
    const listener = new Listener(conversation.streamUrl);
    expect(await say(service.base, conversation, 'hello')).to.have.property('status', 200);
    await listener.until(2);
    listener.socket.close();
    expect(listener.activities[0]?.from).to.deep.equal({ id: body.userId, role: 'user' });
  });

  it('finds the earlier conversation again, each time by a new key', async () => {
    const first = (await open()).body;
    const second = (await open({ resumeKey: first.resumeKey })).body;
    const third = (await open({ resumeKey: second.resumeKey })).body;
    expect([second, third].map(({ resumed }) => resumed)).to.deep.equal([true, true]);
    expect(new Set([first, second, third].map(({ conversationId }) => conversationId)).size).to.equal(1);
    expect(new Set([first, second, third].map(({ resumeKey }) => resumeKey)).size).to.equal(3);
    expect(third.userId).to.equal(first.userId);
  });

  it('takes a used key again for two minutes, in case the answer was lost, and not after', async () => {
    const first = (await open()).body;
    await open({ resumeKey: first.resumeKey });
    service.pass(MINUTE_MS);
    const soon = (await open({ resumeKey: first.resumeKey })).body;
    expect(soon).to.include({ resumed: true, conversationId: first.conversationId });
    service.pass(1.5 * MINUTE_MS);
    const late = (await open({ resumeKey: first.resumeKey })).body;
    expect(late.resumed).to.equal(false);
    expect(late.conversationId).not.to.equal(first.conversationId);
  });

  it('begins anew by a key that is older than thirty days, or unknown', async () => {
    const first = (await open()).body;
    service.pass(31 * DAY_MS);
    expect((await open({ resumeKey: first.resumeKey })).body.resumed).to.equal(false);
    expect((await open({ resumeKey: 'x'.repeat(43) })).body.resumed).to.equal(false);
  });

  it('keeps no key, only its hash', async () => {
    const { resumeKey } = (await open()).body;
    const rows = await service.database.query.selectFrom('widget_resume').selectAll().execute();
    expect(JSON.stringify(rows)).not.to.include(resumeKey);
  });

  it('tells one who comes back that people wait, or who is there', async () => {
    const first = (await open()).body;
    await serviceSession(first.conversationId, 'queued');
    const waiting = (await open({ resumeKey: first.resumeKey })).body;
    expect(waiting.status).to.deep.equal({ speaker: 'waiting', place: 2 });
    await service.database.commit([
      statement(
        service.database.query
          .updateTable('service_session')
          .set({ state: 'assigned', agent_id: 'staff-1' })
          .where('id', '=', `s-${first.conversationId}`),
        { expect: 1 },
      ),
    ]);
    const assigned = (await open({ resumeKey: waiting.resumeKey })).body;
    expect(assigned.status).to.deep.equal({ speaker: 'agent', name: 'A-07' });
  });

  it('serves our own pages and those of the configured origins, and no others', async () => {
    expect(await open({}, { origin: service.base })).to.have.property('status', 200);
    const allowed = await open({}, { origin: WIDGET_ORIGIN });
    expect(allowed.status).to.equal(200);
    expect(allowed.headers.get('access-control-allow-origin')).to.equal(WIDGET_ORIGIN);
    for (const origin of ['https://elsewhere.example', 'null', `${WIDGET_ORIGIN}.evil.example`]) {
      const refused = await open({}, { origin });
      expect(refused.status, origin).to.equal(403);
      expect(refused.body.error.code).to.equal('origin_not_allowed');
      expect(refused.headers.get('access-control-allow-origin')).to.equal(null);
    }
  });

  const badly: [unknown, string, string][] = [
    [{ resumeKey: 5 }, 'invalid', 'resumeKey'],
    [{ resumeKey: 'short' }, 'invalid', 'resumeKey'],
    [{ language: 'fr' }, 'invalid', 'language'],
    [{ user: 'dl_me' }, 'unknown_field', 'user'],
    [[], 'invalid', 'body'],
    ['text', 'invalid', 'body'],
  ];
  for (const [json, code, field] of badly) {
    it(`refuses ${JSON.stringify(json)}: 400 ${code} at ${field}`, async () => {
      const { status, body } = await open(json);
      expect(status).to.equal(400);
      expect(body.error).to.include({ code, field });
    });
  }

  async function serviceSession(conversationId: string, state: 'queued'): Promise<void> {
    const { query } = service.database;
    const id = `s-${conversationId}`;
    const row = {
      ...{ id, conversation_id: conversationId, state, agent_id: null, skill: 'general' as const, severity: null },
      ...{ language: null, intent: null, summary: null, opened_at: 1, last_activity_at: 1, queued_at: 1 },
      ...{ assigned_at: null, first_response_at: null, closed_at: null, closed_by: null, disposition: null },
      ...{ special_need: 0, returned_at: null, given_back_by: null },
    };
    await service.database.commit([
      statement(query.insertInto('service_session').values(row)),
      statement(query.updateTable('conversation').set({ session_id: id }).where('id', '=', conversationId)),
    ]);
  }
});
