import { expect } from 'chai';
import { seedStaff } from '../../../desk/accounts/seed-staff.ts';
import { totpCode } from '../../../desk/accounts/totp.ts';
import type { StaffRole } from '../../../domain/desk/rights.ts';
import type {
  Member,
  MemberList,
  OneTimePassword,
  OwnAccount,
  SignInList,
  TotpSetup,
} from '../../../web/protocol/desk/account.ts';
import type { Me } from '../../../web/protocol/desk/staff.ts';
import { RIG_NOW } from '../../desk/desk-rig.ts';
import { type Answered, DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

const MINUTE = 60_000;
const NEW = {
  login: 'Zhou.Min',
  name: '周敏',
  deskName: '客服 9',
  roles: ['agent'],
  skills: ['fault'],
  languages: ['zh', 'en'],
  capacity: 3,
} as const;
const OWN_PASSWORD = 'seven otters in a kettle';
const OTHER_PASSWORD = 'a lamp below the harbour wall';

describe('accounts at the desk', () => {
  let rig: DeskApiRig;
  let admin: DeskCaller;
  beforeEach(async () => {
    rig = await DeskApiRig.open();
    admin = await rig.signedIn(['admin']);
  });
  afterEach(() => rig.close());

  const audit = () => rig.desk.database.query.selectFrom('audit').selectAll().orderBy('at').execute();

  async function added(given: object = NEW): Promise<{ member: Member } & OneTimePassword> {
    const answer = await admin.post('/api/desk/staff', given);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    return answer.body as never;
  }

  it('adds somebody who signs in once with the password given out, and has to set their own first', async () => {
    const { member, oneTimePassword, until } = await added();
    expect(member).to.deep.include({ ...NEW, login: 'zhou.min', active: true, totp: false, oneTimeUntil: until });
    const browser = await signedIn(rig, { login: 'zhou.min', password: oneTimePassword });
    expect(browser.me.session.pending).to.deep.equal(['password']);
    const refused = await browser.call('GET', '/api/desk/sessions');
    expect([refused.status, refused.body.error.code]).to.deep.equal([403, 'account_unfinished']);
    expect((await browser.call('GET', '/api/desk/events')).status).to.equal(403);

    for (const [password, code] of [
      ['short', 'password_short'],
      ['zhou.min.zhou', 'password_common'],
      ['password123456', 'password_common'],
      [oneTimePassword, 'password_same'],
    ]) {
      const weak = await browser.call('POST', '/api/desk/my-password', { current: oneTimePassword, password });
      expect([weak.status, weak.body.error.code, weak.body.error.field]).to.deep.equal([422, code, 'body.password']);
    }
    const changed = await browser.call('POST', '/api/desk/my-password', {
      current: oneTimePassword,
      password: OWN_PASSWORD,
    });
    expect(changed.status).to.equal(200);
    expect((changed.body as never as Me).session.pending).to.deep.equal([]);
    expect((await browser.call('GET', '/api/desk/me')).status, 'the former sign-in is over').to.equal(401);
    const own = browser.with(changed);
    expect((await own.call('GET', '/api/desk/sessions')).status).to.equal(200);
    expect((await tried(rig, 'zhou.min', oneTimePassword)).status).to.equal(401);
    expect((await tried(rig, 'zhou.min', OWN_PASSWORD)).status).to.equal(200);
  });

  it('lets a password that was given out run out after three days', async () => {
    const { oneTimePassword } = await added();
    rig.desk.now += 72 * 60 * MINUTE;
    expect((await tried(rig, 'zhou.min', oneTimePassword)).status).to.equal(401);
  });

  it('lists people by login a page at a time, by words, role and whether they may sign in', async () => {
    for (let person = 0; person < 7; person += 1) {
      await added({ ...NEW, login: `p${person}`, roles: person % 2 === 0 ? ['agent', 'quality'] : ['dispatcher'] });
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const address: string = `/api/desk/staff?search=P&limit=3${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page = (await admin.get(address)).body as never as MemberList;
      expect(page.members.length).to.be.within(1, 3);
      seen.push(...page.members.map(({ login }) => login));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).to.include.members(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
    expect(seen).to.deep.equal([...new Set(seen)].sort());
    const logins = async (query: string) =>
      ((await admin.get(`/api/desk/staff?${query}`)).body as never as MemberList).members.map(({ login }) => login);
    expect(await logins('role=dispatcher')).to.deep.equal(['p1', 'p3', 'p5']);
    expect(await logins('search=%25')).to.deep.equal([]);
    expect(await logins('active=false')).to.deep.equal([]);
    expect((await admin.get('/api/desk/staff?cursor=nonsense%20')).status).to.equal(400);
    expect((await admin.get('/api/desk/staff?cursor=4pyT')).status).to.equal(422);
  });

  it('changes a person, and refuses a change decided on what is no longer so', async () => {
    const { member } = await added();
    const { login: _login, ...rest } = NEW;
    const change = { ...rest, roles: ['agent', 'quality'], capacity: 5, version: member.version };
    const changed = await admin.call('PUT', `/api/desk/staff/${member.id}`, change);
    expect(changed.body).to.deep.include({ roles: ['agent', 'quality'], capacity: 5 });
    const again = await admin.call('PUT', `/api/desk/staff/${member.id}`, change);
    expect([again.status, again.body.error.code]).to.deep.equal([409, 'member_changed']);
    const line = (await audit()).find(({ action }) => action === 'staff.changed');
    expect(line).to.deep.include({ actor: admin.actor.staffId, subject: `staff:${member.id}` });
    expect(JSON.parse(line?.detail ?? '')).to.deep.equal({
      roles: { from: '["agent"]', to: '["agent","quality"]' },
      capacity: { from: 3, to: 5 },
    });
    expect((await admin.post('/api/desk/staff', NEW)).body.error.code).to.equal('login_taken');
  });

  it('takes a right away with the next call', async () => {
    const { member, oneTimePassword } = await added({ ...NEW, roles: ['agent', 'admin'] });
    const first = await signedIn(rig, { login: 'zhou.min', password: oneTimePassword });
    const person = first.with(
      await first.call('POST', '/api/desk/my-password', { current: oneTimePassword, password: OWN_PASSWORD }),
    );
    expect((await person.call('GET', '/api/desk/staff')).status).to.equal(200);
    const { login: _login, ...rest } = NEW;
    await admin.call('PUT', `/api/desk/staff/${member.id}`, { ...rest, version: member.version });
    expect((await person.call('GET', '/api/desk/staff')).status).to.equal(403);
  });

  it('shuts an account: its conversations go back to the queue at once, its sign-ins end', async () => {
    const agent = await rig.signedIn(['agent']);
    const { sessionId } = await rig.desk.serve();
    expect((await agent.post(`/api/desk/sessions/${sessionId}/claim`)).status).to.equal(200);
    const { staffId } = agent.actor;
    const shut = await admin.post(`/api/desk/staff/${staffId}/active`, { active: false, version: 1 });
    expect(shut.body).to.include({ active: false });
    expect(await rig.desk.session(sessionId)).to.include({ state: 'queued', agent_id: null });
    expect((await agent.get('/api/desk/me')).status).to.equal(401);
    const opened = await admin.post(`/api/desk/staff/${staffId}/active`, { active: true, version: 2 });
    expect(opened.body).to.include({ active: true });
    expect(await rig.desk.audited(`staff:${staffId}`)).to.deep.equal([
      `${admin.actor.staffId} staff.disabled`,
      `${admin.actor.staffId} staff.enabled`,
    ]);
  });

  it('keeps the last administrator, who may be neither shut nor made anything else', async () => {
    const own = `/api/desk/staff/${admin.actor.staffId}`;
    const { login: _login, ...rest } = NEW;
    const taken = await admin.call('PUT', own, { ...rest, version: 1 });
    expect([taken.status, taken.body.error.code]).to.deep.equal([409, 'last_admin']);
    const shut = await admin.post(`${own}/active`, { active: false, version: 1 });
    expect([shut.status, shut.body.error.code]).to.deep.equal([409, 'last_admin']);
    await rig.signedIn(['admin']);
    expect((await admin.call('PUT', own, { ...rest, version: 1 })).status).to.equal(200);
  });

  it('resets a password: what was known before is good no more', async () => {
    await seedStaff(rig.desk.database, [person('known', ['agent'])], RIG_NOW);
    const browser = await signedIn(rig, { login: 'known', password: OWN_PASSWORD });
    const reset = await admin.post('/api/desk/staff/known/password');
    const { oneTimePassword } = reset.body as never as OneTimePassword;
    expect((await browser.call('GET', '/api/desk/me')).status).to.equal(401);
    expect((await tried(rig, 'known', OWN_PASSWORD)).status).to.equal(401);
    expect((await signedIn(rig, { login: 'known', password: oneTimePassword })).me.session.pending).to.deep.equal([
      'password',
    ]);
    const kept = JSON.stringify([
      await audit(),
      await rig.desk.database.query.selectFrom('staff_credential').selectAll().execute(),
      await rig.desk.database.query.selectFrom('staff').selectAll().execute(),
    ]);
    expect(kept).to.not.include(oneTimePassword);
  });

  it('unlocks a login that waits after too many tries', async () => {
    await seedStaff(rig.desk.database, [person('known', ['agent'])], RIG_NOW);
    for (let guess = 0; guess < 5; guess += 1) await tried(rig, 'known', 'wrong');
    expect((await tried(rig, 'known', OWN_PASSWORD)).status).to.equal(429);
    expect(((await admin.get('/api/desk/staff/known')).body as never as Member).lockedUntil).to.be.greaterThan(RIG_NOW);
    expect((await admin.call('DELETE', '/api/desk/staff/known/tries')).status).to.equal(204);
    expect((await tried(rig, 'known', OWN_PASSWORD)).status).to.equal(200);
    expect(await rig.desk.audited('staff:known')).to.include(`${admin.actor.staffId} staff.unlocked`);
  });

  it('asks anew who one is before the gravest acts, and only then', async () => {
    await seedStaff(rig.desk.database, [person('chief', ['admin'])], RIG_NOW);
    const chief = await signedIn(rig, { login: 'chief', password: OWN_PASSWORD });
    rig.desk.now += 11 * MINUTE;
    const refused = await chief.call('POST', '/api/desk/staff', NEW);
    expect([refused.status, refused.body.error.code]).to.deep.equal([403, 'proof_required']);
    expect((await chief.call('GET', '/api/desk/staff')).status).to.equal(200);
    const wrong = await chief.call('POST', '/api/desk/proof', { password: 'wrong' });
    expect([wrong.status, wrong.body.error.code]).to.deep.equal([422, 'password_wrong']);
    expect((await chief.call('POST', '/api/desk/proof', { password: OWN_PASSWORD })).status).to.equal(204);
    expect((await chief.call('POST', '/api/desk/staff', NEW)).status).to.equal(201);
  });

  it('counts guesses of a password by somebody who is signed in as those at the door', async () => {
    await seedStaff(rig.desk.database, [person('chief', ['admin'])], RIG_NOW);
    const chief = await signedIn(rig, { login: 'chief', password: OWN_PASSWORD });
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      const path = guess % 2 === 0 ? '/api/desk/proof' : '/api/desk/my-password';
      const body = guess % 2 === 0 ? { password: 'wrong' } : { current: 'wrong', password: OTHER_PASSWORD };
      statuses.push((await chief.call('POST', path, body)).status);
    }
    expect(statuses).to.deep.equal([422, 422, 422, 422, 422, 429]);
    expect((await tried(rig, 'chief', OWN_PASSWORD)).status).to.equal(429);
  });

  describe('sign-ins', () => {
    beforeEach(() => seedStaff(rig.desk.database, [person('known', ['agent'])], RIG_NOW));
    const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0 Safari/537.36';

    it('are listed to their owner with device and coarse address, and end one by one or all others', async () => {
      const browsers: Browser[] = [];
      for (let one = 0; one < 4; one += 1) {
        rig.desk.now += 1000;
        browsers.push(await signedIn(rig, { login: 'known', password: OWN_PASSWORD }, { 'user-agent': CHROME }));
      }
      const [first, second, , last] = browsers;
      if (!first || !second || !last) throw new Error('nobody is signed in');
      const list = (await last.call('GET', '/api/desk/my-sessions')).body as never as SignInList;
      expect(list.sessions.map(({ current }) => current)).to.deep.equal([true, false, false, false]);
      expect(list.sessions[0]).to.deep.include({
        device: 'Chrome · Windows',
        address: '127.0.0.*',
        method: 'password',
      });
      expect(JSON.stringify(list)).to.not.match(/[0-9a-f]{64}/);
      expect((await last.call('DELETE', `/api/desk/my-sessions/${list.sessions[3]?.id}`)).status).to.equal(204);
      expect((await first.call('GET', '/api/desk/me')).status).to.equal(401);
      expect((await second.call('GET', '/api/desk/me')).status).to.equal(200);
      expect((await last.call('DELETE', '/api/desk/my-sessions')).status).to.equal(204);
      expect((await second.call('GET', '/api/desk/me')).status).to.equal(401);
      expect((await last.call('GET', '/api/desk/me')).status).to.equal(200);
    });

    it('come a page at a time', async () => {
      let last: Browser | undefined;
      for (let one = 0; one < 5; one += 1) last = await signedIn(rig, { login: 'known', password: OWN_PASSWORD });
      const ids: string[] = [];
      let cursor = '';
      for (;;) {
        const page = (await last?.call('GET', `/api/desk/my-sessions?limit=2${cursor}`))?.body as never as SignInList;
        ids.push(...page.sessions.map(({ id }) => id));
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      expect(new Set(ids).size).to.equal(5);
      expect(ids).to.have.length(5);
    });

    it('of anybody are an administrator’s to see and end, but of nobody else', async () => {
      const known = await signedIn(rig, { login: 'known', password: OWN_PASSWORD });
      const list = (await admin.get('/api/desk/staff/known/sessions')).body as never as SignInList;
      expect(list.sessions.map(({ id, current }) => [id, current])).to.deep.equal([[known.me.session.id, false]]);
      const other = await rig.signedIn(['agent']);
      expect((await other.call('DELETE', `/api/desk/my-sessions/${known.me.session.id}`)).status).to.equal(404);
      expect((await known.call('GET', '/api/desk/me')).status).to.equal(200);
      await admin.call('DELETE', `/api/desk/staff/known/sessions/${known.me.session.id}`);
      expect((await known.call('GET', '/api/desk/me')).status).to.equal(401);
    });

    it('take the place of the one that the browser had: no token outlives a new sign-in', async () => {
      const before = await signedIn(rig, { login: 'known', password: OWN_PASSWORD });
      const after = await signedIn(rig, { login: 'known', password: OWN_PASSWORD }, { cookie: before.cookie });
      expect(after.cookie).to.not.equal(before.cookie);
      expect(after.me.csrf).to.not.equal(before.me.csrf);
      expect((await before.call('GET', '/api/desk/me')).status).to.equal(401);
      expect((await after.call('GET', '/api/desk/me')).status).to.equal(200);
    });
  });

  describe('the second factor', () => {
    beforeEach(() => seedStaff(rig.desk.database, [person('known', ['agent'])], RIG_NOW));

    async function enrolled(browser: Browser): Promise<{ secret: string; codes: string[] }> {
      const setup = (await browser.call('POST', '/api/desk/my-totp')).body as never as TotpSetup;
      expect(setup.uri).to.match(/^otpauth:\/\/totp\/Example%20Power:known\?.*secret=[A-Z2-7]{32}/);
      const wrong = await browser.call('POST', '/api/desk/my-totp/confirmation', { code: '000000' });
      expect([wrong.status, wrong.body.error.code]).to.deep.equal([422, 'code_wrong']);
      const code = totpCode(setup.secret, rig.desk.now);
      const confirmed = await browser.call('POST', '/api/desk/my-totp/confirmation', { code });
      expect(confirmed.status, JSON.stringify(confirmed.body)).to.equal(200);
      return { secret: setup.secret, codes: (confirmed.body as never as { codes: string[] }).codes };
    }

    it('is asked for once it is confirmed; a code of the same step is taken once only', async () => {
      const browser = await signedIn(rig, { login: 'known', password: OWN_PASSWORD });
      const { secret, codes } = await enrolled(browser);
      expect(new Set(codes).size).to.equal(10);
      rig.desk.now += 60_000;
      const missing = await tried(rig, 'known', OWN_PASSWORD);
      expect([missing.status, missing.body.error.code]).to.deep.equal([401, 'code_missing']);
      expect((await tried(rig, 'known', 'wrong', '123456')).body.error.code, 'not before the password').to.equal(
        'sign_in_failed',
      );
      const code = totpCode(secret, rig.desk.now);
      const twice = await Promise.all([
        tried(rig, 'known', OWN_PASSWORD, code),
        tried(rig, 'known', OWN_PASSWORD, code),
        tried(rig, 'known', OWN_PASSWORD, `${code.slice(0, 3)} ${code.slice(3)}`),
      ]);
      expect(twice.map(({ status }) => status).sort()).to.deep.equal([200, 401, 401]);
      rig.desk.now += 30_000;
      const before = totpCode(secret, rig.desk.now - 30_000);
      expect((await tried(rig, 'known', OWN_PASSWORD, before)).body.error.code, 'replayed').to.equal('code_wrong');
      expect((await tried(rig, 'known', OWN_PASSWORD, totpCode(secret, rig.desk.now))).status).to.equal(200);
    });

    it('may be stood in for by each recovery code once', async () => {
      const browser = await signedIn(rig, { login: 'known', password: OWN_PASSWORD });
      const { codes } = await enrolled(browser);
      const [one = '', two = ''] = codes;
      expect((await tried(rig, 'known', OWN_PASSWORD, one.toLowerCase())).status).to.equal(200);
      expect((await tried(rig, 'known', OWN_PASSWORD, one)).body.error.code).to.equal('code_wrong');
      const account = (await browser.call('GET', '/api/desk/my-account')).body as never as OwnAccount;
      expect(account.totp).to.deep.equal({ on: true, since: RIG_NOW, codesLeft: 9, required: false });
      await browser.call('POST', '/api/desk/my-recovery-codes');
      expect((await tried(rig, 'known', OWN_PASSWORD, two)).body.error.code, 'replaced').to.equal('code_wrong');
    });

    it('lies sealed in the database, codes as hashes', async () => {
      const browser = await signedIn(rig, { login: 'known', password: OWN_PASSWORD });
      const { secret, codes } = await enrolled(browser);
      const { query } = rig.desk.database;
      const stored = JSON.stringify([
        await query.selectFrom('staff_credential').selectAll().execute(),
        await query.selectFrom('staff_recovery_code').selectAll().execute(),
        await audit(),
      ]);
      for (const shown of [secret, ...codes, codes[0]?.replaceAll('-', '')]) expect(stored).to.not.include(shown);
    });

    it('lets guesses of codes wait as guesses of passwords, though the password is right each time', async () => {
      await enrolled(await signedIn(rig, { login: 'known', password: OWN_PASSWORD }));
      const statuses: number[] = [];
      for (let guess = 0; guess < 7; guess += 1) {
        await tried(rig, 'known', OWN_PASSWORD);
        statuses.push((await tried(rig, 'known', OWN_PASSWORD, '000000')).status);
      }
      expect(statuses.slice(0, 4)).to.deep.equal([401, 401, 401, 401]);
      expect(statuses.at(-1)).to.equal(429);
    });

    it('goes by its owner’s word, or an administrator’s where it is lost', async () => {
      const browser = await signedIn(rig, { login: 'known', password: OWN_PASSWORD });
      await enrolled(browser);
      expect((await browser.call('DELETE', '/api/desk/my-totp')).status).to.equal(204);
      expect((await tried(rig, 'known', OWN_PASSWORD)).status).to.equal(200);
      await enrolled(browser);
      expect((await admin.call('DELETE', '/api/desk/staff/known/totp')).status).to.equal(204);
      expect((await browser.call('GET', '/api/desk/me')).status).to.equal(401);
      expect((await tried(rig, 'known', OWN_PASSWORD)).status).to.equal(200);
      const lines = await rig.desk.audited('staff:known');
      expect(lines).to.include.members([
        'known staff.totp_on',
        'known staff.totp_off',
        `${admin.actor.staffId} staff.totp_removed`,
      ]);
    });
  });
});

describe('a role that asks for a second factor', () => {
  it('lets nobody do anything before there is one, nor take it away again', async () => {
    const rig = await DeskApiRig.open({ totpRoles: ['supervisor'] });
    try {
      await seedStaff(rig.desk.database, [person('known', ['supervisor'])], RIG_NOW);
      const browser = await signedIn(rig, { login: 'known', password: OWN_PASSWORD });
      expect(browser.me.session.pending).to.deep.equal(['totp']);
      expect((await browser.call('GET', '/api/desk/sessions')).body.error.code).to.equal('account_unfinished');
      const { secret } = (await browser.call('POST', '/api/desk/my-totp')).body as never as TotpSetup;
      await browser.call('POST', '/api/desk/my-totp/confirmation', { code: totpCode(secret, rig.desk.now) });
      expect((await browser.call('GET', '/api/desk/sessions')).status).to.equal(200);
      const kept = await browser.call('DELETE', '/api/desk/my-totp');
      expect([kept.status, kept.body.error.code]).to.deep.equal([409, 'totp_required']);
    } finally {
      await rig.close();
    }
  });
});

function person(login: string, roles: readonly StaffRole[]) {
  return { id: login, login, demoPassword: OWN_PASSWORD, name: login, deskName: login, roles, skills: [], capacity: 2 };
}

function tried(rig: DeskApiRig, login: string, password: string, code?: string): Promise<Answered> {
  return rig.nobody().post('/api/desk/sign-in', { login, password, ...(code === undefined ? {} : { code }) });
}

interface Browser {
  readonly cookie: string;
  readonly me: Me;
  call(method: string, path: string, json?: unknown): Promise<Answered>;
  /** The same browser after an answer that signed it in anew. */
  with(answer: Answered): Browser;
}

/** Signs in as a browser does, with a password. */
async function signedIn(
  rig: DeskApiRig,
  credentials: { login: string; password: string },
  headers: Readonly<Record<string, string>> = {},
): Promise<Browser> {
  const answer = await rig.nobody().call('POST', '/api/desk/sign-in', credentials, headers);
  expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
  return browserOf(rig, answer);
}

function browserOf(rig: DeskApiRig, answer: Answered): Browser {
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const me = answer.body as never as Me;
  return {
    cookie,
    me,
    call: (method, path, json) => rig.nobody().call(method, path, json, { cookie, 'x-csrf-token': me.csrf }),
    with: (next) => browserOf(rig, next),
  };
}
