import { expect } from 'chai';
import { namedTime } from '../../../nlu/times/named-time.ts';

/** A Tuesday, ten in the morning. */
const NOW = { date: '2026-11-24', minute: 600 };

describe('named-time: when somebody wants to go', () => {
  const cases: readonly (readonly [string, string | null, number?])[] = [
    ['现在开门的有吗', '2026-11-24', 600],
    ['open now', '2026-11-24', 600],
    ['周日晚上', '2026-11-29', 1170],
    ['Sunday evening', '2026-11-29', 1170],
    ['星期二下午', '2026-11-24', 900],
    ['明天上午九点', '2026-11-25', 540],
    ['听日下昼三点', '2026-11-25', 900],
    ['后天', '2026-11-26', 630],
    ['tomorrow at 8pm', '2026-11-25', 1200],
    ['今晚十点', '2026-11-24', 1320],
    ['Saturday 14:30', '2026-11-28', 870],
    ['晚上7点', '2026-11-24', 1140],
    ['附近哪里可以交电费', null],
    ['where can I pay in Nancheng', null],
  ];
  for (const [words, date, minute] of cases) {
    it(`"${words}" is ${date ?? 'no time'}`, () => {
      expect(namedTime(words, NOW)).to.deep.equal(date === null ? null : { date, minute });
    });
  }
});
