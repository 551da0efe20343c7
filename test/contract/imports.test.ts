import { expect } from 'chai';
import { loadDemo } from '../../bot/load-demo.ts';
import { DEMO_CUSTOMER } from '../../data/demo/demo-customer.ts';
import demoProfile from '../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../data/profile/profile-schema.ts';
import { importNetwork } from '../../desk/imports/import-network.ts';
import { importPlannedOutages, type PlannedOutageParts } from '../../desk/imports/import-planned-outages.ts';
import { OutageLookup } from '../../dialogs/faults/outage-lookup.ts';
import { createLocaliser } from '../../domain/faults/localisation/create-localiser.ts';
import { indexTree } from '../../domain/faults/localisation/index-tree.ts';
import { DEFAULT_LOCALISER_SETTINGS } from '../../domain/faults/localisation/localiser-settings.ts';
import { AuditRepository } from '../../store/repositories/audit-repository.ts';
import { NetworkRepository } from '../../store/repositories/network-repository.ts';
import { OutageRepository } from '../../store/repositories/outage-repository.ts';
import { ENGINES, type OpenEngine } from './engines.ts';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const TOWN = DEMO_CUSTOMER.townCode;
const VILLAGE = DEMO_CUSTOMER.villageCode;
const PLANNED_HEADER = 'id,device_id,area_codes,area,reason,reason_en,from,to,announced';
const DEVICE_HEADER = 'id,kind,parent_id,name,lat,lon';

const csv = (...lines: readonly string[]) => ({
  name: 'file.csv',
  bytes: new TextEncoder().encode(lines.join('\r\n')),
});
const json = (value: unknown) => ({
  name: 'file.json',
  bytes: new TextEncoder().encode(JSON.stringify(value, null, 1)),
});

