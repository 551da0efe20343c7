import { expect } from 'chai';
import fc from 'fast-check';
import { wrapText } from '../../../channels/documents/wrap-text.ts';

/** Chinese as wide as its size, all else half. */
const measure = (text: string, { size }: { size: number }) =>
  Array.from(text).reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? size : size / 2), 0);
const room = (width: number) => ({ width, size: 10, bold: false, measure });

describe('text in lines', () => {
  it('breaks Chinese between any two characters, but never before a closing mark', () => {
    expect(wrapText('东莞市寮步镇，良平社区', room(50))).to.deep.equal(['东莞市寮步', '镇，良平社', '区']);
  });

  it('breaks other words where they end, and what is longer than a line anywhere', () => {
    expect(wrapText('pay it by tomorrow', room(50))).to.deep.equal(['pay it by', 'tomorrow']);
    expect(wrapText('abcdefghijkl', room(25))).to.deep.equal(['abcde', 'fghij', 'kl']);
  });

  it('keeps every character but spaces, on no line wider than the room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('电', '费', 'a', 'B', ' ', '，', '1', '\n', '…') }),
        fc.integer({ min: 20, max: 200 }),
        (text, width) => {
          const lines = wrapText(text, room(width));
          for (const line of lines) expect(measure(line, { size: 10 })).to.be.at.most(width);
          expect(lines.join('').replace(/\s/g, '')).to.equal(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});
