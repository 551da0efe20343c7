import { expect } from 'chai';
import { incidentsAt } from '../../../desk/incidents/incidents-at.ts';
import { openIncident } from '../../../desk/incidents/judge-incident.ts';
import { setEta } from '../../../desk/incidents/work-incident.ts';
import { ENGINES } from '../../contract/engines.ts';
import { IncidentRig } from './incident-rig.ts';

describe('open incidents at a place', () => {
  let rig: IncidentRig;
  let number: string;
  before(async () => {
    const engine = await ENGINES[0]?.open();
    if (!engine) throw new Error('the embedded store is always there');
    rig = new IncidentRig(engine);
    await rig.build();
    const dispatcher = await rig.desk.hire(['dispatcher']);
    const board = { desk: rig.desk.parts, on: rig.parts };
    number = (await openIncident(board, dispatcher, { device: 'F/a/1' })) ?? '';
    const at = rig.desk.now + 3_600_000;
    expect(await setEta(board, dispatcher, { number, version: 1, at, source: 'crew' })).to.equal('done');
    rig.desk.now += 600_000;
  });
  after(() => rig.close());

  const at = (place: Partial<Parameters<typeof incidentsAt>[1]>) =>
    incidentsAt(rig.parts, { place: null, position: null, accountId: null, ...place });

  it('are those upstream of the account, with the ETA, its source and its age', async () => {
    const [incident, ...others] = await at({ accountId: 'F/a/1/y/3' });
    expect(others).to.deep.equal([]);
    expect(incident).to.include({ number, state: 'confirmed', probability: 1, crewSent: false });
    expect(incident?.here).to.be.above(0.9);
    expect(incident?.eta).to.deep.equal({
      at: rig.desk.now + 3_000_000,
      source: 'crew',
      setAt: rig.desk.now - 600_000,
      ageMs: 600_000,
    });
  });

  it('are found by words and by a shared position too', async () => {
    expect((await at({ place: '寮步石步村示例路3号' })).map((incident) => incident.number)).to.deep.equal([number]);
    expect((await at({ position: { lat: 22.9801, lon: 113.87 } })).map((incident) => incident.number)).to.deep.equal([
      number,
    ]);
  });

  it('are none elsewhere, and none where the place tells too little', async () => {
    expect(await at({ accountId: 'F/b/1/x/1' })).to.deep.equal([]);
    expect(await at({ place: '寮步石步村示例路33号' })).to.deep.equal([]);
    expect(await at({ place: '寮步石步村' })).to.deep.equal([]);
    expect(await at({})).to.deep.equal([]);
  });
});
