import { parseOptions } from '@node-rs/argon2';
import { expect } from 'chai';
import { passwordFits } from '../../../desk/accounts/password.ts';
import { seedStaff } from '../../../desk/accounts/seed-staff.ts';
import { signIn } from '../../../desk/accounts/sign-in.ts';
import { signOut, tokenHash, whoHolds } from '../../../desk/accounts/staff-sessions.ts';
import { DeskRig, RIG_NOW } from '../desk-rig.ts';

const PERSON = {
  id: 'staff-test',
  login: 'Agent.One',
  demoPassword: 'correct horse',
  name: '测试员',
  deskName: '客服 1',
  roles: ['agent', 'quality'],
  skills: ['general'],
  capacity: 4,
} as const;

const MINUTE = 60_000;

describe('signing in', () => {
  let rig: DeskRig;
  beforeEach(async () => {
    rig = await DeskRig.open();
    await seedStaff(rig.database, [PERSON], RIG_NOW);
  });
  afterEach(() => rig.close());

  const attempt = (password: string, login = 'agent.one', address = '192.0.2.1') =>
    signIn(rig.accounts, { login, password, address });

  async function signedIn() {
    const outcome = await attempt(PERSON.demoPassword);
    if (outcome.kind !== 'signed_in') throw new Error(`signing in was ${outcome.kind}`);
    return outcome;
  }

  it('lets in by login, whatever its case, and password', async () => {
    const { token, csrf, staffId, sessionId } = await signedIn();
    expect(staffId).to.equal(PERSON.id);
    expect(await whoHolds(rig.accounts, token)).to.deep.equal({
      staffId,
      deskName: PERSON.deskName,
      roles: PERSON.roles,
      session: { key: tokenHash(token), csrf, id: sessionId, method: 'password', pending: [], fresh: true },
    });
    expect((await attempt(PERSON.demoPassword, ' AGENT.ONE ')).kind).to.equal('signed_in');
  });

  it('keeps neither password nor token', async () => {
    const { token } = await signedIn();
    const staff = await rig.parts.repositories.staff.byId(PERSON.id);
    const { algorithm, memoryCost, timeCost } = parseOptions(staff?.password_hash ?? '');
    expect({ algorithm, memoryCost, timeCost }).to.deep.equal({ algorithm: 2, memoryCost: 19_456, timeCost: 2 });
    const tables = await Promise.all(
      (['staff', 'staff_session', 'sign_in_try', 'audit'] as const).map((table) =>
        rig.database.query.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(JSON.stringify(tables)).to.not.include(token).and.to.not.include(PERSON.demoPassword);
  });

  it('answers an unknown login, a wrong password and a shut account alike', async () => {
    await seedStaff(rig.database, [{ ...PERSON, id: 'shut', login: 'shut' }], RIG_NOW);
    await rig.database.query.updateTable('staff').set({ active: 0 }).where('id', '=', 'shut').execute();
    const refused = { kind: 'refused' };
    expect(await attempt('wrong')).to.deep.equal(refused);
    expect(await attempt(PERSON.demoPassword, 'nobody')).to.deep.equal(refused);
    expect(await attempt(PERSON.demoPassword, 'shut')).to.deep.equal(refused);
  });

  it('works as hard for a login that does not exist', async () => {
    const staff = await rig.parts.repositories.staff.byId(PERSON.id);
    const quickest = async (stored: string | undefined) => {
      let best = Number.POSITIVE_INFINITY;
      for (let time = 0; time < 8; time += 1) {
        const begun = performance.now();
        expect(await passwordFits(stored, 'wrong')).to.equal(false);
        best = Math.min(best, performance.now() - begun);
      }
      return best;
    };
    const [known, unknown] = [await quickest(staff?.password_hash), await quickest(undefined)];
    expect(unknown / known).to.be.within(0.4, 2.5);
  });

  it('lets guesses at one login wait ever longer, from wherever they come', async () => {
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await attempt('wrong', 'agent.one', `192.0.2.${guess}`)).kind).to.equal('refused');
    }
    const waits: number[] = [];
    for (let guess = 0; guess < 8; guess += 1) {
      const stopped = await attempt(PERSON.demoPassword);
      if (stopped.kind !== 'too_many_tries') throw new Error(`guessing was ${stopped.kind}`);
      waits.push(stopped.retryAfterMs / MINUTE);
      rig.now += stopped.retryAfterMs;
      expect((await attempt('wrong')).kind).to.equal('refused');
    }
    expect(waits).to.deep.equal([0.5, 1, 2, 4, 8, 15, 15, 15]);
    rig.now += 15 * MINUTE;
    expect((await attempt(PERSON.demoPassword)).kind).to.equal('signed_in');
    expect((await attempt('wrong')).kind, 'what is over is forgotten').to.equal('refused');
    expect((await attempt(PERSON.demoPassword)).kind).to.equal('signed_in');
  });

  it('makes a login that does not exist wait alike', async () => {
    const kinds = async (login: string) => {
      const heard: unknown[] = [];
      for (let guess = 0; guess < 7; guess += 1)
        heard.push(await attempt('wrong', login, `198.51.100.${login.length}`));
      return heard;
    };
    expect(await kinds('nobody')).to.deep.equal(await kinds('agent.one'));
  });

  it('counts each of many guesses that are made at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => attempt('wrong')));
    const tried = outcomes.filter(({ kind }) => kind === 'refused');
    expect(tried.length).to.be.within(1, 5);
  }).timeout(20_000);

  it('stops guesses at many logins from one address, and no other', async () => {
    const kinds = new Set<string>();
    for (let guess = 0; guess < 62; guess += 1) kinds.add((await attempt('wrong', `login-${guess}`)).kind);
    expect([...kinds]).to.deep.equal(['refused', 'too_many_tries']);
    expect((await attempt(PERSON.demoPassword, 'agent.one', '192.0.2.2')).kind).to.equal('signed_in');
  }).timeout(20_000);

  it('ends by itself after an hour without a word', async () => {
    const { token } = await signedIn();
    for (let quarter = 0; quarter < 8; quarter += 1) {
      rig.now += 15 * MINUTE;
      expect(await whoHolds(rig.accounts, token)).to.have.property('staffId', PERSON.id);
    }
    rig.now += 61 * MINUTE;
    expect(await whoHolds(rig.accounts, token)).to.equal(null);
  });

  it('ends after a shift whatever happens', async () => {
    const { token } = await signedIn();
    for (let half = 0; half < 23; half += 1) {
      rig.now += 30 * MINUTE;
      expect(await whoHolds(rig.accounts, token)).to.have.property('staffId', PERSON.id);
    }
    rig.now += 31 * MINUTE;
    expect(await whoHolds(rig.accounts, token)).to.equal(null);
  });

  it('ends at once when the person signs out or the account is shut', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const holder = await whoHolds(rig.accounts, one.token);
    if (holder) await signOut(rig.parts, holder);
    expect(await whoHolds(rig.accounts, one.token)).to.equal(null);
    expect(await whoHolds(rig.accounts, other.token), 'the other desk stays').to.not.equal(null);
    await rig.database.query.updateTable('staff').set({ active: 0 }).execute();
    expect(await whoHolds(rig.accounts, other.token)).to.equal(null);
  });

  it('leaves whoever is there already as they are when the demo is loaded again', async () => {
    await seedStaff(rig.database, [{ ...PERSON, name: 'Somebody else', demoPassword: 'other' }], RIG_NOW);
    expect(await rig.parts.repositories.staff.byId(PERSON.id)).to.have.property('name', PERSON.name);
    expect((await attempt(PERSON.demoPassword)).kind).to.equal('signed_in');
  });
});
