import { expect } from 'chai';
import { namedPeriod } from '../../../nlu/periods/named-period.ts';

const TODAY = '2026-11-24';

describe('named-period: the month that words name', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['八月的账单', '2026-08'],
    ['8月份电费', '2026-08'],
    ['十二月的', '2025-12'],
    ['十月用了多少', '2026-10'],
    ['去年八月', '2025-08'],
    ['2025年3月', '2025-03'],
    ['上个月的电费', '2026-10'],
    ['上月', '2026-10'],
    ['上個月電費', '2026-10'],
    ['上上个月', '2026-09'],
    ['本月', '2026-11'],
    ['呢個月電費', '2026-11'],
    ['my August bill', '2026-08'],
    ['last month please', '2026-10'],
    ['the month before last', '2026-09'],
    ['Dec', '2025-12'],
    ['Aug 2025', '2025-08'],
    ['may', '2026-05'],
    ['my May bill', '2026-05'],
    ['2026-07', '2026-07'],
    ['may I see my bill', null],
    ['三个月没交', null],
    ['查电费', null],
    ['show me my bill', null],
  ];
  for (const [words, period] of cases) {
    it(`"${words}" names ${period ?? 'no month'}`, () => {
      expect(namedPeriod(words, TODAY)).to.equal(period);
    });
  }
});
