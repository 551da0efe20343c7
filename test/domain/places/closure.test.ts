import { expect } from 'chai';
import { closedFor } from '../../../domain/places/closure.ts';
import { isOpenAt, openState } from '../../../domain/places/opening-hours.ts';

const daily = { week: Array.from({ length: 7 }, () => [{ from: 480, to: 1200 }]), exceptions: {} };
const ahead = { from: '2026-11-24', days: 35 };

describe('a place closed for a while', () => {
  it('is closed on the first and the last day, and opens the day after', () => {
    const hours = closedFor(daily, { from: '2026-11-24', until: '2026-11-26', reason: '' }, ahead);
    expect(isOpenAt(hours, { date: '2026-11-24', minute: 600 })).to.equal(false);
    expect(isOpenAt(hours, { date: '2026-11-26', minute: 600 })).to.equal(false);
    expect(openState(hours, { date: '2026-11-24', minute: 600 })).to.deep.equal({
      open: false,
      opens: { date: '2026-11-27', minute: 480 },
    });
  });

  it('without an end stays closed as far as one looks', () => {
    const hours = closedFor(daily, { from: '2026-11-30', until: null, reason: '' }, ahead);
    expect(isOpenAt(hours, { date: '2026-11-29', minute: 600 })).to.equal(true);
    expect(openState(hours, { date: '2026-11-30', minute: 600 })).to.deep.equal({ open: false, opens: null });
  });

  it('keeps its hours where nothing closes it', () => {
    expect(closedFor(daily, null, ahead)).to.equal(daily);
  });
});
