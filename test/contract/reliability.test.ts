import { expect } from 'chai';
import { loadDemo } from '../../bot/load-demo.ts';
import demoProfile from '../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../data/profile/profile-schema.ts';
import { importInterruptions } from '../../desk/imports/import-interruptions.ts';
import { showReliability } from '../../desk/reliability/reliability.ts';
import { AuditRepository } from '../../store/repositories/audit-repository.ts';
import { InterruptionRepository } from '../../store/repositories/interruption-repository.ts';
import { NetworkRepository } from '../../store/repositories/network-repository.ts';
import { OutageRepository } from '../../store/repositories/outage-repository.ts';
import { ENGINES, type OpenEngine } from './engines.ts';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const HEADER = 'id,town,device_id,planned,cause,from,to,customers';

for (const engine of ENGINES) {
  describe(`reliability on ${engine.name}`, () => {
    let opened: OpenEngine;
    let interruptions: InterruptionRepository;
    let town = '';
    let ids = 0;
    before(async function () {
      this.timeout(60_000);
      const engineOpened = await engine.open();
      if (!engineOpened) return this.skip();
      opened = engineOpened;
      interruptions = new InterruptionRepository(opened.database);
      await loadDemo(opened.database, {
        profile: loadProfile(demoProfile),
        now: () => NOW,
        premises: 400,
        holder: 'test',
        withoutStaff: true,
      });
      [town = ''] = (await interruptions.customersByTown()).keys();
    });
    after(async () => opened?.close());

    function importCsv(...lines: readonly string[]) {
      const { database } = opened;
      const parts = {
        database,
        interruptions,
        audit: new AuditRepository(database),
        network: new NetworkRepository(database),
        outages: new OutageRepository(database),
        now: () => NOW,
        newId: () => `audit-${ids++}`,
        actor: 'operator',
        checkOnly: false,
        timeZone: 'Asia/Shanghai',
        areaCodes: new Set([town]),
      };
      return importInterruptions(parts, {
        name: 'file.csv',
        bytes: new TextEncoder().encode([HEADER, ...lines].join('\n')),
      });
    }
    const show = (query: { from: string; to: string; town?: string }) =>
      showReliability(
        {
          interruptions,
          now: () => NOW,
          timeZone: 'Asia/Shanghai',
          sustainedAfterMinutes: 5,
          towns: [{ code: town, name: { zh: '某镇', en: 'Town' } }],
        },
        query,
      );

    it('is reckoned from what was imported, by local month, planned and momentary told apart', async () => {
      const outcome = await importCsv(
        `R1,${town},,no,lightning,2020-03-31 23:30,2020-04-01 01:30,10`,
        `R2,${town},,no,,2020-04-01 00:00,2020-04-01 00:05,4`,
        `R3,${town},,yes,maintenance,2020-04-02 08:00,2020-04-02 09:00,6`,
        `R4,${town},,否,,2020-04-03 08:00,2020-04-03 08:30,20`,
      );
      expect(outcome).to.deep.equal({ kind: 'imported', added: 4, changed: 0, same: 0 });
      const { months, total, customersServed } = await show({ from: '2020-03', to: '2020-04', town });
      const served = (await interruptions.customersByTown()).get(town) ?? 0;
      expect(customersServed).to.equal(served);
      const [march, april] = months;
      expect(march).to.deep.include({ month: '2020-03', momentary: { interruptions: 0, customers: 0 } });
      expect(march?.unplanned).to.include({ customers: 10, customerMinutes: 1200, caidi: 120, saidi: 1200 / served });
      expect(april?.unplanned).to.include({ interruptions: 1, customers: 20, customerMinutes: 600 });
      expect(april?.planned).to.include({ customers: 6, customerMinutes: 360 });
      expect(april?.momentary).to.deep.equal({ interruptions: 1, customers: 4 });
      expect(total.unplanned.saifi).to.be.closeTo(30 / served, 1e-12);
    });

    it('of the demo is there for two years, its months adding up to the whole', async () => {
      const { months, total, customersServed } = await show({ from: '2024-12', to: '2026-11' });
      expect(months).to.have.length(24);
      expect(customersServed).to.equal(400);
      expect(total.unplanned.customers).to.be.greaterThan(0);
      const sum = months.reduce((all, { unplanned }) => all + (unplanned.saidi ?? 0), 0);
      expect(sum).to.be.closeTo(total.unplanned.saidi ?? Number.NaN, 1e-9);
    });

    it('refuses what can’t have been', async () => {
      const outcome = await importCsv(
        `W1,${town},nowhere,perhaps,,2020-05-01 08:00,2020-05-01 09:00,1.5`,
        `W2,000000000,,no,,2020-05-01 08:00,2020-05-01 09:00,0`,
        `W3,${town},,no,,2020-05-01 08:00,2020-05-01 07:59,1`,
      );
      if (outcome.kind !== 'refused') throw new Error('it was taken');
      expect(outcome.problems.map(({ line, field, code }) => `${line} ${field} ${code}`)).to.have.members([
        '2 device_id device_unknown',
        '2 planned not_yes_or_no',
        '2 customers not_whole',
        '3 town area_unknown',
        '3 customers out_of_range',
        '4 to before_from',
      ]);
      expect(await interruptions.byIds(['W1', 'W2', 'W3'])).to.deep.equal([]);
    });
  });
}
