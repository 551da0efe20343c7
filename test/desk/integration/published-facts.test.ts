import { expect } from 'chai';
import { publishedFacts } from '../../../desk/integration/published-facts.ts';

const FACTS = { class: 'low_voltage', hazards: ['sparks'], people: [], site: [], scope: 'premises', no_power: true };

describe('the facts of a ticket that other systems see', () => {
  it('are those that the protocol names: what a report knows beyond them stays with us', () => {
    const signs = { breaker: 'trips_again' };
    expect(publishedFacts(JSON.stringify({ ...FACTS, signs }))).to.deep.equal(FACTS);
  });

  it('leave out codes that are not known here, and keep the rest', () => {
    const stored = { ...FACTS, class: 'lunar', hazards: ['dragons', 'sparks'], people: null, scope: 7 };
    expect(publishedFacts(JSON.stringify(stored))).to.deep.equal({ ...FACTS, class: 'unknown', scope: 'unknown' });
  });

  it('are none where there are none, or none that can be read', () => {
    for (const stored of [null, '', '{', '[]', '{"no_power":"yes"}'])
      expect(publishedFacts(stored), String(stored)).to.equal(null);
  });
});
