import { expect } from 'chai';
import demoProfile from '../../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../../data/profile/profile-schema.ts';
import { officeHoursOf } from '../../../domain/places/office-hours.ts';
import { openState } from '../../../domain/places/opening-hours.ts';

describe('the hours of the desk', () => {
  const shifts = [
    { days: [1, 2, 3, 4, 5], from: '14:00', to: '17:30' },
    { days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' },
    { days: [6], from: '09:00', to: '12:00' },
  ];
  const hoursWith = (onHolidays: 'closed' | 'as_usual') =>
    officeHoursOf(loadProfile({ ...demoProfile, officeHours: { days: shifts, onHolidays } }));

  it('put the shifts of a day in order', () => {
    const { week } = hoursWith('as_usual');
    expect(week[0]).to.deep.equal([
      { from: 510, to: 720 },
      { from: 840, to: 1050 },
    ]);
    expect([week[5], week[6]]).to.deep.equal([[{ from: 540, to: 720 }], []]);
  });

  it('close on holidays only where the profile says so', () => {
    const newYear = { date: '2027-01-01', minute: 600 };
    expect(openState(hoursWith('closed'), newYear).open).to.equal(false);
    expect(openState(hoursWith('as_usual'), newYear).open).to.equal(true);
  });
});
