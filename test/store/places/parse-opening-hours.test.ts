import { expect } from 'chai';
import { intervalsOn, type OpeningHours } from '../../../domain/places/opening-hours.ts';
import { parseOpeningHours } from '../../../store/places/parse-opening-hours.ts';

// 8 December 2026 is a Tuesday; the library does not know it as a holiday, but knows 8 March and 1 January.
const calendar = {
  holidays: ['2026-12-08', '2027-01-01'],
  // A Saturday worked as a Monday.
  workingDays: new Map([['2026-12-12', 1]]),
  from: '2026-11-24',
  days: 400,
};

describe('opening hours as people write them', () => {
  it('become a week, closed on the utility’s own holidays', () => {
    const hours = parsed('Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off');
    expect(hours.week[0]).to.deep.equal([{ from: 510, to: 1050 }]);
    expect(hours.week[5]).to.deep.equal([{ from: 540, to: 720 }]);
    expect(hours.week[6]).to.deep.equal([]);
    expect(Object.keys(hours.exceptions)).to.deep.equal(['2026-12-08', '2026-12-12', '2027-01-01']);
    expect(intervalsOn(hours, '2026-12-08')).to.deep.equal([]);
    expect(intervalsOn(hours, '2027-01-01')).to.deep.equal([]);
  });

  it('are those of the weekday that a weekend’s day is worked as', () => {
    expect(intervalsOn(parsed('Mo-Fr 08:30-17:30; Sa 09:00-12:00'), '2026-12-12')).to.deep.equal([
      { from: 510, to: 1050 },
    ]);
    expect(intervalsOn(parsed('Mo 10:00-11:00; Tu-Su 08:00-22:00'), '2026-12-12')).to.deep.equal([
      { from: 600, to: 660 },
    ]);
    expect(intervalsOn(parsed('Mo-Su 08:00-22:00'), '2026-12-12')).to.deep.equal([{ from: 480, to: 1320 }]);
  });

  it('keep what holds on holidays', () => {
    const hours = parsed('Mo-Su 07:30-21:30; PH 09:00-18:00');
    expect(intervalsOn(hours, '2026-12-08')).to.deep.equal([{ from: 540, to: 1080 }]);
    expect(intervalsOn(hours, '2026-12-09')).to.deep.equal([{ from: 450, to: 1290 }]);
  });

  it('do not take for a holiday what only the library calls one', () => {
    const hours = parsed('Mo-Fr 08:30-17:30; PH off');
    expect(intervalsOn(hours, '2027-03-08')).to.deep.equal([{ from: 510, to: 1050 }]);
  });

  it('are cut at midnight', () => {
    expect(parsed('Mo-Su 18:00-02:00').week[2]).to.deep.equal([
      { from: 0, to: 120 },
      { from: 1080, to: 1440 },
    ]);
    expect(parsed('24/7').week[2]).to.deep.equal([{ from: 0, to: 1440 }]);
  });

  it('follow seasons and first Mondays by date', () => {
    const seasonal = parsed('May-Oct 08:00-18:00; Nov-Apr 08:30-17:30');
    expect(intervalsOn(seasonal, '2027-07-05')).to.deep.equal([{ from: 480, to: 1080 }]);
    expect(intervalsOn(seasonal, '2027-01-05')).to.deep.equal([{ from: 510, to: 1050 }]);
    const monthly = parsed('Mo[1] 09:00-12:00');
    expect(intervalsOn(monthly, '2026-12-07')).to.deep.equal([{ from: 540, to: 720 }]);
    expect(intervalsOn(monthly, '2026-12-14')).to.deep.equal([]);
  });

  it('count as closed where one has to ask', () => {
    expect(parsed('Mo-Fr 09:00-12:00 "by appointment"').week[0]).to.deep.equal([]);
  });

  it('are refused with the reason where they mean nothing', () => {
    const result = parseOpeningHours('whenever we like', calendar);
    expect(result.ok).to.equal(false);
    expect(result).to.have.property('problem').that.is.a('string').and.is.not.empty;
  });
});

function parsed(syntax: string): OpeningHours {
  const result = parseOpeningHours(syntax, calendar);
  if (!result.ok) throw new Error(result.problem);
  return result.hours;
}
