import { expect } from 'chai';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { FILE_TYPES, fileKind } from '../../channels/directline/file-kind.ts';
import { type WidgetSession, widgetSessionSchema } from '../../web/protocol/widget-session.ts';
import { activities, directLineRequests } from './support/direct-line-requests.ts';
import { expectNothingLeft } from './support/expect-nothing-left.ts';
import { type FuzzServer, SECRET, startFuzzServer } from './support/fuzz-server.ts';
import { runs, SEEDED } from './support/fuzz-settings.ts';
import { expectGoodAnswer } from './support/good-answer.ts';
import { hostileFiles, multiparts } from './support/hostile-files.ts';
import type { FuzzAnswer, FuzzRequest } from './support/http-client.ts';

describe(`what customers' clients send, right and wrong ${SEEDED}`, function () {
  this.timeout(120_000);
  let server: FuzzServer;
  const sessions: WidgetSession[] = [];

  before(async () => {
    server = await startFuzzServer();
    for (let count = 0; count < 3; count += 1) sessions.push(await openSession());
  });
  after(async () => {
    expect(await server.stop()).to.equal(0);
  });

  it('is taken in whole or refused by its field, whichever call it is', async () => {
    const ids = sessions.map(({ conversationId }) => conversationId);
    const tokens = [...sessions.map(({ token }) => token), SECRET, SECRET];
    const requests = directLineRequests({ ids, tokens, badTokens: await badTokens() });
    const property = fc.asyncProperty(requests, (request) => check(request));
    await fc.assert(property, runs(1500));
  });

  it('leaves nothing behind where it is an upload that is not taken', async () => {
    const [session] = sessions;
    const property = fc.asyncProperty(
      multiparts(fc.oneof(fc.constant({ type: 'message', text: '你看' }), activities)),
      async ({ contentType, body }) => {
        const path = `/v3/directline/conversations/${session?.conversationId}/upload?userId=x`;
        const headers = { 'content-type': contentType, authorization: `Bearer ${session?.token}` };
        await check({ method: 'POST', path, headers, body });
      },
    );
    await fc.assert(property, runs(400));
    const kept = server.rows.all('select id, name, content_type from attachment');
    expect(kept.length, 'uploads that were taken').to.be.greaterThan(2);
    for (const { id, name, content_type } of kept) {
      expect(FILE_TYPES, String(name)).to.include(content_type);
      expect(name).to.match(/^[^\\/\p{Cc}]{1,150}$/u);
      const answer = await server.client.send({ method: 'GET', path: `/v3/directline/attachments/${id}` });
      expect(answer.status).to.equal(200);
      expect(answer.headers).to.include({ 'content-type': content_type, 'x-content-type-options': 'nosniff' });
      expect(answer.headers['content-security-policy']).to.include('sandbox');
    }
  });

  it('is looked into without harm, whatever kind of file it begins like', async () => {
    const property = fc.asyncProperty(hostileFiles, async (bytes) => {
      const kind = await fileKind(bytes, '');
      if (typeof kind === 'string') expect(FILE_TYPES).to.include(kind);
      else expect(kind.status).to.equal(415);
    });
    await fc.assert(property, runs(3000));
  });

  it('keeps of an activity what is known of it, and nothing else', async () => {
    const session = await openSession();
    const unknown = fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), fc.jsonValue(), { maxKeys: 4 });
    const property = fc.asyncProperty(unknown, async (more) => {
      const body = JSON.stringify({
        ...more,
        ...Object.fromEntries(KNOWN.map((name) => [name, undefined])),
        type: 'message',
        text: '你好',
      });
      const answer = await send(session, body);
      expect(answer.status, answer.text).to.equal(200);
      const [row] = server.rows.all(
        `select body from activity where conversation_id = '${session.conversationId}' and direction = 'in' order by seq desc limit 1`,
      );
      expect(JSON.parse(String(row?.body))).to.deep.equal({ type: 'message', text: '你好' });
    });
    await fc.assert(property, runs(25));
  });

  it('has been answered without a message set aside or a gap in a transcript', async () => {
    await server.rows.settled();
    expect(server.rows.setAside()).to.deep.equal([]);
    expect(server.rows.gapped()).to.deep.equal([]);
    const [session] = sessions;
    const answer = await server.client.send({
      method: 'GET',
      path: `/v3/directline/conversations/${session?.conversationId}/activities`,
      headers: { authorization: `Bearer ${SECRET}` },
    });
    expect(answer.json).to.have.property('activities').that.is.not.empty;
  });

  async function check(request: FuzzRequest): Promise<void> {
    const { client, rows } = server;
    await rows.settled();
    const before = rows.fingerprint();
    const answer = await client.send(request);
    const what = `${request.method} ${request.path} ${JSON.stringify(request.headers)} ${String(request.body).slice(0, 300)}`;
    if (request.method === 'HEAD') expect(answer.status, what).to.be.within(200, 499);
    else expectGoodAnswer(answer, what);
    if (answer.status >= 400 && rows.fingerprint() !== before)
      await expectNothingLeft(rows, () => client.send(request), { what: `${what}\n${answer.text}` });
  }

  function send({ conversationId, token }: WidgetSession, body: string): Promise<FuzzAnswer> {
    const path = `/v3/directline/conversations/${conversationId}/activities`;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return server.client.send({ method: 'POST', path, headers, body });
  }

  async function openSession(): Promise<WidgetSession> {
    const headers = { 'content-type': 'application/json' };
    const answer = await server.client.send({ method: 'POST', path: '/api/widget/session', headers, body: '{}' });
    return widgetSessionSchema.parse(answer.json);
  }

  /** Expired, tampered with, unsigned, signed by another, made for something else. */
  async function badTokens(): Promise<string[]> {
    const [key] = server.rows.all("select id, secret from signing_key where purpose = 'directline'");
    const [session] = sessions;
    const claims = { conversation: session?.conversationId, user: 'dl_x' };
    const signed = (secret: string, { audience, expires }: { audience: string; expires: number }) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: String(key?.id) })
        .setAudience(audience)
        .setExpirationTime(expires)
        .sign(Buffer.from(secret, 'base64url'));
    const soon = Math.floor(Date.now() / 1000) + 600;
    const good = session?.token ?? '';
    return [
      await signed(String(key?.secret), { audience: 'directline', expires: 1_000_000 }),
      await signed(String(key?.secret), { audience: 'directline-stream', expires: soon }),
      await signed('x'.repeat(43), { audience: 'directline', expires: soon }),
      `${good.slice(0, -4)}AAAA`,
      `${good.split('.').slice(0, 2).join('.')}.`,
      new URL(session?.streamUrl ?? '').searchParams.get('t') ?? '',
    ];
  }
});

const KNOWN = [
  'type',
  'text',
  'name',
  'value',
  'locale',
  'from',
  'entities',
  'attachments',
  'channelData',
  '__proto__',
];
