import { expect } from 'chai';
import { type IncidentsAt, OutageLookup } from '../../../dialogs/faults/outage-lookup.ts';
import type { Area } from '../../../dialogs/places/areas.ts';
import type { IncidentRepository } from '../../../store/repositories/incident-repository.ts';
import type { OutageRepository } from '../../../store/repositories/outage-repository.ts';

const VILLAGE: Area = { code: '441900111011', level: 'village', name: { zh: '塘唇村', en: 'Tangchun' }, score: 1 };
const OPEN = {
  id: 'I1',
  number: 'IN1',
  area: '塘唇村',
  opened_at: 5,
  eta_at: null,
  eta_source: null,
  eta_set_at: null,
};
const NOWHERE = { place: null, position: null, accountId: null };

function lookup(incidentsAt: IncidentsAt, joined: unknown[] = []): OutageLookup {
  const outages = {
    openIncidents: async () => [{ ...OPEN, device_id: 'D1', area_codes: JSON.stringify([VILLAGE.code]) }],
    plannedFrom: async () => [],
    supplyOf: async () => ({ villageCode: VILLAGE.code, deviceIds: ['D9'] }),
  };
  const incidents = { join: (...given: unknown[]) => [joined.push(given)] };
  return new OutageLookup({
    outages: outages as unknown as OutageRepository,
    incidents: incidents as unknown as IncidentRepository,
    incidentsAt,
    areas: { find: () => [VILLAGE], around: () => VILLAGE },
  });
}

describe('outage-lookup: what is known where a report is from', () => {
  const below = { id: 'I2', number: 'IN2', area: '三巷', startedAt: 7, eta: null, here: 0.8 };

  it('is what the devices that supply the place tell, with how surely', async () => {
    const { incidents } = await lookup(async () => [below]).here({ ...NOWHERE, place: '塘唇村三巷5号' }, 10);
    expect(incidents).to.deep.equal([{ id: 'I2', number: 'IN2', area: '三巷', openedAt: 7, eta: null, here: 0.8 }]);
  });

  it('is else what the name of its area tells, surely of nothing', async () => {
    const named = { id: 'I1', number: 'IN1', area: '塘唇村', openedAt: 5, eta: null, here: null };
    const none = lookup(async () => []);
    for (const place of [
      { ...NOWHERE, place: '塘唇村' },
      { ...NOWHERE, position: { lat: 22.9, lon: 113.8 } },
    ]) {
      expect((await none.here(place, 10)).incidents).to.deep.equal([named]);
    }
    expect((await none.here(NOWHERE, 10)).incidents).to.deep.equal([]);
  });

  it('does not tell an account of what supplies its neighbours only', async () => {
    const { incidents } = await lookup(async () => []).here({ ...NOWHERE, accountId: 'A1' }, 10);
    expect(incidents).to.deep.equal([]);
  });

  it('is joined by inference’s leave, not by hand', () => {
    const joined: unknown[] = [];
    lookup(async () => [], joined).join('I2', 'T1', 11);
    expect(joined).to.deep.equal([['I2', ['T1'], { at: 11, byHand: false }]]);
  });
});