for (const engine of ENGINES) {
  describe(`imports on ${engine.name}`, () => {
    let opened: OpenEngine;
    let parts: PlannedOutageParts;
    let ids = 0;

    before(async function () {
      this.timeout(60_000);
      const engineOpened = await engine.open();
      if (!engineOpened) return this.skip();
      opened = engineOpened;
      const { database } = opened;
      await loadDemo(database, {
        profile: loadProfile(demoProfile),
        now: () => NOW,
        premises: 400,
        holder: 'test',
        withoutStaff: true,
      });
      parts = {
        database,
        audit: new AuditRepository(database),
        network: new NetworkRepository(database),
        outages: new OutageRepository(database),
        now: () => NOW,
        newId: () => `audit-${ids++}`,
        actor: 'operator',
        checkOnly: false,
        timeZone: 'Asia/Shanghai',
        areaCodes: new Set([TOWN, VILLAGE]),
      };
    });
    after(async () => opened?.close());

    /** The switch on the way to the demo customer. */
    async function homeDevice(kind: string): Promise<string> {
      const supply = await parts.outages.supplyOf(DEMO_CUSTOMER.accountId);
      const devices = await parts.network.devices();
      const found = devices.find((device) => device.kind === kind && supply?.deviceIds.includes(device.id));
      if (!found) throw new Error(`no ${kind} on the way`);
      return found.id;
    }

    async function countOf(table: 'planned_outage' | 'network_device' | 'audit'): Promise<number> {
      return (await opened.database.query.selectFrom(table).select('id').execute()).length;
    }

    it('takes planned outages in, and the dialogs read them', async () => {
      const device = await homeDevice('fuse');
      const row = `N1,${device},${VILLAGE},某村,更换导线,New wires,2026-12-05 08:00,2026-12-05 12:30,2026-11-20 09:00`;
      const before = await countOf('planned_outage');
      expect(await importPlannedOutages(parts, csv(PLANNED_HEADER, row))).to.deep.equal({
        kind: 'imported',
        added: 1,
        changed: 0,
        same: 0,
      });
      expect(await countOf('planned_outage')).to.equal(before + 1);
      const lookup = new OutageLookup({
        outages: parts.outages,
        incidents: { join: () => [] },
        incidentsAt: async () => [],
        areas: { find: () => [], around: () => null },
      });
      const expected = {
        id: 'N1',
        area: '某村',
        reason: '更换导线',
        reasonEn: 'New wires',
        from: Date.parse('2026-12-05T08:00:00+08:00'),
        to: Date.parse('2026-12-05T12:30:00+08:00'),
        announcedAt: Date.parse('2026-11-20T09:00:00+08:00'),
      };
      for (const known of [
        await lookup.inArea(VILLAGE, NOW),
        await lookup.inArea(TOWN, NOW),
        await lookup.atAccount(DEMO_CUSTOMER.accountId, NOW),
      ]) {
        expect(known.planned).to.deep.include(expected);
      }
    });

    it('changes nothing when the same comes again, and only what is otherwise when it does not', async () => {
      const device = await homeDevice('fuse');
      const outage = (id: string, to: string) => {
        return {
          id,
          device_id: device,
          area_codes: [VILLAGE],
          area: '某村',
          reason: '检修',
          from: '2026-12-06 08:00',
          to,
        };
      };
      await importPlannedOutages(parts, json([outage('S1', '2026-12-06 12:00'), outage('S2', '2026-12-06 12:00')]));
      const later = { ...parts, now: () => NOW + 3_600_000 };
      const again = json([
        outage('S1', '2026-12-06 12:00'),
        outage('S2', '2026-12-06 14:00'),
        outage('S3', '2026-12-06 12:00'),
      ]);
      expect(await importPlannedOutages(later, again)).to.deep.equal({
        kind: 'imported',
        added: 1,
        changed: 1,
        same: 1,
      });
      expect(await importPlannedOutages(later, again)).to.deep.equal({
        kind: 'imported',
        added: 0,
        changed: 0,
        same: 3,
      });
      const [kept, changed, added] = (await parts.outages.plannedByIds(['S1', 'S2', 'S3'])).sort((a, b) =>
        a.id.localeCompare(b.id),
      );
      expect(kept?.announced_at).to.equal(NOW);
      expect(changed).to.include({
        announced_at: NOW,
        to_at: Date.parse('2026-12-06T14:00:00+08:00'),
        reason_en: '检修',
      });
      expect(added?.announced_at).to.equal(NOW + 3_600_000);
    });

    it('refuses a file with one wrong line as a whole, and names every mistake by line and field', async () => {
      const device = await homeDevice('fuse');
      const before = [await countOf('planned_outage'), await countOf('audit')];
      const outcome = await importPlannedOutages(
        parts,
        csv(
          PLANNED_HEADER,
          `G1,${device},${VILLAGE},某村,检修,,2026-12-07 08:00,2026-12-07 12:00,`,
          `G1,nowhere,999999999,某村,检修,,2026-12-07 08:00,soon,`,
          `G2,${device},${VILLAGE},,检修,,2026-12-07 08:00,2026-12-07 08:00,`,
          `G3,${device},${VILLAGE},某村,检修,,2026-12-07 08:00,2026-12-07 08:00,2026-12-08 08:00`,
        ),
      );
      if (outcome.kind !== 'refused') throw new Error('it was taken');
      expect(outcome.problems.map(({ line, field, code }) => `${line} ${field} ${code}`)).to.have.members([
        '3 id id_twice',
        '3 device_id device_unknown',
        '3 area_codes area_unknown',
        '3 to not_a_time',
        '4 area required',
        '4 to not_after_from',
        '5 to not_after_from',
        '5 announced announced_after_from',
      ]);
      expect([await countOf('planned_outage'), await countOf('audit')]).to.deep.equal(before);
    });

    it('takes a network in, children before parents, and localisation reads it', async () => {
      const home = await homeDevice('service');
      const file = csv(
        DEVICE_HEADER,
        `NEW-T,transformer,NEW-F,新台区,22.97,113.9`,
        `NEW-F,fuse,NEW-S,新支线熔断器,22.97,113.9`,
        `NEW-S,substation,,新站,22.97,113.9`,
        `${home},service,NEW-T,#1表箱,22.97,113.9`,
      );
      expect(await importNetwork(parts, file)).to.deep.equal({ kind: 'imported', added: 3, changed: 1, same: 0 });
      expect(await importNetwork(parts, file)).to.deep.equal({ kind: 'imported', added: 0, changed: 0, same: 4 });
      const supply = await parts.outages.supplyOf(DEMO_CUSTOMER.accountId);
      expect(supply?.deviceIds).to.have.members([home, 'NEW-T', 'NEW-F', 'NEW-S']);
      const network = await parts.network.network();
      const tree = indexTree(network);
      const customer = DEMO_CUSTOMER.accountId;
      const localiser = createLocaliser(tree, { ...DEFAULT_LOCALISER_SETTINGS, nothingPerSingle: 0 });
      localiser.observe({ kind: 'no_power', at: 1, candidates: [{ customer, weight: 1 }] });
      const likely = localiser.infer(5).ranking.map(({ device }) => device);
      expect(likely).to.include.members([home, 'NEW-T', 'NEW-F', 'NEW-S']);
    });

    it('refuses a parent that is nowhere and a circle, also one that closes over what is there already', async () => {
      const before = await countOf('network_device');
      const refused = async (...lines: string[]) => {
        const outcome = await importNetwork(parts, csv(DEVICE_HEADER, ...lines));
        if (outcome.kind !== 'refused') throw new Error('it was taken');
        return outcome.problems.map(({ line, field, code }) => `${line} ${field} ${code}`);
      };
      expect(await refused('X1,fuse,X9,甲,22,113', 'X2,fuse,X1,乙,22,113')).to.deep.equal([
        '2 parent_id parent_unknown',
      ]);
      expect(
        await refused('X0,fuse,X1,甲,22,113', 'X1,fuse,X2,乙,22,113', 'X2,fuse,X1,丙,22,113', 'X3,fuse,X3,丁,22,113'),
      ).to.deep.equal(['3 parent_id upstream_of_itself', '5 parent_id upstream_of_itself']);
      expect(await refused('NEW-S,substation,NEW-T,新站,22,113')).to.deep.equal(['2 parent_id upstream_of_itself']);
      expect(await refused('X1,valve,,甲,97,x')).to.have.members([
        '2 kind kind_unknown',
        '2 lat out_of_range',
        '2 lon not_a_number',
      ]);
      expect(await countOf('network_device')).to.equal(before);
    });

    it('only looks where it is told to', async () => {
      const before = [await countOf('network_device'), await countOf('audit')];
      const file = csv(DEVICE_HEADER, 'X1,substation,,甲,22,113');
      expect(await importNetwork({ ...parts, checkOnly: true }, file)).to.include({ kind: 'checked', added: 1 });
      expect([await countOf('network_device'), await countOf('audit')]).to.deep.equal(before);
    });

    it('writes who imported what', async () => {
      const [line] = await parts.audit.about('import:network', 'network.imported', 1);
      expect(line).to.include({ actor: 'operator', at: NOW });
      expect(line?.detail).to.have.all.keys('file', 'added', 'changed', 'same');
    });

    it('takes more devices than one statement holds, all in one commit', async () => {
      const devices = Array.from({ length: 10_000 }, (_, at) => {
        return { id: `B${at}`, kind: 'service', parent_id: 'NEW-T', name: `${at}`, lat: 22, lon: 113 };
      });
      const before = await countOf('network_device');
      expect(await importNetwork(parts, json(devices))).to.include({ kind: 'imported', added: 10_000 });
      expect(await countOf('network_device')).to.equal(before + 10_000);
    });
  });
}
