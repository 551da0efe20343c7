import { expect } from 'chai';
import { statement } from '../../store/database.ts';
import { BindingRepository } from '../../store/repositories/binding-repository.ts';
import { KeptBillingRepository } from '../../store/repositories/kept-billing-repository.ts';
import { SiteIdentityRepository } from '../../store/repositories/site-identity-repository.ts';
import { ENGINES, type OpenEngine } from './engines.ts';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const UNTIL = NOW + 1000;

for (const engine of ENGINES) {
  describe(`who is known, and what is kept of their bills, on ${engine.name}`, () => {
    let opened: OpenEngine;
    let bindings: BindingRepository;

    before(async function () {
      this.timeout(60_000);
      const engineOpened = await engine.open();
      if (!engineOpened) return this.skip();
      opened = engineOpened;
      bindings = new BindingRepository(opened.database);
    });
    after(async () => opened?.close());

    async function addAccount(id: string): Promise<void> {
      const { database } = opened;
      const account = {
        id,
        number: `03190000${id}`,
        customer_id: `of ${id}`,
        premises_id: 'P',
        opened_at: 0,
        free_kwh: 0,
      };
      const customer = { id: `of ${id}`, name: 'X', phone: '13800138000', special_need: null };
      await database.commit([
        statement(database.query.insertInto('customer').values(customer)),
        statement(
          database.query.insertInto('account').values({ ...account, tariff: 'residential_tiered', state: 'active' }),
        ),
      ]);
    }

    async function bind(accountId: string, userId: string, id = `${accountId} of ${userId}`): Promise<boolean> {
      const user = { channel: 'telegram', userId };
      const statements = await bindings.begin({ ...user, id, accountId, now: NOW, until: UNTIL });
      return statements !== null && (await opened.database.commit(statements)).ok;
    }

    const bindingOf = (userId: string, now = NOW) => bindings.of({ channel: 'telegram', userId }, now);

    it('takes a signed identity once, of many who hand it in at once', async () => {
      const identities = new SiteIdentityRepository(opened.database);
      const use = { token_hash: 'h', conversation_id: 'C', account_id: 'A', at: NOW, expires_at: UNTIL };
      const outcomes = await Promise.all([1, 2, 3].map(() => opened.database.commit([identities.take(use)])));
      expect(outcomes.filter(({ ok }) => ok)).to.have.length(1);
      expect(outcomes.find(({ ok }) => !ok)).to.include({ refusal: 'identity_used' });
      expect(await identities.isOfAnother('C', 'A')).to.equal(false);
      expect(await identities.isOfAnother('C', 'B')).to.equal(true);
      expect(await identities.isOfAnother('D', 'B')).to.equal(false);
    });

    it('remembers a chat account until its time is over', async () => {
      await addAccount('00000001');
      expect(await bind('00000001', 'one')).to.equal(true);
      const found = { accountId: '00000001', accountNumber: '0319000000000001', since: NOW, until: UNTIL };
      expect(await bindingOf('one')).to.include({ ...found, over: null });
      expect(await bindingOf('one', UNTIL)).to.include({ over: 'expired' });
      expect(await bindingOf('two')).to.equal(undefined);
      expect(await bindings.of({ channel: 'line', userId: 'one' }, NOW)).to.equal(undefined);
    });

    it('keeps of the telephone a hash that differs for each', async () => {
      await addAccount('00000002');
      await bind('00000002', 'three');
      await bind('00000002', 'four');
      const rows = await opened.database.query
        .selectFrom('chat_binding')
        .selectAll()
        .where('account_id', '=', '00000002')
        .execute();
      expect(JSON.stringify(rows)).to.not.include('13800138000');
      expect(new Set(rows.map(({ phone_hash }) => phone_hash)).size).to.equal(2);
    });

    it('finds it over once another phone is registered, or the account is gone', async () => {
      const { database } = opened;
      await addAccount('00000003');
      await bind('00000003', 'five');
      const { query } = database;
      await database.commit([
        statement(query.updateTable('customer').set({ phone: '13900139000' }).where('id', '=', 'of 00000003')),
      ]);
      expect(await bindingOf('five')).to.include({ over: 'phone_changed' });
      await database.commit([statement(query.deleteFrom('account').where('id', '=', '00000003'))]);
      expect(await bindingOf('five')).to.include({ over: 'account_gone', accountNumber: null });
      expect(await bind('00000003', 'five')).to.equal(false);
    });

    it('has one binding at a time: the last, and none once it has ended', async () => {
      await addAccount('00000004');
      await addAccount('00000005');
      await bind('00000004', 'six');
      await bind('00000005', 'six');
      expect(await bindingOf('six')).to.include({ accountId: '00000005' });
      await opened.database.commit([bindings.end('00000005 of six', 'customer', NOW)]);
      expect(await bindingOf('six')).to.equal(undefined);
      const rows = await opened.database.query
        .selectFrom('chat_binding')
        .select(['account_id', 'ended_by'])
        .where('user_id', '=', 'six')
        .orderBy('account_id')
        .execute();
      expect(rows.map(({ ended_by }) => ended_by)).to.deep.equal(['replaced', 'customer']);
    });

    it('keeps the newest answer of the billing system, whichever comes last', async () => {
      const kept = new KeptBillingRepository(opened.database);
      const row = { account_id: 'A', sealed: 'new', at: NOW, expires_at: UNTIL };
      await kept.keep(row);
      await kept.keep({ ...row, sealed: 'old', at: NOW - 1 });
      expect(await kept.of('A', NOW)).to.deep.equal(row);
      await kept.keep({ ...row, sealed: 'newer', at: NOW + 1 });
      expect(await kept.of('A', NOW)).to.include({ sealed: 'newer' });
      expect(await kept.of('A', UNTIL)).to.equal(undefined);
      await opened.database.commit([kept.forgetExpired(UNTIL)]);
      expect(await opened.database.query.selectFrom('billing_record').selectAll().execute()).to.deep.equal([]);
    });
  });
}
