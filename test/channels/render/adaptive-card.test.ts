import { expect } from 'chai';
import { ADAPTIVE_CARD_TYPE, adaptiveCard } from '../../../channels/render/adaptive-card.ts';
import { submittedRating } from '../../../channels/render/submitted-rating.ts';
import { CARDS } from './cards.ts';

describe('our cards as Adaptive Cards', () => {
  for (const [kind, card] of Object.entries(CARDS)) {
    it(`draw a ${kind} card with its title first and nothing of it lost`, () => {
      const { contentType, content } = adaptiveCard(card);
      expect(contentType).to.equal(ADAPTIVE_CARD_TYPE);
      expect(content).to.include({ type: 'AdaptiveCard', version: '1.3' });
      expect(content.body[0]).to.include({ type: 'TextBlock', text: card.title });
      for (const element of content.body) expect(element.type).to.match(/^(TextBlock|FactSet|Input\.\w+)$/);
    });
  }

  it('turn what is said in the customer’s stead into a message, links and numbers into links', () => {
    expect(adaptiveCard(CARDS.ticket).content.actions).to.deep.equal([
      { type: 'Action.Submit', title: '催办', data: '催办 26112400371' },
    ]);
    expect(adaptiveCard(CARDS.safety).content.actions).to.deep.equal([
      { type: 'Action.OpenUrl', title: '拨打110', url: 'tel:110' },
    ]);
  });

  it('show at most six actions, and none where there are none', () => {
    const actions = Array.from({ length: 9 }, (_, index) => ({ type: 'say', label: `${index}`, text: 'x' }) as const);
    expect(adaptiveCard({ ...CARDS.list, actions }).content.actions).to.have.length(6);
    expect(adaptiveCard(CARDS.list).content).not.to.have.property('actions');
  });

  it('send a rating back that is understood', () => {
    const [submit] = adaptiveCard(CARDS.rating).content.actions ?? [];
    const data = submit?.data as object;
    expect(submittedRating({ ...data, score: '5', words: '' })).to.deep.equal({ sessionId: 's-1', score: 5 });
    for (const value of [null, 'text', { ...data }, { ...data, score: '9' }, { ...data, score: 'x' }, { score: '5' }]) {
      expect(submittedRating(value)).to.equal(null);
    }
  });
});
