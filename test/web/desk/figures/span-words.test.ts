import { expect } from 'chai';
import { en } from '../../../../strings/desk/en.ts';
import { zhHans } from '../../../../strings/desk/zh-hans.ts';
import { spanWords } from '../../../../web/desk/figures/span-words.ts';

describe('a span as a figure', () => {
  it('is in the unit that reads best, to a tenth where it is small', () => {
    const spans = [0, 45_400, 99_000, 100_000, 192_000, 90 * 60_000, 100 * 60_000, 26 * 3_600_000, null];
    expect(spans.map((span) => spanWords(zhHans, span))).to.deep.equal([
      '0 秒',
      '45 秒',
      '99 秒',
      '1.7 分钟',
      '3.2 分钟',
      '90 分钟',
      '1.7 小时',
      '26 小时',
      '–',
    ]);
    expect(spanWords(en, 192_000)).to.equal('3.2 min');
  });
});
