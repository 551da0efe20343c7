import { expect } from 'chai';
import { askedTime, asksForTime } from '../../../dialogs/places/asked-time.ts';

/** A Tuesday morning. */
const now = { date: '2026-11-24', minute: 600 };
const holidays = [
  { date: '2026-10-01', zh: '国庆节', en: 'National Day', confirmed: true },
  { date: '2027-01-01', zh: '元旦', en: 'New Year', confirmed: true },
  { date: '2027-02-05', zh: '春节', en: 'Spring Festival', confirmed: true },
  { date: '2027-02-06', zh: '春节', en: 'Spring Festival', confirmed: true },
  { date: '2027-10-01', zh: '国庆节', en: 'National Day', confirmed: true },
];
const at = (words: string) => askedTime(words, { now, holidays });

describe('the time at which somebody wants to go', () => {
  for (const [words, date, minute] of [
    ['周日晚上', '2026-11-29', 1170],
    ['Sunday evening', '2026-11-29', 1170],
    ['国庆哪里可以交', '2027-10-01', 630],
    ['國慶日下午三點', '2027-10-01', 900],
    ['十一黄金周开门吗', '2027-10-01', 630],
    ['过年能交吗', '2027-02-05', 630],
    ['on Chinese New Year in the morning', '2027-02-05', 600],
    ['节假日开吗', '2027-01-01', 630],
    ['12月3日下午', '2026-12-03', 900],
    ['on 3 December at 4 pm', '2026-12-03', 960],
    ['Dec 3', '2026-12-03', 630],
    ['2月30日下午', '2026-11-24', 900],
    ['现在还开着吗', '2026-11-24', 600],
    ['仲有冇开', '2026-11-24', 600],
    ['which one is still open', '2026-11-24', 600],
    ['明天上午', '2026-11-25', 600],
  ] as const) {
    it(`is ${date}, minute ${minute}, in “${words}”`, () => {
      expect(at(words)).to.deep.equal({ date, minute });
    });
  }

  it('is none where no time is named: an hour is no holiday', () => {
    expect(at('寮步哪里可以交电费')).to.equal(null);
    expect(at('where can I pay in Nancheng')).to.equal(null);
    expect(at('十一点')).to.deep.equal({ date: now.date, minute: 660 });
    expect(asksForTime('周末呢')).to.equal(true);
    expect(asksForTime('虎门呢')).to.equal(false);
  });
});
