import { expect } from 'chai';
import { seedStaff } from '../../../desk/accounts/seed-staff.ts';
import { RIG_NOW } from '../../desk/desk-rig.ts';
import { DeskApiRig } from './desk-api-rig.ts';

const PERSON = {
  id: 'staff-test',
  login: 'agent1',
  demoPassword: 'correct horse',
  name: '测试员',
  deskName: '客服 1',
  roles: ['agent'],
  skills: ['general'],
  capacity: 4,
} as const;
const CREDENTIALS = { login: 'agent1', password: PERSON.demoPassword };

describe('the desk’s door', () => {
  let rig: DeskApiRig;
  beforeEach(async () => {
    rig = await DeskApiRig.open();
    await seedStaff(rig.desk.database, [PERSON], RIG_NOW);
  });
  afterEach(() => rig.close());

  it('gives a cookie that no script can read, and tells who one is', async () => {
    const { status, headers, body } = await rig.nobody().post('/api/desk/sign-in', CREDENTIALS);
    expect(status).to.equal(200);
    expect(headers.get('set-cookie')).to.match(
      /^switchboard-desk=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(body).to.deep.include({
      staff: {
        id: PERSON.id,
        login: 'agent1',
        name: PERSON.name,
        deskName: PERSON.deskName,
        roles: ['agent'],
        capacity: 4,
      },
      utility: { name: '示例供电', nameEn: 'Example Power' },
      demo: true,
    });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const me = await rig.nobody().call('GET', '/api/desk/me', undefined, { cookie });
    expect(me.body).to.deep.equal(body);
    const out = await rig.nobody().call('POST', '/api/desk/sign-out', undefined, { cookie, 'x-csrf-token': body.csrf });
    expect(out.status).to.equal(204);
    expect(out.headers.get('set-cookie')).to.match(/^switchboard-desk=; Max-Age=0; /);
    expect((await rig.nobody().call('GET', '/api/desk/me', undefined, { cookie })).status).to.equal(401);
  });

  it('refuses alike, and after too many tries says when to come again', async () => {
    const nobody = rig.nobody();
    const unknown = await nobody.post('/api/desk/sign-in', { login: 'nobody', password: 'x' });
    const wrong = await nobody.post('/api/desk/sign-in', { ...CREDENTIALS, password: 'x' });
    expect([unknown.status, unknown.body]).to.deep.equal([401, wrong.body]);
    expect(wrong.body.error.code).to.equal('sign_in_failed');
    expect(wrong.headers.get('set-cookie')).to.equal(null);
    for (let guess = 0; guess < 4; guess += 1) {
      await nobody.post('/api/desk/sign-in', { ...CREDENTIALS, password: 'x' });
    }
    const stopped = await nobody.post('/api/desk/sign-in', CREDENTIALS);
    expect([stopped.status, stopped.body.error.code]).to.deep.equal([429, 'too_many_tries']);
    expect(Number(stopped.headers.get('retry-after'))).to.be.within(1, 30);
  });

  it('takes changes only with the sign-in’s own token', async () => {
    const caller = await rig.signedIn();
    const other = await rig.signedIn();
    const { sessionId } = await rig.desk.serve();
    const claim = (token: string) =>
      caller.call('POST', `/api/desk/sessions/${sessionId}/claim`, undefined, { 'x-csrf-token': token });
    const others = (await other.get('/api/desk/me')).body.csrf;
    for (const token of ['', 'guessed', others]) {
      const { status, body } = await claim(token);
      expect([status, body.error.code]).to.deep.equal([403, 'csrf_failed']);
    }
    expect((await rig.desk.session(sessionId)).state).to.equal('queued');
    expect((await claim((await caller.get('/api/desk/me')).body.csrf)).status).to.equal(200);
  });

  it('takes changes only from our own pages, the sign-in itself too', async () => {
    const caller = await rig.signedIn();
    const { sessionId } = await rig.desk.serve();
    const own = { origin: rig.base, 'sec-fetch-site': 'same-origin' };
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: rig.base.replace('127.0.0.1', '127.0.0.2') },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      const claim = await caller.call('POST', `/api/desk/sessions/${sessionId}/claim`, undefined, headers as never);
      const signIn = await rig.nobody().call('POST', '/api/desk/sign-in', CREDENTIALS, headers as never);
      expect([claim.status, claim.body.error.code]).to.deep.equal([403, 'origin_not_allowed']);
      expect([signIn.status, signIn.body.error.code]).to.deep.equal([403, 'origin_not_allowed']);
    }
    expect((await rig.nobody().call('POST', '/api/desk/sign-in', CREDENTIALS, own)).status).to.equal(200);
    expect((await caller.call('POST', `/api/desk/sessions/${sessionId}/claim`, undefined, own)).status).to.equal(200);
  });

  it('knows a cookie only as it was given', async () => {
    for (const cookie of [
      'switchboard-desk=',
      'switchboard-desk=a; b',
      `switchboard-desk=${'x'.repeat(43)}`,
      '=;=',
      ';',
    ]) {
      const { status } = await rig.nobody().call('GET', '/api/desk/me', undefined, { cookie });
      expect(status).to.equal(401);
    }
  });
});

describe('the desk’s door behind HTTPS', () => {
  it('binds the cookie to the host and to HTTPS, and our pages to the public address', async () => {
    const rig = await DeskApiRig.open({ publicUrl: 'https://desk.example' });
    try {
      await seedStaff(rig.desk.database, [PERSON], RIG_NOW);
      const signIn = (origin: string) => rig.nobody().call('POST', '/api/desk/sign-in', CREDENTIALS, { origin });
      const { headers } = await signIn('https://desk.example');
      expect(headers.get('set-cookie')).to.match(
        /^__Host-switchboard-desk=.*; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
      );
      expect((await signIn('http://desk.example')).status).to.equal(403);
      expect((await signIn(rig.base)).status).to.equal(403);
    } finally {
      await rig.close();
    }
  });
});
