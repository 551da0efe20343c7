import { expect } from 'chai';
import { serviceEn } from '../../../../strings/desk/service/en.ts';
import { serviceZhHans } from '../../../../strings/desk/service/zh-hans.ts';
import { eventText } from '../../../../web/desk/ratings/event-text.ts';
import { lastDays, monthAndDay, shareText } from '../../../../web/desk/ratings/share-text.ts';
import { AUDIT_FAULTS } from '../../../../web/protocol/desk/audit.ts';
import { FOLLOW_UP_OUTCOMES, FOLLOW_UP_STATES } from '../../../../web/protocol/desk/rating.ts';

for (const [language, words] of [
  ['zh-Hans', serviceZhHans],
  ['en', serviceEn],
] as const) {
  describe(`words of ratings and of the audit log in ${language}`, () => {
    it('name exactly the codes there are', () => {
      expect(Object.keys(words.ratings.outcomes)).to.have.members([...FOLLOW_UP_OUTCOMES]);
      expect(Object.keys(words.ratings.states)).to.have.members([...FOLLOW_UP_STATES]);
      expect(Object.keys(words.audit.fault)).to.have.members([...AUDIT_FAULTS]);
    });

    it('tell each step of a follow-up, by name', () => {
      const at = 0;
      const names = { s1: '林晓月' };
      const told = (type: string, data: Record<string, unknown>) =>
        eventText(words.ratings, { at, actor: 'x', type, data, names });
      expect(told('responsible', { to: 's1' })).to.include('林晓月');
      expect(told('in_hand', { from: 's2', to: 's1' })).to.include('林晓月');
      expect(told('responsible', { to: 's9' })).to.include('s9');
      expect(told('closed', { outcome: 'coached', note: 'n' }))
        .to.include(words.ratings.outcomes.coached)
        .and.include('n');
      expect(told('opened', { score: 1 })).to.equal(words.ratings.events.opened);
      expect(told('of_a_newer_server', {})).to.equal('of a newer server');
    });
  });
}

describe('figures of ratings as they are read', () => {
  it('are whole per cent, months and days', () => {
    expect([0, 0.005, 0.994, 1, null].map(shareText)).to.deep.equal(['0%', '1%', '99%', '100%', '–']);
    expect(monthAndDay('2026-03-09')).to.deep.equal([3, 9]);
  });

  it('are of so many days, this one among them', () => {
    const now = new Date(2026, 2, 1, 12).getTime();
    expect(lastDays(1, now)).to.deep.equal({ from: '2026-03-01', to: '2026-03-01' });
    expect(lastDays(30, now)).to.deep.equal({ from: '2026-01-31', to: '2026-03-01' });
  });
});
