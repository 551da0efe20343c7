import { expect } from 'chai';
import { PaymentPlaces } from '../../../dialogs/places/payment-places.ts';
import { PaymentPointRepository } from '../../../store/repositories/payment-point-repository.ts';
import { PlaceNeedRepository } from '../../../store/repositories/place-need-repository.ts';
import { PlaceRevision } from '../../../store/repositories/place-revision.ts';
import {
  hoursMeaningSchema,
  landmarkListSchema,
  placeHistorySchema,
  placeImportAnswerSchema,
  placeListSchema,
  placeNeedsSchema,
} from '../../../web/protocol/desk/place.ts';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

const TOWN = '441900003';
const HALL = {
  name: '东城营业厅',
  nameEn: 'Dongcheng hall',
  kind: 'service_hall',
  address: '东城大道1号',
  townCode: TOWN,
  lat: 23.02,
  lon: 113.79,
  hours: 'Mo-Fr 08:30-17:30; PH off',
  services: ['cash', 'qr'],
  phone: '0769-0000001',
  closure: null,
};

describe('places over the desk’s API', () => {
  let rig: DeskApiRig;
  let keeper: DeskCaller;
  let agent: DeskCaller;
  before(async () => {
    rig = await DeskApiRig.open();
    keeper = await rig.signedIn(['supervisor']);
    agent = await rig.signedIn(['agent']);
  });
  after(() => rig.close());

  /** As the bot of another process finds them, which has read them before. */
  function otherProcess(): () => Promise<string[]> {
    const { database, now } = rig.desk;
    const stores = { points: new PaymentPointRepository(database), revision: new PlaceRevision(database) };
    const places = new PaymentPlaces(stores, { timeZone: 'Asia/Shanghai', holidays: [], workingDays: [] });
    return async () => (await places.nearest(now, { from: HALL, count: 9 })).map(({ place }) => place.name.zh);
  }
  const listed = async (query = '') => placeListSchema.parse((await keeper.get(`/api/desk/places${query}`)).body);

  it('adds, changes, closes and takes away, and every process knows at once', async () => {
    const seen = otherProcess();
    expect(await seen()).to.deep.equal([]);
    expect((await keeper.post('/api/desk/places', { id: 'H1', ...HALL })).status).to.equal(204);
    expect(await seen()).to.deep.equal(['东城营业厅']);
    rig.desk.now += 1000;
    const closure = { from: '2026-11-20', until: null, reason: '装修' };
    const edit = { ...HALL, name: '东城新厅', closure, version: 1 };
    expect((await keeper.call('PUT', '/api/desk/places/H1', edit)).status).to.equal(204);
    expect(await seen()).to.deep.equal(['东城新厅']);
    expect((await listed('?closed=true')).places.map(({ id, version }) => [id, version])).to.deep.equal([['H1', 2]]);
    const late = await keeper.call('PUT', '/api/desk/places/H1', edit);
    expect([late.status, late.body.error.code]).to.deep.equal([409, 'place_changed']);
    const history = placeHistorySchema.parse((await agent.get('/api/desk/places/H1/history')).body);
    expect(history.changes.map(({ action }) => action)).to.deep.equal(['place.changed', 'place.added']);
    expect(history.changes[0]?.fields).to.deep.include({ field: 'name', before: '东城营业厅', after: '东城新厅' });
    expect((await keeper.call('DELETE', '/api/desk/places/H1?version=2')).status).to.equal(204);
    expect(await seen()).to.deep.equal([]);
  });

  it('refuses what can’t be read, is nowhere, or ends before it begins', async () => {
    for (const [change, code, field] of [
      [{ hours: 'whenever' }, 'hours_unreadable', 'body.hours'],
      [{ townCode: '440000000' }, 'area_unknown', 'body.townCode'],
      [{ closure: { from: '2026-12-02', until: '2026-12-01', reason: '' } }, 'closure_backwards', 'body.closure'],
    ] as const) {
      const { status, body } = await keeper.post('/api/desk/places', { id: 'H2', ...HALL, ...change });
      expect([status, body.error.code, body.error.field]).to.deep.equal([422, code, field]);
    }
    expect((await listed()).places).to.deep.equal([]);
  });

  it('tells what hours mean as they are typed', async () => {
    const meaning = async (syntax: string) =>
      hoursMeaningSchema.parse((await agent.get(`/api/desk/opening-hours?syntax=${encodeURIComponent(syntax)}`)).body);
    const { week, exceptions } = await meaning('Mo-Fr 08:30-17:30; PH off');
    expect(week?.[0]).to.deep.equal([{ from: 510, to: 1050 }]);
    expect(week?.[6]).to.deep.equal([]);
    expect(exceptions).to.deep.equal([{ date: '2026-12-01', intervals: [] }]);
    expect((await meaning('Mo-Fr half past eight')).week).to.equal(null);
  });

  it('shows what a file would change before it is taken, and takes its own export back unchanged', async () => {
    await keeper.post('/api/desk/places', { id: 'H3', ...HALL });
    const header = 'id,name,name_en,kind,address,town,lat,lon,hours,services,phone';
    const file = (...lines: string[]) => ({ what: 'places', file: 'places.csv', text: [header, ...lines].join('\n') });
    const changed = `H3,东城营业厅,Dongcheng hall,service_hall,东城大道1号,${TOWN},23.02,113.79,24/7,qr cash,0769-0000001`;
    const van = `V1,流动车,Van,mobile_van,村口,${TOWN},23.1,113.8,We 09:00-11:30,cash,`;
    const good = file(changed, van);
    const importing = async (body: object) =>
      placeImportAnswerSchema.parse((await keeper.post('/api/desk/places-import', body)).body);
    const preview = await importing({ ...good, check: true });
    expect(preview).to.include({ outcome: 'checked', added: 1, changed: 1, same: 0 });
    const hours = { field: 'hours', before: HALL.hours, after: '24/7' };
    expect(preview.changes.find(({ id }) => id === 'H3')).to.deep.include({ isNew: false, fields: [hours] });
    expect((await listed()).places).to.have.length(1);
    const wrong = await importing({ ...file(changed, `V2,x,x,balloon,y,${TOWN},x,113,sometimes,cash,`), check: false });
    expect(wrong.outcome).to.equal('refused');
    expect(wrong.problems.map(({ line, field, code }) => [line, field, code])).to.deep.equal([
      [3, 'lat', 'not_a_number'],
      [3, 'kind', 'place_kind_unknown'],
      [3, 'hours', 'hours_unreadable'],
    ]);
    expect((await listed()).places, 'all or nothing').to.have.length(1);
    expect((await importing({ ...good, check: false })).outcome).to.equal('imported');
    expect((await listed()).places.map(({ id, version }) => [id, version])).to.deep.equal([
      ['H3', 2],
      ['V1', 1],
    ]);
    const { text } = await exported('/api/desk/places-export');
    const again = await importing({ what: 'places', file: 'export.csv', text, check: true });
    expect(again).to.include({ outcome: 'checked', added: 0, changed: 0, same: 2 });
  });

  it('keeps landmarks in the same way', async () => {
    const station = { name: '东城站', nameEn: 'Dongcheng Station', otherNames: ['城东站'], kind: 'station' };
    const landmark = { ...station, townCode: TOWN, lat: 23.03, lon: 113.8 };
    expect((await keeper.post('/api/desk/landmarks', { id: 'L1', ...landmark })).status).to.equal(204);
    const again = await keeper.post('/api/desk/landmarks', { id: 'L1', ...landmark });
    expect([again.status, again.body.error.code]).to.deep.equal([409, 'place_id_taken']);
    await keeper.call('PUT', '/api/desk/landmarks/L1', { ...landmark, otherNames: [], version: 1 });
    const { landmarks } = landmarkListSchema.parse((await agent.get('/api/desk/landmarks?kind=station')).body);
    expect(landmarks).to.deep.equal([{ id: 'L1', ...landmark, otherNames: [], version: 2 }]);
    expect((await keeper.call('DELETE', '/api/desk/landmarks/L1?version=2')).status).to.equal(204);
  });

  it('shows where places were lacking, coarsely, the most often first', async () => {
    const { database, now } = rig.desk;
    const needs = new PlaceNeedRepository(database);
    const need = { at: now, reason: 'none_near' as const, given: 'position' as const, town_code: TOWN };
    const wanted = { services: '["cash"]', wanted_date: null, wanted_minute: null, nearest_metres: 7300 };
    const cells = [23.005, 23.005, 23.015];
    await database.commit(cells.map((lat, at) => needs.add({ id: `N${at}`, ...need, ...wanted, lat, lon: 113.705 })));
    const shown = placeNeedsSchema.parse((await keeper.get('/api/desk/place-needs')).body);
    expect(shown.cells.map(({ lat, count }) => [lat, count])).to.deep.equal([
      [23.005, 2],
      [23.015, 1],
    ]);
    expect((await agent.get('/api/desk/place-needs')).status).to.equal(403);
    const { text } = await exported('/api/desk/place-needs-export');
    expect(text.trim().split('\r\n')).to.have.length(4);
  });

  async function exported(path: string): Promise<{ text: string }> {
    const { status, body } = await keeper.get(path);
    expect(status).to.equal(200);
    return { text: String(body) };
  }
});
