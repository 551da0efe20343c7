import { expect } from 'chai';
import { AddressReader, type AddressRow } from '../../../../desk/incidents/placement/address-reader.ts';

describe('reading addresses of premises', () => {
  const row: AddressRow = {
    ...{ id: 'p', town_code: 't', village_code: 'v', address: '石步村三巷五号', estate: null },
    ...{ building: null, unit: null, room: null, lat: 23, lon: 113 },
  };

  function reader() {
    const read: string[] = [];
    const made = new AddressReader({
      finder: { findPlaces: () => [] } as never,
      gazetteer: { towns: [] } as never,
      normalise: ((text: string) => {
        read.push(text);
        return { text };
      }) as never,
      syllableOf: () => undefined,
    });
    return { made, read };
  }

  it('reads each once, and anew where it has changed', () => {
    const { made, read } = reader();
    const first = made.premises(row);
    const looks = read.length;
    expect(made.premises({ ...row })).to.equal(first);
    expect(read).to.have.length(looks);
    expect(made.premises({ ...row, address: '石步村三巷六号' }).numbers).not.to.deep.equal(first.numbers);
  });
});
