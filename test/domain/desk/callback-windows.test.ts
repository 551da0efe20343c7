import { expect } from 'chai';
import fc from 'fast-check';
import { callbackWindows } from '../../../domain/desk/callback-windows.ts';
import { localTimeOf } from '../../../domain/local-time.ts';
import { deskIsOpen } from '../../../domain/office-hours.ts';

const PROFILE = {
  timeZone: 'Asia/Shanghai',
  desk: { assignment: 'pull', graceSeconds: 90, callbackHours: 2 },
  officeHours: {
    days: [
      { days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' },
      { days: [1, 2, 3, 4, 5], from: '14:00', to: '17:30' },
    ],
    onHolidays: 'closed',
  },
  holidays: [{ date: '2026-11-26', zh: '节日', en: 'Holiday', confirmed: false }],
  workingDays: [],
} as const;
const at = (local: string) => Date.parse(`${local}:00+08:00`);
const inWords = (windows: readonly { from: number; until: number }[]) =>
  windows.map(({ from, until }) => `${shown(from)}-${shown(until).slice(11)}`);
const shown = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16);

describe('the windows for a callback', () => {
  it('begin now while the desk is open, keep out of breaks, and lie on a shared grid', () => {
    expect(inWords(callbackWindows(PROFILE, { now: at('2026-11-24T09:10'), count: 4 }))).to.deep.equal([
      '2026-11-24T09:15-10:00',
      '2026-11-24T10:00-12:00',
      '2026-11-24T14:00-16:00',
      '2026-11-24T16:00-17:30',
    ]);
  });

  it('are the next working day’s out of hours, past holidays and weekends', () => {
    expect(inWords(callbackWindows(PROFILE, { now: at('2026-11-25T17:20'), count: 2 }))).to.deep.equal([
      '2026-11-27T08:30-10:00',
      '2026-11-27T10:00-12:00',
    ]);
  });

  it('are always open throughout, in order, apart, and long enough to be kept', () => {
    const moments = fc.integer({ min: at('2026-11-20T00:00'), max: at('2026-12-10T00:00') });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 8 }), (now, callbackHours) => {
        const profile = { ...PROFILE, desk: { ...PROFILE.desk, callbackHours } };
        const windows = callbackWindows(profile, { now, count: 4 });
        expect(windows).to.have.length(4);
        for (const [index, { from, until }] of windows.entries()) {
          expect(from).to.be.at.least(index === 0 ? now : (windows[index - 1]?.until ?? 0));
          expect(until - from).to.be.within(30 * 60_000, callbackHours * 3_600_000);
          for (const moment of [from, (from + until) / 2, until - 60_000]) {
            expect(deskIsOpen(profile, localTimeOf(moment, profile.timeZone))).to.equal(true);
          }
        }
      }),
    );
  });
});
