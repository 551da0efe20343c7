import { expect } from 'chai';
import fc from 'fast-check';
import { type FindablePlace, findPlacesAmong } from '../../../domain/places/find-places.ts';
import { PLACE_KINDS, PLACE_SERVICES } from '../../../domain/places/place-kinds.ts';
import { distanceMetres } from '../../../domain/places/position.ts';

const CLASSES = 60;
const position = {
  lat: fc.double({ min: 22.7, max: 23.1, noNaN: true }),
  lon: fc.double({ min: 113.5, max: 114.2, noNaN: true }),
};
const place: fc.Arbitrary<FindablePlace> = fc.record({
  ...position,
  kind: fc.constantFrom(...PLACE_KINDS),
  services: fc.subarray([...PLACE_SERVICES]),
  hoursClass: fc.nat(CLASSES - 1),
});
const query = fc.record({
  from: fc.record(position),
  count: fc.integer({ min: 1, max: 6 }),
  withinMetres: fc.option(fc.integer({ min: 100, max: 60_000 }), { nil: undefined }),
  services: fc.subarray([...PLACE_SERVICES], { maxLength: 2 }),
  kinds: fc.option(fc.subarray([...PLACE_KINDS], { minLength: 1 }), { nil: undefined }),
  open: fc.option(fc.array(fc.constantFrom(0, 0, 1), { minLength: CLASSES, maxLength: CLASSES }), { nil: undefined }),
});

describe('places found by all that is asked for at once', () => {
  it('are those that looking at every place finds', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 120 }), query, (places, { open, kinds, withinMetres, ...asked }) => {
        const found = findPlacesAmong(places)({
          ...asked,
          ...(open ? { open: Uint8Array.from(open) } : {}),
          ...(kinds ? { kinds } : {}),
          ...(withinMetres === undefined ? {} : { withinMetres }),
        });
        const scanned = places
          .filter(({ services }) => asked.services.every((service) => services.includes(service)))
          .filter(({ kind }) => kinds?.includes(kind) ?? true)
          .filter(({ hoursClass }) => open === undefined || open[hoursClass] === 1)
          .map((one) => distanceMetres(asked.from, one))
          .filter((metres) => metres <= (withinMetres ?? Number.POSITIVE_INFINITY))
          .sort((a, b) => a - b)
          .slice(0, asked.count);
        expect(found.length).to.equal(scanned.length);
        found.forEach(({ metres }, at) => {
          expect(metres).to.be.closeTo(scanned[at] ?? Number.NaN, 1e-3);
        });
      }),
    );
  });
});
