import { expect } from 'chai';
import { bulkInsert } from '../../../store/bulk-insert.ts';
import { type Reliability, reliabilitySchema } from '../../../web/protocol/desk/reliability.ts';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

const TOWN = '441900003';
const AT = Date.parse('2026-10-05T08:00:00+08:00');
const HOUR = 3_600_000;

describe('reliability over the desk’s API', () => {
  let rig: DeskApiRig;
  let caller: DeskCaller;
  before(async () => {
    rig = await DeskApiRig.open();
    caller = await rig.signedIn(['quality']);
    const { database } = rig.desk;
    const place = { estate: null, building: null, unit: null, room: null, lat: 22.9, lon: 113.8, critical_kind: null };
    const ids = ['1', '2', '3', '4'];
    await bulkInsert(
      database,
      'premises',
      ids.map((id) => {
        return {
          id,
          town_code: TOWN,
          village_code: `${TOWN}001`,
          address: id,
          zone: 'urban' as const,
          device_id: 'D',
          ...place,
        };
      }),
    );
    await bulkInsert(
      database,
      'account',
      ids.map((id) => {
        const rest = { tariff: 'residential_tiered' as const, state: 'active' as const, opened_at: 0, free_kwh: 0 };
        return { id, number: id, customer_id: id, premises_id: id, ...rest };
      }),
    );
    const row = { town_code: TOWN, device_id: null, planned: 0, cause: null, from_at: AT };
    await bulkInsert(database, 'interruption', [
      { id: 'I1', ...row, to_at: AT + 2 * HOUR, customers: 3 },
      { id: 'I2', ...row, to_at: AT + HOUR, customers: 1, planned: 1 },
    ]);
  });
  after(() => rig.close());

  async function figures(address: string): Promise<Reliability> {
    const { status, body } = await caller.get(address);
    expect(status).to.equal(200);
    return reliabilitySchema.parse(body);
  }

  it('tells the last twelve months, by month and by town', async () => {
    const body = await figures('/api/desk/reliability');
    expect(body).to.include({
      from: '2025-12',
      to: '2026-11',
      town: null,
      customersServed: 4,
      sustainedAfterMinutes: 5,
    });
    expect(body.months).to.have.length(12);
    expect(body.months.at(-2)?.unplanned).to.include({ saifi: 0.75, saidi: 90, caidi: 120 });
    expect(body.months.at(-1)?.unplanned).to.include({ saifi: 0, saidi: 0, caidi: null });
    expect(body.towns.map(({ code }) => code)).to.deep.equal([TOWN]);
    expect(body.total.planned).to.include({ saifi: 0.25, saidi: 15, caidi: 60 });
  });

  it('tells one town and other months', async () => {
    const body = await figures('/api/desk/reliability?from=2026-10&to=2026-10&town=441900101');
    expect(body).to.include({ customersServed: 0, town: '441900101' });
    expect(body.months).to.have.length(1);
    expect(body.total.unplanned).to.include({ customers: 0, saifi: null });
  });

  for (const query of [
    'from=2026-13&to=2026-12',
    'from=2026-11&to=2026-10',
    'from=2026-11',
    'from=2020-01&to=2026-01',
    'town=x',
    'year=2026',
  ]) {
    it(`refuses ${query}, as figures and as a file`, async () => {
      expect((await caller.get(`/api/desk/reliability?${query}`)).status).to.equal(400);
      expect((await caller.get(`/api/desk/reliability-export?${query}`)).status).to.equal(400);
    });
  }

  it('gives the same as a file, a line for each month and town', async () => {
    const { status, headers, body } = await caller.get('/api/desk/reliability-export?from=2026-09&to=2026-10');
    expect(status).to.equal(200);
    expect(headers.get('content-type')).to.equal('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).to.include('reliability.csv');
    const [columns = '', ...lines] = String(body).trim().split('\r\n');
    expect(columns.replace('\uFEFF', '')).to.match(/^month,town_code,town,customers_served,unplanned_interruptions,/);
    expect(lines).to.deep.equal([
      '2026-09,441900003,东城街道,4,0,0,0,0,0,,0,0,0,0,0,,0,0',
      '2026-10,441900003,东城街道,4,1,3,360,0.75,90,120,1,1,60,0.25,15,60,0,0',
    ]);
  });
});
