import { expect } from 'chai';
import fc from 'fast-check';
import { fillPlaceholders } from '../../../../domain/answers.ts';
import { answerPieces, textOf, unknownNames, withPlaceholder } from '../../../../web/desk/content/answer-pieces.ts';

const FIGURES = { hotline: '95598', basePrice: '0.589', odd: 'a {hotline} of its own' };

describe('an answer as the customer reads it', () => {
  const kinds = (written: string) => answerPieces(written, FIGURES).map(({ kind, text }) => [kind, text]);

  it('has figures in the place of their names, and shows names that nobody knows', () => {
    expect(kinds('Call {hotline} or {toString}.')).to.deep.equal([
      ['words', 'Call '],
      ['figure', '95598'],
      ['words', ' or '],
      ['unknown', '{toString}'],
      ['words', '.'],
    ]);
    expect(unknownNames(answerPieces('{a}{b}{a}{hotline}', FIGURES))).to.deep.equal(['{a}', '{b}']);
    expect(kinds('')).to.deep.equal([]);
  });

  it('is what the server makes of it', () => {
    const part = fc.oneof(
      fc.constantFrom('{', '}', '{}', '{{', ...Object.keys(FIGURES).map((name) => `{${name}}`), '{constructor}'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const written = parts.join('');
        const filled = fillPlaceholders(written, new Map(Object.entries(FIGURES)));
        const pieces = answerPieces(written, FIGURES);
        const unknown = unknownNames(pieces).map((name) => name.slice(1, -1));
        expect(unknown).to.deep.equal(filled.ok ? [] : filled.unknown);
        if (filled.ok) expect(textOf(pieces)).to.equal(filled.text);
      }),
    );
  });

  it('takes a name where the caret stands, or for what is selected', () => {
    expect(withPlaceholder('Call  now', { start: 5, end: 5 }, 'hotline')).to.deep.equal({
      text: 'Call {hotline} now',
      caret: 14,
    });
    expect(withPlaceholder('Call 10086', { start: 5, end: 10 }, 'hotline').text).to.equal('Call {hotline}');
  });
});
