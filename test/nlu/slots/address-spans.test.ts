import { expect } from 'chai';
import { addressSpans } from '../../../nlu/slots/address-spans.ts';

describe('numbered parts of addresses', () => {
  const cases: readonly [string, string][] = [
    ['5栋没电', '5栋'],
    ['我在3单元501', '3单元501'],
    ['一到六栋全停', '一到六栋'],
    ['10kv田头支线28号杆打火', '10kv田头支线28号杆'],
    ['no power in flat 21', 'flat 21'],
    ['it is building no. 6', 'building no. 6'],
    ['7th floor, galaxy tower', '7th floor'],
  ];
  for (const [text, part] of cases) {
    it(`finds "${part}" in "${text}"`, () => {
      expect(addressSpans(text).map(({ start, end }) => text.slice(start, end))).to.include(part);
    });
  }

  it('finds none in sums and times', () => {
    expect(addressSpans('交了500元，2025年3月')).to.deep.equal([]);
  });
});
