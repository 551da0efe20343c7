import { expect } from 'chai';
import fc from 'fast-check';
import { clusterSpots, mapLayout } from '../../../../../web/desk/dispatch/picture/map-layout.ts';

const SIZE = { width: 600, height: 400 };
const points = fc
  .array(
    fc.record({
      lat: fc.double({ min: 22.5, max: 23.2, noNaN: true }),
      lon: fc.double({ min: 113.3, max: 114.3, noNaN: true }),
    }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((drawn) => drawn.map((one, at) => ({ ...one, key: String(at) })));

describe('a map of devices', () => {
  it('holds every point, north up and east to the right', () => {
    fc.assert(
      fc.property(points, (given) => {
        const at = mapLayout(given, SIZE)?.at;
        for (const a of given) {
          const here = at?.get(a.key);
          if (!here) throw new Error('a point is missing');
          expect(here.x).to.be.within(0, SIZE.width);
          expect(here.y).to.be.within(0, SIZE.height);
          for (const b of given) {
            const there = at?.get(b.key);
            if (a.lat > b.lat) expect(here.y).to.be.at.most(there?.y ?? 0);
            if (a.lon > b.lon) expect(here.x).to.be.at.least(there?.x ?? 0);
          }
        }
      }),
    );
  });

  it('has a scale that is true and short to say', () => {
    const layout = mapLayout(
      [
        { key: 'south', lat: 23, lon: 113.7 },
        { key: 'north', lat: 23.01, lon: 113.7 },
      ],
      SIZE,
    );
    const [south, north] = [layout?.at.get('south'), layout?.at.get('north')];
    const pixelsPerMeter = ((south?.y ?? 0) - (north?.y ?? 0)) / 1113.2;
    expect(layout?.scale.meters).to.equal(500);
    expect(layout?.scale.pixels).to.be.closeTo(500 * pixelsPerMeter, 1e-6);
  });

  it('is none without points, and no blow-up of a single one', () => {
    expect(mapLayout([], SIZE)).to.equal(null);
    const alone = mapLayout([{ key: 'a', lat: 23, lon: 113 }], SIZE);
    expect(alone?.at.get('a')).to.deep.equal({ x: 300, y: 200 });
    expect(alone?.scale.meters).to.be.at.most(200);
  });

  it('takes marks that would lie on each other as one, and loses none', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 4, max: 60 }), (given, apart) => {
        const at = mapLayout(given, SIZE)?.at ?? new Map();
        const spots = clusterSpots(
          given.map(({ key }) => ({ key, ...(at.get(key) ?? { x: 0, y: 0 }) })),
          apart,
        );
        expect(spots.flatMap(({ keys }) => keys).toSorted()).to.deep.equal(given.map(({ key }) => key).toSorted());
        spots.forEach((a, index) => {
          for (const b of spots.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).to.be.at.least(apart);
        });
      }),
    );
  });
});
