import { expect } from 'chai';
import fc from 'fast-check';
import { addDays } from '../../../domain/local-time.ts';
import { type OpeningHours, openState } from '../../../domain/places/opening-hours.ts';

const morning = { from: 540, to: 720 };
const afternoon = { from: 840, to: 1050 };
const office: OpeningHours = {
  week: [[morning, afternoon], [morning, afternoon], [morning, afternoon], [morning, afternoon], [morning], [], []],
  exceptions: { '2026-11-25': [] },
};
// 24 November 2026 is a Tuesday.
const at = (date: string, clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return { date, minute: hours * 60 + minutes };
};

describe('whether a place is open', () => {
  it('holds from the first minute to the last', () => {
    expect(openState(office, at('2026-11-24', '08:59'))).to.deep.equal({
      open: false,
      opens: at('2026-11-24', '09:00'),
    });
    expect(openState(office, at('2026-11-24', '09:00'))).to.deep.equal({
      open: true,
      until: at('2026-11-24', '12:00'),
    });
    expect(openState(office, at('2026-11-24', '11:59'))).to.deep.equal({
      open: true,
      until: at('2026-11-24', '12:00'),
    });
    expect(openState(office, at('2026-11-24', '12:00'))).to.deep.equal({
      open: false,
      opens: at('2026-11-24', '14:00'),
    });
  });

  it('skips a holiday', () => {
    expect(openState(office, at('2026-11-24', '18:00'))).to.deep.equal({
      open: false,
      opens: at('2026-11-26', '09:00'),
    });
  });

  it('skips the weekend', () => {
    expect(openState(office, at('2026-11-27', '12:00'))).to.deep.equal({
      open: false,
      opens: at('2026-11-30', '09:00'),
    });
  });

  it('goes on past midnight', () => {
    const night = {
      week: Array.from({ length: 7 }, () => [
        { from: 0, to: 120 },
        { from: 1320, to: 1440 },
      ]),
      exceptions: {},
    };
    expect(openState(night, at('2026-11-24', '23:00'))).to.deep.equal({ open: true, until: at('2026-11-25', '02:00') });
  });

  it('ends at midnight where it does', () => {
    const evening = { week: Array.from({ length: 7 }, () => [{ from: 1080, to: 1440 }]), exceptions: {} };
    expect(openState(evening, at('2026-11-24', '23:00'))).to.deep.equal({
      open: true,
      until: at('2026-11-25', '00:00'),
    });
  });

  it('has no end where a place never closes, and no beginning where it never opens', () => {
    const always = { week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]), exceptions: {} };
    const never = { week: Array.from({ length: 7 }, () => []), exceptions: {} };
    expect(openState(always, at('2026-11-24', '03:00'))).to.deep.equal({ open: true, until: null });
    expect(openState(never, at('2026-11-24', '03:00'))).to.deep.equal({ open: false, opens: null });
  });

  it('has changed when it says it will, and not before', () => {
    const minute = fc.record({ day: fc.integer({ min: 0, max: 13 }), minute: fc.integer({ min: 0, max: 1439 }) });
    fc.assert(
      fc.property(minute, ({ day, minute: start }) => {
        const now = { date: addDays('2026-11-23', day), minute: start };
        const state = openState(office, now);
        const change = state.open ? state.until : state.opens;
        if (change === null) return;
        expect(openState(office, change).open).to.equal(!state.open);
        const before =
          change.minute > 0
            ? { ...change, minute: change.minute - 1 }
            : { date: addDays(change.date, -1), minute: 1439 };
        expect(openState(office, before).open).to.equal(state.open);
      }),
    );
  });
});
