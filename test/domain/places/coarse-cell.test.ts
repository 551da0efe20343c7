import { expect } from 'chai';
import fc from 'fast-check';
import { coarseCell } from '../../../domain/places/coarse-cell.ts';
import { distanceMetres } from '../../../domain/places/position.ts';

describe('a coarse cell', () => {
  it('is the same for all that lie within it, and its middle is near', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 25, noNaN: true }),
        fc.double({ min: 110, max: 117, noNaN: true }),
        (lat, lon) => {
          const cell = coarseCell({ lat, lon });
          expect(coarseCell(cell)).to.deep.equal(cell);
          expect(distanceMetres(cell, { lat, lon })).to.be.lessThan(800);
        },
      ),
    );
    expect(coarseCell({ lat: 23.0213, lon: 113.7598 })).to.deep.equal({ lat: 23.025, lon: 113.755 });
  });
});
