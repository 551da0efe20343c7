import { expect } from 'chai';
import fc from 'fast-check';
import { cardSchema } from '../../../../web/protocol/card.ts';
import { isCard } from '../../../../web/widget/wire/card-check.ts';
import { aBill, aList, aPlaces, aRating, aSafety, aTicket } from './sample-cards.ts';
import { spoilt } from './spoilt.ts';

const SAMPLES = [aSafety, aTicket, aBill, aPlaces, aList, aRating];

describe('the check of cards', () => {
  for (const card of SAMPLES) {
    it(`takes a ${card.kind} card, as its schema does`, () => {
      expect(cardSchema.safeParse(card).success).to.equal(true);
      expect(isCard(card)).to.equal(true);
    });
  }

  it('says yes and no where the schema does, whatever has been spoilt', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES).chain(spoilt), (value) => {
        expect(isCard(value)).to.equal(cardSchema.safeParse(value).success);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a kind it does not know', () => {
    expect(isCard({ kind: 'poem', title: '' })).to.equal(false);
    expect(isCard({ kind: 'constructor' })).to.equal(false);
  });
});
