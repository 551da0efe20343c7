import { expect } from 'chai';
import { generateKeyPair, SignJWT } from 'jose';
import { ChannelRig } from './support/channel-rig.ts';
import { APP_ID, ISSUER } from './support/login-service.ts';

const THREAD = { channelId: 'msteams', id: 'a:knocking' };

describe('who posts to /api/messages', () => {
  let rig: ChannelRig;
  before(async () => {
    rig = await ChannelRig.open();
  });
  after(() => rig.close());

  const now = () => Math.floor(Date.now() / 1000);
  const knock = async (token: string | null, more = {}) => {
    const { status, body } = await rig.post(rig.activity(THREAD, { text: 'hello', ...more }), {
      authorization: token === null ? null : `Bearer ${token}`,
    });
    return { status, code: (body as { error?: { code: string } } | null)?.error?.code };
  };
  const isRefused = async (token: string | null, code = 'token_invalid') => {
    const before = await rig.bot.database.query.selectFrom('activity').select('seq').execute();
    expect(await knock(token)).to.deep.equal({ status: 401, code });
    const after = await rig.bot.database.query.selectFrom('activity').select('seq').execute();
    expect(after.length, 'nothing was stored').to.equal(before.length);
  };

  it('is let in with a token of the channels’ service for this bot', async () => {
    expect(await knock(await rig.login.token())).to.deep.equal({ status: 200, code: undefined });
    await rig.quiet();
    expect(rig.connector.taken.at(-1)?.activity.text).to.match(/Hello/);
  });

  it('is refused without a token', () => isRefused(null, 'token_missing'));
  it('is refused with a token for another bot', async () => isRefused(await rig.login.token({ aud: 'another' })));
  it('is refused with a token of another issuer', async () =>
    isRefused(await rig.login.token({ iss: 'https://api.botframework.us' })));
  it('is refused with a token that has expired', async () =>
    isRefused(await rig.login.token({ exp: now() - 600 }), 'token_expired'));
  it('is refused with a token that is not valid yet', async () =>
    isRefused(await rig.login.token({ nbf: now() + 3600, exp: now() + 7200 })));
  it('is refused with a token signed by another key', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    await isRefused(await rig.login.token({}, { key: privateKey }));
    await isRefused(await rig.login.token({}, { key: privateKey, kid: 'unheard of' }));
  });
  it('is refused with a token that is not signed, or with a secret', async () => {
    const claims = { iss: ISSUER, aud: APP_ID, serviceurl: rig.connector.serviceUrl, exp: now() + 600 };
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    await isRefused(`${part({ alg: 'none', kid: 'first' })}.${part(claims)}.`);
    const secret = new TextEncoder().encode('a secret of at least 32 characters');
    await isRefused(await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'first' }).sign(secret));
    await isRefused('no.token.atall');
  });
  it('is refused with a token for another address to answer at', async () =>
    isRefused(await rig.login.token({ serviceurl: 'https://smba.trafficmanager.net/elsewhere/' })));
  it('is refused with an emulator’s or another bot’s token, which name no address to answer at', async () => {
    const tenant = 'd6d49420-f39b-4df7-a1dc-d59a935871db';
    const claims = { iss: `https://login.microsoftonline.com/${tenant}/v2.0`, tid: tenant, ver: '2.0', azp: APP_ID };
    await isRefused(await rig.login.token(claims));
    await isRefused(await rig.login.token({ ver: '2.0', azp: 'another-bot', serviceurl: undefined }));
  });
  it('is asked each time: a token that was good once is refused when it has expired', async () => {
    // The SDK allows five minutes of difference between clocks.
    const token = await rig.login.token({ exp: now() - 298 });
    expect((await knock(token)).status).to.equal(200);
    await new Promise((resolve) => setTimeout(resolve, 2600));
    await isRefused(token, 'token_expired');
  });

  it('must name an address to answer at, for without one it would not be compared', async () => {
    const answer = await rig.post(rig.activity(THREAD, { text: 'hello', serviceUrl: undefined }));
    expect(answer).to.deep.include({ status: 400 });
    expect(answer.body).to.have.nested.property('error.field', 'serviceUrl');
  });
  it('is not answered at an address that is none of the channels’, whatever its token says', async () => {
    for (const serviceUrl of [
      'https://botframework.com.evil.example/',
      'http://smba.trafficmanager.net/',
      'https://notbotframework.com/',
      'https://user:pass@botframework.com/',
      'ftp://botframework.com/',
      'https://169.254.169.254/latest/',
    ]) {
      const token = await rig.login.token({ serviceurl: serviceUrl });
      expect(await knock(token, { serviceUrl }), serviceUrl).to.deep.equal({
        status: 403,
        code: 'service_url_not_allowed',
      });
    }
  });
  it('is told that it is us when the keys can’t be had', async () => {
    const other = await ChannelRig.open({ settings: { openIdMetadata: 'http://127.0.0.1:9/metadata' } });
    try {
      const token = await other.login.token();
      const answer = await other.post(other.activity(THREAD, { text: 'hello' }), { authorization: `Bearer ${token}` });
      expect(answer.status).to.equal(503);
    } finally {
      await other.close();
    }
  });
});

describe('who posts to /api/messages where no app id is set', () => {
  let rig: ChannelRig;
  before(async () => {
    rig = await ChannelRig.open({ settings: { app: null } });
  });
  after(() => rig.close());
  const emulator = { channelId: 'emulator', id: 'local' };

  it('may be the emulator on this machine, and is answered there without a token', async () => {
    const answer = await rig.post(rig.activity(emulator, { text: 'hello' }), { authorization: null });
    expect(answer.status).to.equal(200);
    await rig.quiet();
    expect(rig.connector.taken.at(-1)).to.deep.include({ authorization: undefined });
  });
  it('is not answered anywhere else, be it one of Microsoft’s', async () => {
    for (const serviceUrl of [
      'https://smba.trafficmanager.net/',
      'http://169.254.169.254/',
      'http://127.0.0.1.evil.example/',
    ]) {
      const answer = await rig.post(rig.activity(emulator, { text: 'hello', serviceUrl }), { authorization: null });
      expect(answer.status, serviceUrl).to.equal(403);
    }
  });
  it('may not speak for somebody behind a proxy', async () => {
    const answer = await rig.post(rig.activity(emulator, { text: 'hello' }), {
      authorization: null,
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    expect(answer.body).to.have.nested.property('error.code', 'local_only');
  });
  it('is no page of another site that posts a form', async () => {
    const answer = await rig.post(rig.activity(emulator, { text: 'hello' }), {
      authorization: null,
      headers: { 'content-type': 'text/plain' },
    });
    expect(answer.status).to.equal(415);
  });
  it('finds nothing there where the server is open to the world', async () => {
    const open = await ChannelRig.open({ settings: { app: null, loopback: false } });
    try {
      expect((await open.post(open.activity(emulator, { text: 'hello' }), { authorization: null })).status).to.equal(
        404,
      );
    } finally {
      await open.close();
    }
  });
});
