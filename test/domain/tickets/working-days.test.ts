import { expect } from 'chai';
import fc from 'fast-check';
import { localTimeOf, momentOf } from '../../../domain/local-time.ts';
import { endOfWorkingDays, isWorkingDay, type WorkingCalendar } from '../../../domain/tickets/working-days.ts';
import { EXAMPLE_STANDARDS } from './example-standards.ts';

const { calendar } = EXAMPLE_STANDARDS;
const at = (date: string, minute = 600) => momentOf({ date, minute }, calendar.timeZone);
const shown = (from: string, days: number, minute?: number) => {
  const local = localTimeOf(endOfWorkingDays(at(from, minute), days, calendar), calendar.timeZone);
  return `${local.date} ${local.minute}`;
};

describe('working days', () => {
  it('begin on the day after, and count to the end of the last', () => {
    expect(shown('2026-11-23', 1), 'a Monday').to.equal('2026-11-25 0');
    expect(shown('2026-11-23', 4)).to.equal('2026-11-28 0');
    expect(shown('2026-11-23', 1, 0), 'at midnight').to.equal(shown('2026-11-23', 1, 1439));
  });

  it('leave weekends out', () => {
    expect(shown('2026-11-20', 1), 'a Friday').to.equal('2026-11-24 0');
    expect(shown('2026-11-21', 5), 'a Saturday').to.equal('2026-11-28 0');
  });

  it('leave holidays out, and count the weekend that is worked for them', () => {
    expect(isWorkingDay(calendar, '2026-10-05'), 'a Monday of the holidays').to.equal(false);
    expect(isWorkingDay(calendar, '2026-10-10'), 'a Saturday worked').to.equal(true);
    expect(shown('2026-09-30', 1)).to.equal('2026-10-09 0');
    expect(shown('2026-09-30', 3)).to.equal('2026-10-11 0');
  });

  it('are never fewer than asked for, nor is the end on a day off', () => {
    const moments = fc.integer({ min: at('2026-09-01'), max: at('2026-12-01') });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 15 }), (from, days) => {
        const end = endOfWorkingDays(from, days, calendar);
        let worked = 0;
        const first = localTimeOf(from, calendar.timeZone).date;
        for (let day = from; day < end; day += 86_400_000) {
          const { date } = localTimeOf(day, calendar.timeZone);
          if (date !== first && isWorkingDay(calendar, date)) worked += 1;
        }
        expect(worked).to.equal(days);
        expect(isWorkingDay(calendar, localTimeOf(end - 1, calendar.timeZone).date)).to.equal(true);
        expect(localTimeOf(end, calendar.timeZone).minute).to.equal(0);
      }),
    );
  });

  it('fail where a calendar has none', () => {
    const never: WorkingCalendar = { ...calendar, weekdays: [], makeUpDays: [] };
    expect(() => endOfWorkingDays(at('2026-11-23'), 1, never)).to.throw(RangeError);
  });
});
