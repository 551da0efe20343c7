import { expect } from 'chai';
import { measurePlacement } from '../../../../bench/addresses/measure-placement.ts';
import { readMessyAddresses } from '../../../../bench/addresses/messy-addresses.ts';
import { openPlacementGround, type PlacementGround } from '../../../../bench/addresses/placement-ground.ts';

describe('where a report comes from', () => {
  let ground: PlacementGround;
  before(async () => {
    ground = await openPlacementGround();
  });
  after(() => ground.close());

  const placed = (place: string | null, more: { lat: number; lon: number } | null = null) =>
    ground.placer.place({ place, position: more, accountId: null });

  it('is found from two hundred and more addresses as people write them', async () => {
    const addresses = readMessyAddresses();
    expect(addresses).to.have.length.above(250);
    const { figures } = await measurePlacement(ground.placer, addresses, ground.lineOf);
    expect(figures.first).to.be.at.least(0.96);
    expect(figures.found).to.be.at.least(0.98);
    expect(figures.onTruth).to.be.at.least(0.91);
    expect(figures.onLine).to.be.at.least(0.92);
    expect(figures.sureAndWrong).to.be.at.most(0.01);
    expect(figures.calibration).to.be.at.most(0.07);
  });

  it('is the whole village where only that is said', async () => {
    const { candidates, by } = await placed('上底村停电了');
    expect(candidates).to.have.length(8);
    expect(by).to.equal('address');
  });

  it('is below the transformer that is named', async () => {
    const { candidates, by } = await placed('虎门东方社区2号台区没电');
    expect(by).to.equal('device');
    const areas = new Set(candidates.slice(0, 5).map(({ premisesId }) => ground.lineOf.get(premisesId)));
    expect(candidates.slice(0, 5).every(({ probability }) => probability > 0.02)).to.equal(true);
    expect(areas.size).to.be.at.most(3);
  });

  it('is near a shared position', async () => {
    const [first] = (await placed('寮步教育路267号')).candidates;
    const { candidates, by } = await placed(null, { lat: 22.9849, lon: 113.8688 });
    expect(by).to.equal('position');
    expect(candidates.length).to.be.above(0);
    expect(first?.premisesId).to.equal('P1978');
  });

  it('is unknown where no place is named', async () => {
    expect(await placed('我家停电了')).to.include({ by: null, unknown: 1 });
  });

  it('is not looked for by what a message might do to the store', async () => {
    expect((await placed("上底村'; drop table premises; -- %_2号台区")).candidates.length).to.be.above(0);
    expect((await placed('上底村停电了')).candidates).to.have.length(8);
  });
});
