import { expect } from 'chai';
import fc from 'fast-check';
import { indexPlaces } from '../../../domain/places/nearest.ts';
import { distanceMetres } from '../../../domain/places/position.ts';

const anywhere = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const inTown = fc.record({
  lat: fc.double({ min: 22.7, max: 23.1, noNaN: true }),
  lon: fc.double({ min: 113.5, max: 114.2, noNaN: true }),
});

describe('distance', () => {
  it('is one degree of the meridian between two parallels', () => {
    expect(distanceMetres({ lat: 22, lon: 113 }, { lat: 23, lon: 113 })).to.be.closeTo(111_195, 1);
  });

  it('is a good 104 km from Guangzhou to Shenzhen, as the crow flies', () => {
    expect(distanceMetres({ lat: 23.1291, lon: 113.2644 }, { lat: 22.5431, lon: 114.0579 })).to.be.closeTo(
      104_300,
      500,
    );
  });

  it('is the same both ways, and nothing to oneself', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        expect(distanceMetres(a, b)).to.be.closeTo(distanceMetres(b, a), 1e-6);
        expect(distanceMetres(a, a)).to.equal(0);
      }),
    );
  });
});

describe('the nearest places', () => {
  it('are those that comparing all of them finds, nearest first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(inTown, anywhere), { maxLength: 60 }),
        fc.oneof(inTown, anywhere),
        fc.integer({ min: 1, max: 8 }),
        (places, from, count) => {
          const found = indexPlaces(places).nearest({ from, count });
          const all = places.map((place) => distanceMetres(from, place)).sort((a, b) => a - b);
          expect(found.length).to.equal(Math.min(count, places.length));
          // To a metre: on the sphere's far side the two formulas round apart.
          found.forEach(({ metres }, index) => {
            expect(metres).to.be.closeTo(all[index] ?? Number.NaN, 1);
          });
        },
      ),
    );
  });

  it('leave out what is not wanted and what is too far', () => {
    const places = [0, 1, 2, 3].map((step) => ({ lat: 23 + step / 1000, lon: 113.7, open: step !== 1 }));
    const index = indexPlaces(places);
    const steps = (found: readonly { place: { lat: number } }[]) =>
      found.map(({ place }) => Math.round((place.lat - 23) * 1000));
    const from = { lat: 23, lon: 113.7 };
    expect(steps(index.nearest({ from, count: 2, accept: ({ open }) => open }))).to.deep.equal([0, 2]);
    expect(steps(index.nearest({ from, count: 9, withinMetres: 230 }))).to.deep.equal([0, 1, 2]);
    expect(index.nearest({ from, count: 0 })).to.deep.equal([]);
  });

  it('keep their order where they lie in one spot', () => {
    const places = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, lat: 23, lon: 113.7 }));
    const found = indexPlaces(places).nearest({ from: { lat: 23.01, lon: 113.7 }, count: 3 });
    expect(found.map(({ place }) => place.name)).to.deep.equal(['a', 'b', 'c']);
  });
});
