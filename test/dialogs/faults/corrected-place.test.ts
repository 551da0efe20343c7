import { expect } from 'chai';
import { correctedPlace } from '../../../dialogs/faults/corrected-place.ts';

describe('corrected-place', () => {
  const cases: readonly (readonly [string | null, string | null, string | null])[] = [
    [null, '寮步镇塘唇村', '寮步镇塘唇村'],
    ['寮步镇塘唇村', null, '寮步镇塘唇村'],
    ['良平社区荔景花园3栋', '5栋', '良平社区荔景花园5栋'],
    ['良平社区荔景花园', '5栋', '良平社区荔景花园5栋'],
    ['良平社区荔景花园3栋2单元', '3单元', '良平社区荔景花园3栋3单元'],
    ['塘唇村三巷5号', '8号', '塘唇村三巷8号'],
    ['塘唇村三巷5号', '虎门镇村头社区', '虎门镇村头社区'],
    ['12 Dongzong Road, building 3', 'building 5', '12 Dongzong Road, building 5'],
    ['12 Dongzong Road', 'building 5', '12 Dongzong Road, building 5'],
  ];
  for (const [known, said, place] of cases) {
    it(`${known ?? 'nothing'} and then ${said ?? 'nothing'} is ${place ?? 'nothing'}`, () => {
      expect(correctedPlace(known, said)).to.equal(place);
    });
  }
});
