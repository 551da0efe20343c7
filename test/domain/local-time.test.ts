import { expect } from 'chai';
import fc from 'fast-check';
import { addDays, localTimeOf, momentOf, weekdayOf } from '../../domain/local-time.ts';

describe('local time', () => {
  it('is eight hours ahead of UTC in Dongguan', () => {
    expect(localTimeOf(Date.UTC(2026, 10, 24, 16, 30), 'Asia/Shanghai')).to.deep.equal({
      date: '2026-11-25',
      minute: 30,
    });
    expect(momentOf({ date: '2026-11-25', minute: 30 }, 'Asia/Shanghai')).to.equal(Date.UTC(2026, 10, 24, 16, 30));
  });

  it('goes there and back in zones with and without a change of clocks', () => {
    const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom('Asia/Shanghai', 'Asia/Kolkata', 'UTC'), (minute, zone) => {
        expect(momentOf(localTimeOf(minute * 60_000, zone), zone)).to.equal(minute * 60_000);
      }),
    );
    const local = { date: '2026-07-01', minute: 9 * 60 };
    expect(localTimeOf(momentOf(local, 'Europe/Berlin'), 'Europe/Berlin')).to.deep.equal(local);
  });

  it('knows weekdays and neighbours of a date', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).to.deep.equal([1, 7]);
    expect([addDays('2026-12-31', 1), addDays('2028-03-01', -1)]).to.deep.equal(['2027-01-01', '2028-02-29']);
  });
});
