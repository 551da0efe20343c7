import { expect } from 'chai';
import fc from 'fast-check';
import { mapLayout } from '../../../../web/protocol/pictures/map-layout.ts';

const points = fc.array(
  fc.record({ north: fc.integer({ min: -30_000, max: 30_000 }), east: fc.integer({ min: -30_000, max: 30_000 }) }),
  { minLength: 1, maxLength: 5 },
);
const scale = { metres: 500, label: '500 m' };

describe('the sketch of places', () => {
  it('holds the middle and all pins, and no two of them cover each other', () => {
    fc.assert(
      fc.property(points, (given) => {
        const { width, height, centre, pins } = mapLayout({ scale, points: given });
        for (const { x, y } of [centre, ...pins]) {
          expect(x).to.be.within(0, width);
          expect(y).to.be.within(0, height);
        }
        expect(pins.length).to.equal(given.length);
      }),
    );
  });

  it('has north at the top and east to the right', () => {
    const { centre, pins } = mapLayout({ scale, points: [{ north: 900, east: 400 }] });
    expect(pins[0]?.x).to.be.greaterThan(centre.x);
    expect(pins[0]?.y).to.be.lessThan(centre.y);
  });

  it('moves pins of one spot apart', () => {
    const spot = { north: 300, east: 300 };
    const { pins } = mapLayout({ scale, points: [spot, spot, spot] });
    const [a, b] = pins;
    expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).to.be.at.least(20);
  });
});
