import { expect } from 'chai';
import { importLandmarks, importPaymentPoints, type PlaceImportParts } from '../../desk/imports/import-places.ts';
import { PaymentPlaces } from '../../dialogs/places/payment-places.ts';
import { AuditRepository } from '../../store/repositories/audit-repository.ts';
import { LandmarkRepository } from '../../store/repositories/landmark-repository.ts';
import { PaymentPointRepository } from '../../store/repositories/payment-point-repository.ts';
import { PlaceNeedRepository } from '../../store/repositories/place-need-repository.ts';
import { PlaceRevision } from '../../store/repositories/place-revision.ts';
import { ENGINES, type OpenEngine } from './engines.ts';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const TOWN = '441900003';
const HEADER = 'id,name,name_en,kind,address,town,lat,lon,hours,services,phone,closed_from,closed_until,closed_reason';
const LANDMARKS = 'id,name,name_en,other_names,kind,town,lat,lon';

const csv = (...lines: readonly string[]) => ({
  name: 'places.csv',
  bytes: new TextEncoder().encode(lines.join('\r\n')),
});
const hall = (id: string, more = ',,') =>
  `${id},50%_营业厅,Hall ${id},service_hall,路1号,${TOWN},23.02,113.8,Mo-Fr 08:30-17:30,qr cash,,${more}`;

for (const engine of ENGINES) {
  describe(`imports of places on ${engine.name}`, () => {
    let opened: OpenEngine;
    let parts: PlaceImportParts;
    let ids = 0;
    before(async function () {
      this.timeout(60_000);
      const engineOpened = await engine.open();
      if (!engineOpened) return this.skip();
      opened = engineOpened;
      const { database } = opened;
      parts = {
        database,
        audit: new AuditRepository(database),
        points: new PaymentPointRepository(database),
        landmarks: new LandmarkRepository(database),
        revision: new PlaceRevision(database),
        places: {
          areaCodes: new Set([TOWN]),
          calendar: { holidays: [], workingDays: new Map(), from: '2026-11-24', days: 35 },
        },
        now: () => NOW,
        newId: () => `audit-${++ids}`,
        actor: 'operator',
        checkOnly: false,
      };
    });
    after(() => opened?.close());

    it('add, change and keep, count the changes of each, and are found with the next question', async () => {
      const places = new PaymentPlaces(parts, { timeZone: 'Asia/Shanghai', holidays: [], workingDays: [] });
      const found = async () =>
        (await places.nearest(NOW, { from: { lat: 23, lon: 113.8 }, count: 9 })).map(({ place }) => place.id);
      expect(await found()).to.deep.equal([]);
      const first = await importPaymentPoints(parts, csv(HEADER, hall('A'), hall('B')));
      expect(first).to.include({ kind: 'imported', added: 2, changed: 0, same: 0 });
      expect(await found()).to.have.members(['A', 'B']);
      const again = await importPaymentPoints(parts, csv(HEADER, hall('A'), hall('B', '2026-11-24,,装修')));
      expect(again).to.include({ added: 0, changed: 1, same: 1 });
      expect((await parts.points.byId('B'))?.version).to.equal(2);
      expect((await parts.points.byId('A'))?.version).to.equal(1);
      const closed = await places.nearest(NOW, {
        from: { lat: 23, lon: 113.8 },
        count: 9,
        openAt: { date: '2026-11-24', minute: 600 },
      });
      expect(closed.map(({ place }) => place.id)).to.deep.equal(['A']);
    });

    it('refuse all of a file for one line, and name it', async () => {
      const wrong = csv(HEADER, hall('C'), hall('D', '2026-12-02,2026-12-01,'), hall('E', ',2026-12-01,'));
      const outcome = await importPaymentPoints(parts, wrong);
      expect(outcome.kind).to.equal('refused');
      const problems = outcome.kind === 'refused' ? outcome.problems : [];
      expect(problems.map(({ line, field, code }) => [line, field, code])).to.deep.equal([
        [3, 'closed_until', 'before_from'],
        [4, 'closed_from', 'required'],
      ]);
      expect(await parts.points.byId('C')).to.equal(undefined);
    });

    it('take landmarks, with what else they are called', async () => {
      const outcome = await importLandmarks(
        parts,
        csv(LANDMARKS, `L,东城医院,Dongcheng Hospital,人民医院|区医院,hospital,${TOWN},23,113`),
      );
      expect(outcome).to.include({ kind: 'imported', added: 1 });
      expect((await parts.landmarks.byId('L'))?.other_names).to.equal('["人民医院","区医院"]');
    });

    it('are listed a page at a time, by words as they stand', async () => {
      const filter = { words: null, townCode: null, service: null, kind: null, closedOn: null };
      const ids = async (change: object, page = { after: '', limit: 9 }) =>
        (await parts.points.page({ ...filter, ...change }, page)).map(({ id }) => id);
      expect(await ids({}, { after: 'A', limit: 1 })).to.deep.equal(['B']);
      expect(await ids({ words: '50%_营' })).to.deep.equal(['A', 'B']);
      expect(await ids({ words: '50%x' })).to.deep.equal([]);
      expect(await ids({ words: 'HALL a' })).to.deep.equal(['A']);
      expect(await ids({ closedOn: '2026-12-24' })).to.deep.equal(['B']);
      expect(await ids({ service: 'cash', kind: 'agent' })).to.deep.equal([]);
    });

    it('of one change made upon another nobody wins by accident', async () => {
      const { database, points, revision } = parts;
      const point = await points.byId('A');
      if (!point) throw new Error('A is not there');
      const { id, ...columns } = point;
      const changed = await database.commit([points.change(id, { ...columns, name: 'first' }), revision.raise()]);
      expect(changed.ok).to.equal(true);
      const late = await database.commit([points.change(id, { ...columns, name: 'second' }), revision.raise()]);
      expect(late).to.include({ ok: false, refusal: 'version' });
      expect((await database.commit([points.add(point)])).ok).to.equal(false);
      expect((await database.commit([points.remove(id, columns.version)])).ok).to.equal(false);
      expect((await points.byId(id))?.name).to.equal('first');
    });

    it('keep where a place was lacking', async () => {
      const needs = new PlaceNeedRepository(parts.database);
      const need = { reason: 'none_open' as const, given: 'area' as const, town_code: TOWN, lat: 23.005, lon: 113.805 };
      const wanted = { services: '[]', wanted_date: '2026-11-29', wanted_minute: 1170, nearest_metres: null };
      await parts.database.commit([needs.add({ id: 'N1', at: NOW, ...need, ...wanted })]);
      expect(await needs.within(NOW, NOW, 9)).to.deep.equal([]);
      expect(await needs.within(NOW, NOW + 1, 9)).to.deep.equal([{ id: 'N1', at: NOW, ...need, ...wanted }]);
    });
  });
}
