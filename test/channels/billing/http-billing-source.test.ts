import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadDemo } from '../../../bot/load-demo.ts';
import demoProfile from '../../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../../data/profile/profile-schema.ts';
import type { Database } from '../../../store/database.ts';
import { migrate } from '../../../store/migrate.ts';
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts';
import { type BillingOverHttp, billingOverHttp } from '../../support/billing-over-http.ts';
import type { Manner } from '../../support/billing-system.ts';
import { until } from '../../support/until.ts';

const START = Date.parse('2026-11-24T10:32:00+08:00');
const HOUR = 3_600_000;

describe('a billing system that is sick', () => {
  let database: Database;
  let folder: string;
  let accounts: string[];
  let open: BillingOverHttp[] = [];
  let now = START;

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), 'switchboard-'));
    database = openSqlite({ folder, synchronous: 'NORMAL' });
    await migrate(database);
    const profile = loadProfile(demoProfile);
    await loadDemo(database, { profile, now: () => START, premises: 100, holder: 'test', withoutStaff: true });
    accounts = (await database.query.selectFrom('account').select('id').orderBy('id').execute()).map(({ id }) => id);
  });

  afterEach(async () => {
    await Promise.all(open.map(({ system }) => system.close()));
    open = [];
    now = START;
    await database.query.deleteFrom('billing_record').execute();
  });

  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function begin(settings: Parameters<typeof billingOverHttp>[1]['settings'] = {}) {
    const billing = await billingOverHttp(database, { now: () => now, settings });
    open.push(billing);
    return billing;
  }

  /** An account that no test before has asked about. */
  function account(): string {
    const id = accounts.shift();
    if (id === undefined) throw new Error('no account is left');
    return id;
  }

  const WRONG: readonly { name: string; manner: Manner; reason: string; field?: string }[] = [
    { name: 'answers a page', manner: { kind: 'text', text: '<html>maintenance' }, reason: 'not_json' },
    { name: 'answers half of it', manner: { kind: 'text', text: '{"account":{"number":"03' }, reason: 'not_json' },
    { name: 'answers nothing', manner: { kind: 'text', text: '' }, reason: 'not_json' },
    { name: 'answers something else', manner: { kind: 'text', text: '[]' }, reason: 'breaks_contract', field: 'body' },
    {
      name: 'answers without end',
      manner: { kind: 'text', text: ' '.repeat(3 * 1024 * 1024) },
      reason: 'too_large',
    },
    {
      name: 'tells an amount as words',
      manner: {
        kind: 'garbled',
        by: ({ bills, ...rest }) => ({ ...rest, bills: bills.map((bill) => ({ ...bill, amountFen: '88.50 secret' })) }),
      },
      reason: 'breaks_contract',
      field: 'bills.0.amountFen',
    },
    {
      name: 'has lines that do not add up',
      manner: {
        kind: 'garbled',
        by: ({ bills, ...rest }) => ({
          ...rest,
          bills: bills.map((bill, at) => (at === 1 ? { ...bill, amountFen: bill.amountFen + 1 } : bill)),
        }),
      },
      reason: 'breaks_contract',
      field: 'bills.1.lines',
    },
    {
      name: 'has a payment without its moment',
      manner: {
        kind: 'garbled',
        by: ({ payments, ...rest }) => ({ ...rest, payments: payments.map(({ at: _at, ...paid }) => paid) }),
      },
      reason: 'breaks_contract',
      field: 'payments.0.at',
    },
    {
      name: 'answers about another account',
      manner: {
        kind: 'garbled',
        by: ({ account, ...rest }) => ({ ...rest, account: { ...account, number: '0319000000000000' } }),
      },
      reason: 'other_account',
      field: 'account.number',
    },
    {
      name: 'leads elsewhere',
      manner: { kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:9/' } },
      reason: 'refused',
    },
    { name: 'does not know our token', manner: { kind: 'status', status: 401 }, reason: 'refused' },
  ];

  for (const { name, manner, reason, field } of WRONG) {
    it(`is not believed where it ${name}, and asked once`, async () => {
      const { source, system, logged, calls } = await begin();
      system.manner = manner;
      expect(await source.look(account(), 'first')).to.deep.equal({ kind: 'unreachable' });
      expect(system.asked).to.have.length(1);
      expect(calls).to.deep.equal([reason]);
      expect(logged).to.have.length(1);
      expect(logged[0]).to.include({ reason, ...(field === undefined ? {} : { field }) });
      // What it said is nobody's to read in a log.
      expect(JSON.stringify(logged)).to.not.match(/secret|maintenance|\d{16}/);
    });
  }

  for (const manner of [{ kind: 'status', status: 503 }, { kind: 'drops' }] as const) {
    it(`is asked once more where it ${manner.kind === 'drops' ? 'drops the line' : 'fails'}`, async () => {
      const { source, system, calls } = await begin();
      system.next.push(manner);
      expect((await source.look(account(), 'first')).kind).to.equal('known');
      expect(system.asked).to.have.length(2);
      system.next.push(manner, manner);
      expect((await source.look(account(), 'first')).kind).to.equal('unreachable');
      expect(system.asked).to.have.length(4);
      expect(calls[0]).to.equal('record');
    });
  }

  it('is waited for so long and no longer', async () => {
    const { source, system, calls } = await begin({ BILLING_TIMEOUT_MS: 100, BILLING_DEADLINE_MS: 1000 });
    system.manner = { kind: 'hangs' };
    expect((await source.look(account(), 'first')).kind).to.equal('unreachable');
    expect(calls).to.deep.equal(['timeout']);
    expect(system.asked).to.have.length(2);
  });

  it('may be asked for later what it has not answered yet, by one call', async () => {
    const { source, system } = await begin({ BILLING_PATIENCE_MS: 100 });
    system.manner = { kind: 'hangs' };
    const id = account();
    expect(await source.look(id, 'first')).to.deep.equal({ kind: 'pending' });
    expect(await source.look(id, 'more')).to.deep.equal({ kind: 'pending' });
    expect(await source.look(id, 'glance'), 'a glance never waits on').to.deep.equal({ kind: 'unreachable' });
    system.release();
    await until(async () => (await source.look(id, 'more')).kind === 'known');
    expect(system.asked).to.have.length(1);
  });

  it('has its last answer shown with its age, for as long as that may be kept', async () => {
    const { source, system } = await begin({ BILLING_KEEP_HOURS: 2 });
    const id = account();
    const fresh = await source.look(id, 'first');
    system.manner = { kind: 'drops' };
    now += HOUR;
    await until(async () => {
      const look = await source.look(id, 'first');
      return look.kind === 'known' && look.keptAt !== null;
    });
    expect(await source.look(id, 'first')).to.deep.equal({ ...fresh, keptAt: START });
    now += HOUR;
    expect(await source.look(id, 'first')).to.deep.equal({ kind: 'unreachable' });
  });

  it('has its last answer kept so that the database alone does not tell it', async () => {
    const { source, system } = await begin();
    const id = account();
    const look = await source.look(id, 'first');
    if (look.kind !== 'known') throw new Error('not known');
    const row = await database.query.selectFrom('billing_record').selectAll().executeTakeFirstOrThrow();
    const bytes = Buffer.from(row.sealed, 'base64').toString('utf8');
    for (const word of [look.record.account.number, look.record.account.address]) {
      expect(row.sealed).to.not.include(word);
      expect(bytes).to.not.include(word);
    }
    // Another token, or another account's row, opens nothing.
    system.manner = { kind: 'drops' };
    const other = account();
    await database.query.updateTable('billing_record').set({ account_id: other }).execute();
    expect(await source.look(other, 'first')).to.deep.equal({ kind: 'unreachable' });
  });

  for (const closed of [true, false]) {
    it(`has nothing kept of an account that is ${closed ? 'closed' : 'not known any more'}`, async () => {
      const { source, system } = await begin();
      const id = account();
      await source.look(id, 'first');
      system.manner = closed
        ? {
            kind: 'garbled',
            by: ({ account: facts, ...rest }) => ({ ...rest, account: { ...facts, state: 'closed' } }),
          }
        : { kind: 'status', status: 404 };
      await until(async () => (await source.look(id, 'first')).kind === 'none');
      expect(await database.query.selectFrom('billing_record').selectAll().execute()).to.deep.equal([]);
    });
  }

  it('is left alone once it keeps failing, and tried again after a while', async () => {
    const { source, system, breaker, calls } = await begin({ BILLING_BREAK_AFTER: 4, BILLING_BREAK_MS: 300 });
    system.manner = { kind: 'status', status: 500 };
    await source.look(account(), 'first');
    expect(breaker()).to.equal('closed');
    await source.look(account(), 'first');
    expect(breaker()).to.equal('open');
    const asked = system.asked.length;
    expect((await source.look(account(), 'first')).kind).to.equal('unreachable');
    expect(system.asked).to.have.length(asked);
    expect(calls.at(-1)).to.equal('open');
    system.manner = { kind: 'well' };
    const id = account();
    await until(async () => (await source.look(id, 'first')).kind === 'known');
    expect(breaker()).to.equal('closed');
  });

  it('is not left alone over answers that are wrong about one account', async () => {
    const { source, system, breaker } = await begin({ BILLING_BREAK_AFTER: 2 });
    system.manner = { kind: 'garbled', by: () => ({}) };
    for (let time = 0; time < 5; time += 1) await source.look(account(), 'first');
    expect(breaker()).to.equal('closed');
  });

  it('comes and goes, and each look says which it was', async () => {
    const { source, system, looks } = await begin();
    const id = account();
    const fails: Manner = { kind: 'status', status: 500 };
    await source.look(id, 'first');
    for (const isWell of [false, true, false, true]) {
      system.manner = isWell ? { kind: 'well' } : fails;
      await until(async () => {
        const look = await source.look(id, 'first');
        return look.kind === 'known' && (look.keptAt === null) === isWell;
      });
    }
    expect(looks.filter((kind, at) => kind !== looks[at - 1])).to.deep.equal([
      'fresh',
      'kept',
      'fresh',
      'kept',
      'fresh',
    ]);
  });

  it('holds up so many and no more: who comes beyond is told at once', async () => {
    const { source, system, calls } = await begin({ BILLING_AT_ONCE: 2 });
    system.manner = { kind: 'hangs' };
    const waiting = Array.from({ length: 6 }, () => source.look(account(), 'first'));
    await until(async () => system.hanging === 2);
    expect((await source.look(account(), 'first')).kind).to.equal('unreachable');
    expect(calls).to.deep.equal(['busy']);
    expect(system.asked).to.have.length(2);
    system.release();
    expect((await Promise.all(waiting)).map(({ kind }) => kind)).to.deep.equal(waiting.map(() => 'known'));
  });
});
