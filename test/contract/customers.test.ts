import { expect } from 'chai';
import { loadDemo } from '../../bot/load-demo.ts';
import { DEMO_CUSTOMER } from '../../data/demo/demo-customer.ts';
import demoProfile from '../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../data/profile/profile-schema.ts';
import { codeMatches, hashCode } from '../../store/code-hash.ts';
import { AreaRepository } from '../../store/repositories/area-repository.ts';
import { OutageRepository } from '../../store/repositories/outage-repository.ts';
import { PaymentPointRepository } from '../../store/repositories/payment-point-repository.ts';
import { SmsRepository } from '../../store/repositories/sms-repository.ts';
import { VerificationRepository } from '../../store/repositories/verification-repository.ts';
import { ENGINES, type OpenEngine } from './engines.ts';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const NOBODY = '0319000000000000';

for (const engine of ENGINES) {
  describe(`what is known of customers on ${engine.name}`, () => {
    let opened: OpenEngine;
    let verifications: VerificationRepository;

    before(async function () {
      this.timeout(60_000);
      const engineOpened = await engine.open();
      if (!engineOpened) return this.skip();
      opened = engineOpened;
      verifications = new VerificationRepository(opened.database);
      await loadDemo(opened.database, {
        profile: loadProfile(demoProfile),
        now: () => NOW,
        premises: 800,
        holder: 'test',
        withoutStaff: true,
      });
    });
    after(async () => opened?.close());

    async function open(number: string, id: string) {
      return opened.database.commit(
        verifications.open(id, {
          conversationId: 'C',
          accountNumber: number,
          codeHash: await hashCode('123456'),
          now: NOW,
          expiresAt: NOW + 300_000,
          sms: { id: `sms-${id}`, text: 'the code is 123456' },
        }),
      );
    }

    it('sends a code to the registered phone and keeps only its hash', async () => {
      const id = verifications.nextId(DEMO_CUSTOMER.accountNumber, []);
      expect((await open(DEMO_CUSTOMER.accountNumber, id)).ok).to.equal(true);
      const row = await verifications.byId(id);
      expect(row).to.include({ account_id: DEMO_CUSTOMER.accountId, tries: 0, verified_at: null });
      expect(row?.code_hash).to.not.include('123456');
      expect(await codeMatches('123456', row?.code_hash ?? '')).to.equal(true);
      expect(await codeMatches('123457', row?.code_hash ?? '')).to.equal(false);
      const [sms] = await new SmsRepository(opened.database).latest(1);
      expect(sms).to.include({ phone: DEMO_CUSTOMER.phone, text: 'the code is 123456', created_at: NOW });
    });

    it('does the same for an account that does not exist, and sends nothing', async () => {
      const before = await new SmsRepository(opened.database).latest(100);
      const id = verifications.nextId(NOBODY, []);
      expect((await open(NOBODY, id)).ok).to.equal(true);
      expect(await verifications.byId(id)).to.include({ account_id: null, account_number: NOBODY });
      expect(await new SmsRepository(opened.database).latest(100)).to.have.length(before.length);
    });

    it('lets one of two who ask at once send a code', async () => {
      const id = verifications.nextId(NOBODY, await verifications.ofAccountNumber(NOBODY));
      const outcomes = await Promise.all([open(NOBODY, id), open(NOBODY, id)]);
      expect(outcomes.map(({ ok }) => ok).sort()).to.deep.equal([false, true]);
      expect(outcomes.find(({ ok }) => !ok)).to.include({ refusal: 'verification' });
    });

    it('takes a code once, and counts every wrong try once', async () => {
      const { database } = opened;
      const [row] = await verifications.ofAccountNumber(DEMO_CUSTOMER.accountNumber);
      if (!row) throw new Error('no verification');
      expect((await database.commit([verifications.failed(row)])).ok).to.equal(true);
      expect((await database.commit([verifications.failed(row)])).ok).to.equal(false);
      expect((await database.commit([verifications.passed(row.id, NOW)])).ok).to.equal(true);
      expect((await database.commit([verifications.passed(row.id, NOW)])).ok).to.equal(false);
      expect(await verifications.byId(row.id)).to.include({ tries: 1, verified_at: NOW });
    });

    it('follows the network from an account up to the substation', async () => {
      const outages = new OutageRepository(opened.database);
      const supply = await outages.supplyOf(DEMO_CUSTOMER.accountId);
      expect(supply?.villageCode).to.equal(DEMO_CUSTOMER.villageCode);
      const devices = await opened.database.query
        .selectFrom('network_device')
        .select('kind')
        .where('id', 'in', supply?.deviceIds ?? [])
        .execute();
      expect(devices.map(({ kind }) => kind)).to.include.members(['substation', 'fuse', 'transformer', 'service']);
      const planned = await outages.plannedFrom(NOW);
      expect(planned.filter(({ device_id }) => supply?.deviceIds.includes(device_id))).to.have.length(1);
    });

    it('knows where villages lie and where bills are paid', async () => {
      const centres = await new AreaRepository(opened.database).villageCentres();
      const home = centres.find(({ code }) => code === DEMO_CUSTOMER.villageCode);
      expect(home?.lat).to.be.within(22.5, 23.3);
      expect(home?.lon).to.be.within(113.4, 114.4);
      expect(centres.reduce((sum, { premises }) => sum + premises, 0)).to.equal(800);
      expect(await new PaymentPointRepository(opened.database).all()).to.have.length(120);
    });
  });
}
