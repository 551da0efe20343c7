import { expect } from 'chai';
import { loadDemo } from '../../bot/load-demo.ts';
import { DEMO_CUSTOMER } from '../../data/demo/demo-customer.ts';
import demoProfile from '../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../data/profile/profile-schema.ts';
import type { BillingSource } from '../../domain/billing/billing-source.ts';
import type { Database } from '../../store/database.ts';
import { BillingRepository } from '../../store/repositories/billing-repository.ts';
import { billingOverHttp } from '../support/billing-over-http.ts';
import { ENGINES, type OpenEngine } from './engines.ts';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');

interface Adapter {
  readonly name: string;
  open(database: Database): Promise<{ source: BillingSource; close(): Promise<void> }>;
}

const ADAPTERS: readonly Adapter[] = [
  {
    name: 'our own tables',
    open: async (database) => ({ source: new BillingRepository(database), close: async () => {} }),
  },
  {
    name: 'the utility’s system over HTTP',
    async open(database) {
      const { source, system } = await billingOverHttp(database, { now: () => NOW });
      return { source, close: () => system.close() };
    },
  },
];

for (const engine of ENGINES) {
  for (const adapter of ADAPTERS) {
    describe(`what is billed, from ${adapter.name} (${engine.name})`, () => {
      let opened: OpenEngine;
      let billing: Awaited<ReturnType<Adapter['open']>>;

      before(async function () {
        this.timeout(60_000);
        const engineOpened = await engine.open();
        if (!engineOpened) return this.skip();
        opened = engineOpened;
        await loadDemo(opened.database, {
          profile: loadProfile(demoProfile),
          now: () => NOW,
          premises: 800,
          holder: 'test',
          withoutStaff: true,
        });
        billing = await adapter.open(opened.database);
      });
      after(async () => {
        await billing?.close();
        await opened?.close();
      });

      async function known(accountId: string) {
        const look = await billing.source.look(accountId, 'first');
        if (look.kind !== 'known') throw new Error(`not known but ${look.kind}`);
        return look;
      }

      it('knows an account as of now', async () => {
        const { record, keptAt } = await known(DEMO_CUSTOMER.accountId);
        expect(keptAt).to.equal(null);
        expect(record.account).to.include({
          id: DEMO_CUSTOMER.accountId,
          number: DEMO_CUSTOMER.accountNumber,
          tariff: 'residential_tiered',
          state: 'active',
          freeKwh: false,
        });
        expect(record.account.address).to.be.a('string').that.is.not.empty;
        expect(record.account.position?.lat).to.be.within(22.5, 23.3);
      });

      it('knows its bills, newest first, with lines that add up', async () => {
        const { bills } = (await known(DEMO_CUSTOMER.accountId)).record;
        expect(bills.length).to.be.at.least(24);
        expect(bills[0]).to.include({ period: '2026-10', tariff: 'residential_tiered' });
        expect(bills.map(({ period }) => period)).to.deep.equal(
          bills
            .map(({ period }) => period)
            .toSorted()
            .toReversed(),
        );
        for (const { lines, amountFen, from, to } of bills) {
          expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).to.equal(amountFen);
          expect(from).to.be.below(to);
        }
      });

      it('knows what was paid, newest first', async () => {
        const { bills, payments } = (await known(DEMO_CUSTOMER.accountId)).record;
        expect(payments[0]).to.include({ amountFen: bills[1]?.amountFen, period: '2026-09', method: 'wechat' });
        expect(payments[1]?.period).to.equal('2026-08');
      });

      it('knows who is cut off for arrears', async () => {
        const { id } = await opened.database.query
          .selectFrom('account')
          .select('id')
          .where('state', '=', 'disconnected')
          .orderBy('id')
          .executeTakeFirstOrThrow();
        expect((await known(id)).record.account.state).to.equal('disconnected');
      });

      it('knows nothing of an account that does not exist', async () => {
        expect(await billing.source.look('nobody', 'first')).to.deep.equal({ kind: 'none' });
        expect(await billing.source.look('nobody', 'glance')).to.deep.equal({ kind: 'none' });
      });

      it('says the same to all who ask at once', async () => {
        const asking = Array.from({ length: 4 }, () => billing.source.look(DEMO_CUSTOMER.accountId, 'first'));
        const [first, ...others] = await Promise.all(asking);
        for (const look of others) expect(look).to.deep.equal(first);
      });
    });
  }

  describe(`both sources of what is billed (${engine.name})`, () => {
    it('say the same of the same accounts', async function () {
      this.timeout(60_000);
      const opened = await engine.open();
      if (!opened) return this.skip();
      const { database } = opened;
      await loadDemo(database, {
        profile: loadProfile(demoProfile),
        now: () => NOW,
        premises: 100,
        holder: 'test',
        withoutStaff: true,
      });
      const { source, own, system } = await billingOverHttp(database, { now: () => NOW });
      const rows = await database.query.selectFrom('account').select('id').orderBy('id').limit(20).execute();
      for (const { id } of rows) expect(await source.look(id, 'first')).to.deep.equal(await own.look(id));
      await system.close();
      await opened.close();
    });
  });
}
