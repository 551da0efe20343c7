import { expect } from 'chai';
import fc from 'fast-check';
import { brandTokens, contrast, rgbOf } from '../../../../web/widget/style/brand.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('a utility’s own colours', () => {
  it('carry legible words, whatever they are', () => {
    fc.assert(
      fc.property(colour, colour, (brandColor, accentColor) => {
        const tokens = brandTokens({ brandColor, accentColor });
        expect(contrastOf(tokens['--on-brand'], tokens['--brand'])).to.be.at.least(4.5);
        expect(contrastOf(tokens['--on-brand'], tokens['--brand-hover'])).to.be.at.least(4.5);
        expect(contrastOf(tokens['--on-brand-soft'], tokens['--brand'])).to.be.at.least(4.5);
        expect(contrastOf(tokens['--on-accent'], tokens['--accent'])).to.be.at.least(4.5);
        expect(contrastOf(tokens['--mark'], tokens['--brand'])).to.be.at.least(3);
      }),
    );
  });

  it('leave the palette alone where there are none, or none we can read', () => {
    expect(brandTokens({})).to.deep.equal({});
    expect(brandTokens({ brandColor: 'teal', accentColor: 'url(x)' })).to.deep.equal({});
  });
});

function contrastOf(a: string | undefined, b: string | undefined): number {
  const [left, right] = [rgbOf(a), rgbOf(b)];
  if (left === undefined || right === undefined) throw new Error('no colour');
  return contrast(left, right);
}
