import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { writeHmacIdentity } from '../../../channels/identity/hmac-identity.ts';
import { SiteIdentities } from '../../../channels/identity/site-identities.ts';
import { statement } from '../../../store/database.ts';
import { call } from '../support/direct-line-caller.ts';
import { type EchoService, startEchoService } from '../support/echo-service.ts';

const ISSUER = 'https://www.utility.example';
const AUDIENCE = 'switchboard';
const SECRET = 'a secret that the website shares with us';
const OWN = '0319000012345678';
const OTHER = '0319000087654321';
const MINUTE_MS = 60_000;

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

describe('an identity signed by the utility’s website', () => {
  let keyServer: Server;
  let fetched = 0;
  let published: { kid: string; pair: Pair }[] = [];
  let first: Pair;
  let service: EchoService;
  const heard: { conversation: string; name: string; value: unknown }[] = [];
  let number = 0;

  before(async () => {
    first = await generateKeyPair('ES256');
    published = [{ kid: 'one', pair: first }];
    keyServer = createServer((_request, response) => {
      fetched += 1;
      void publish().then((keys) => response.setHeader('content-type', 'application/json').end(keys));
    });
    await new Promise<void>((resolve) => {
      keyServer.listen(0, '127.0.0.1', resolve);
    });
    const jwksUrl = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/jwks`;
    service = await startEchoService({
      identity: { jwt: { jwksUrl, issuer: ISSUER, audience: AUDIENCE }, secret: SECRET },
      decide: async ({ activity }) => {
        if (activity.type === 'event')
          heard.push({ conversation: activity.conversation.id, name: activity.name ?? '', value: activity.value });
      },
    });
    await addAccount('A1', OWN);
    await addAccount('A2', OTHER);
  });

  after(async () => {
    await service.close();
    keyServer.close();
  });

  async function publish(): Promise<string> {
    const keys = await Promise.all(
      published.map(async ({ kid, pair }) => ({ ...(await exportJWK(pair.publicKey)), kid })),
    );
    return JSON.stringify({ keys });
  }

  async function addAccount(id: string, accountNumber: string): Promise<void> {
    const row = {
      id,
      number: accountNumber,
      customer_id: 'C',
      premises_id: 'P',
      tariff: 'residential_tiered' as const,
    };
    const { database } = service;
    const insert = database.query.insertInto('account');
    await database.commit([statement(insert.values({ ...row, state: 'active', opened_at: 0, free_kwh: 0 }))]);
  }

  const heardIn = (id: string) => heard.filter(({ conversation }) => conversation === id);
  const open = (json: unknown) => call(`${service.base}/api/widget/session`, { method: 'POST', json });
  const seconds = () => Math.floor(Date.now() / 1000);

  interface Signing {
    readonly pair?: Pair;
    readonly kid?: string;
    readonly claims?: JWTPayload;
    readonly without?: readonly string[];
    readonly alg?: string;
  }

  function jwt({ pair = first, kid = 'one', claims = {}, without = [], alg = 'ES256' }: Signing = {}): Promise<string> {
    number += 1;
    const all: JWTPayload = {
      ...{ iss: ISSUER, aud: AUDIENCE, iat: seconds(), exp: seconds() + 120, jti: `token-number-${number}` },
      ...{ account_number: OWN, ...claims },
    };
    const payload = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
    return new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(pair.privateKey);
  }

  function hmac(given: Partial<Parameters<typeof writeHmacIdentity>[0]> = {}, secret = SECRET): string {
    number += 1;
    return writeHmacIdentity(
      { account: OWN, at: seconds(), nonce: `nonce-number-${number}-of-many`, ...given },
      secret,
    );
  }

  async function rowsOf(
    table: 'conversation' | 'widget_resume' | 'identity_use' | 'audit' | 'activity',
  ): Promise<number> {
    return (await service.database.query.selectFrom(table).selectAll().execute()).length;
  }

  async function everything(): Promise<number[]> {
    const tables = ['conversation', 'widget_resume', 'identity_use', 'audit', 'activity'] as const;
    return Promise.all(tables.map(rowsOf));
  }

  async function settle(conversationId: string): Promise<void> {
    for (;;) {
      const rows = await service.conversations.transcriptAfter(conversationId, 0, 100);
      if (rows.every(({ handling }) => handling !== 'pending')) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  for (const [kind, sign] of [
    ['by JWT', () => jwt()],
    ['by HMAC', async () => hmac()],
  ] as const) {
    it(`verifies the conversation for the account named (${kind})`, async () => {
      const { status, body } = await open({ identity: await sign() });
      expect(status).to.equal(200);
      expect(body.identified).to.equal(true);
      await settle(body.conversationId);
      const events = heardIn(body.conversationId);
      expect(events.map(({ name }) => name)).to.deep.equal(['identity.signed']);
      const { until, ...value } = (events[0]?.value ?? {}) as Record<string, unknown>;
      expect(value).to.deep.equal({ accountId: 'A1', number: '03…5678' });
      expect(until).to.be.greaterThan(Date.now());
      const audited = await service.database.query.selectFrom('audit').selectAll().orderBy('at', 'desc').execute();
      const about = audited.find(({ subject }) => subject === `conversation:${body.conversationId}`);
      expect(about).to.include({ action: 'verification.signed' });
      expect(about?.detail).to.not.include(OWN);
    });

    it(`is good once (${kind})`, async () => {
      const identity = await sign();
      const { status, body } = await open({ identity });
      expect(status).to.equal(200);
      const before = await everything();
      for (const again of [{ identity }, { identity, resumeKey: body.resumeKey }]) {
        const refused = await open(again);
        expect(refused.status).to.equal(401);
        expect(refused.body.error).to.include({ code: 'identity_refused', field: 'identity' });
      }
      expect(await everything()).to.deep.equal(before);
    });
  }

  it('is good once, of many who hand it in at the same moment', async () => {
    const identity = await jwt();
    const answers = await Promise.all(Array.from({ length: 5 }, () => open({ identity })));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 401, 401, 401, 401]);
  });

  const stranger = generateKeyPair('ES256');
  const REFUSED: readonly [string, () => Promise<string>][] = [
    ['signed by somebody else', async () => jwt({ pair: await stranger })],
    ['signed by a key that nobody publishes', async () => jwt({ pair: await stranger, kid: 'another' })],
    [
      'not signed at all',
      async () =>
        new UnsecuredJWT({ account_number: OWN, jti: 'none-at-all' })
          .setIssuer(ISSUER)
          .setAudience(AUDIENCE)
          .setIssuedAt()
          .setExpirationTime('1m')
          .encode(),
    ],
    [
      'signed with the public key as a shared secret',
      async () => {
        const key = new TextEncoder().encode(JSON.stringify(await exportJWK(first.publicKey)));
        const claims = { iss: ISSUER, aud: AUDIENCE, jti: 'confused-key', account_number: OWN };
        return new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .setIssuedAt()
          .setExpirationTime('1m')
          .sign(key);
      },
    ],
    ['of another issuer', () => jwt({ claims: { iss: 'https://evil.example' } })],
    ['for somebody else', () => jwt({ claims: { aud: 'another' } })],
    ['expired', () => jwt({ claims: { iat: seconds() - 300, exp: seconds() - 60 } })],
    ['not valid yet', () => jwt({ claims: { nbf: seconds() + 300 } })],
    ['issued in the future', () => jwt({ claims: { iat: seconds() + 300, exp: seconds() + 400 } })],
    ['meant to last', () => jwt({ claims: { iat: seconds() - 3600, exp: seconds() + 3600 } })],
    ['without an end', () => jwt({ without: ['exp'] })],
    ['without an id', () => jwt({ without: ['jti'] })],
    ['without an account', () => jwt({ without: ['account_number'] })],
    ['of an account that does not exist', () => jwt({ claims: { account_number: '0319000000000000' } })],
    ['with an account that is no number', () => jwt({ claims: { account_number: "' or 1=1 --" } })],
    [
      'tampered with',
      async () =>
        (await jwt()).replace(/\.[^.]+\./, `.${Buffer.from('{"account_number":"1"}').toString('base64url')}.`),
    ],
    ['by HMAC with another secret', async () => hmac({}, 'a secret that nobody shares with us')],
    ['by HMAC of ten minutes ago', async () => hmac({ at: seconds() - 600 })],
    ['by HMAC of the future', async () => hmac({ at: seconds() + 600 })],
    ['by HMAC without a nonce', async () => hmac({ nonce: '' })],
    ['by HMAC, tampered with', async () => hmac().replace('.', `.${Buffer.from('x').toString('base64url')}`)],
    ['by HMAC, cut short', async () => hmac().slice(0, -4)],
    ['noise', async () => 'x'.repeat(64)],
  ];

  for (const [name, sign] of REFUSED) {
    it(`is refused where it is ${name}, and nothing changes`, async () => {
      const mine = (await open({})).body;
      const before = await everything();
      for (const resumeKey of [undefined, mine.resumeKey]) {
        const { status, body } = await open({ identity: await sign(), ...(resumeKey ? { resumeKey } : {}) });
        expect(status).to.equal(401);
        expect(body.error).to.include({ code: 'identity_refused', field: 'identity' });
      }
      expect(await everything()).to.deep.equal(before);
      expect((await open({ resumeKey: mine.resumeKey })).body).to.include({ resumed: true });
    });
  }

  it('follows the website’s keys when they change', async () => {
    const { port } = keyServer.address() as AddressInfo;
    const identities = new SiteIdentities({
      keys: { jwt: { jwksUrl: `http://127.0.0.1:${port}/jwks`, issuer: ISSUER, audience: AUDIENCE }, secret: null },
      accountIdOf: async () => 'A1',
      ...{ now: Date.now, log: { warn: () => {} }, cooldownMs: 0 },
    });
    const second = await generateKeyPair('RS256');
    expect(await identities.read(await jwt())).to.include({ accountId: 'A1' });
    published = [...published, { kid: 'two', pair: second }];
    expect(await identities.read(await jwt({ pair: second, kid: 'two', alg: 'RS256' }))).to.include({
      accountId: 'A1',
    });
    expect(await identities.read(await jwt()), 'the old key is good as long as it is published').to.not.equal(null);
    published = published.slice(1);
    await identities.read(await jwt({ kid: 'three' }));
    expect(await identities.read(await jwt())).to.equal(null);
    published = [{ kid: 'one', pair: first }];
  });

  it('does not have the keys fetched for every key id that is made up', async () => {
    await open({ identity: await jwt() });
    const before = fetched;
    for (let time = 0; time < 5; time += 1)
      await open({ identity: await jwt({ pair: await stranger, kid: `made-up-${time}` }) });
    expect(fetched - before).to.be.at.most(1);
  });

  it('goes on with the customer’s own conversation, and never with another customer’s', async () => {
    const mine = (await open({ identity: hmac() })).body;
    const same = (await open({ identity: hmac(), resumeKey: mine.resumeKey })).body;
    expect(same).to.include({ resumed: true, conversationId: mine.conversationId });
    const others = (await open({ identity: hmac({ account: OTHER }), resumeKey: same.resumeKey })).body;
    expect(others.resumed).to.equal(false);
    expect(others.conversationId).to.not.equal(mine.conversationId);
  });

  it('does not go on with a conversation in which somebody else has given a code', async () => {
    const mine = (await open({})).body;
    const { database } = service;
    const passed = { account_number: OTHER, account_id: 'A2', code_hash: 'x', tries: 0, created_at: 0, expires_at: 1 };
    const row = { ...passed, id: 'V1', conversation_id: mine.conversationId, verified_at: 1 };
    await database.commit([statement(database.query.insertInto('verification').values(row))]);
    expect((await open({ identity: hmac(), resumeKey: mine.resumeKey })).body.resumed).to.equal(false);
  });

  it('ends with signing out: the bot hears of it, and no browser comes back to the conversation', async () => {
    const mine = (await open({ identity: hmac() })).body;
    const signedOut = await call(`${service.base}/api/widget/logout`, { method: 'POST', token: mine.token });
    expect(signedOut.status).to.equal(204);
    await settle(mine.conversationId);
    expect(heardIn(mine.conversationId).map(({ name }) => name)).to.deep.equal(['identity.signed', 'identity.ended']);
    expect((await open({ resumeKey: mine.resumeKey })).body.resumed).to.equal(false);
  });

  it('can’t be said by a customer’s own event', async () => {
    const { body } = await open({});
    const event = { type: 'event', name: 'identity.signed', value: { accountId: 'A2', number: 'x', until: 9e15 } };
    const path = `${service.base}/v3/directline/conversations/${body.conversationId}/activities`;
    const { status } = await call(path, {
      method: 'POST',
      token: body.token,
      json: { ...event, from: { id: body.userId } },
    });
    expect(status).to.equal(400);
  });

  it('is remembered for longer than it could be used', async () => {
    const row = await service.database.query.selectFrom('identity_use').selectAll().executeTakeFirstOrThrow();
    expect(row.expires_at - row.at).to.be.greaterThan(10 * MINUTE_MS);
  });
});
