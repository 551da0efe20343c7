import { expect } from 'chai';
import { geoOf } from '../../../../web/widget/transcript/geo.ts';

describe('a shared position', () => {
  const message = { type: 'message', from: { id: 'me' } };

  it('is found among the entities', () => {
    const position = { type: 'GeoCoordinates', latitude: 23.02, longitude: 113.75 };
    expect(geoOf({ ...message, entities: [{ type: 'mention' }, null, position] })).to.deep.equal(position);
  });

  it('is nothing without both of its numbers', () => {
    expect(geoOf(message)).to.equal(undefined);
    expect(geoOf({ ...message, entities: [{ type: 'GeoCoordinates', latitude: '23' }] })).to.equal(undefined);
  });
});
