import { expect } from 'chai';
import fc from 'fast-check';
import { highlight } from '../../../../web/desk/workspace/highlight.ts';

describe('highlighting', () => {
  it("marks the customer's words with the fact they showed", () => {
    const segments = highlight('楼下电线杆在冒火花，快来人', [{ fact: 'hazard.sparks', start: 6, end: 9 }]);
    expect(segments).to.deep.equal([
      { text: '楼下电线杆在', facts: [] },
      { text: '冒火花', facts: ['hazard.sparks'] },
      { text: '，快来人', facts: [] },
    ]);
  });

  it('gives words that showed two facts both', () => {
    const segments = highlight('whole street dark', [
      { fact: 'scope.street', start: 0, end: 12 },
      { fact: 'no_power', start: 6, end: 17 },
    ]);
    expect(segments.map(({ text, facts }) => [text, ...facts])).to.deep.equal([
      ['whole ', 'scope.street'],
      ['street', 'scope.street', 'no_power'],
      [' dark', 'no_power'],
    ]);
  });

  it('names a fact once where two marks for it overlap', () => {
    const mark = { fact: 'no_power', start: 0, end: 4 };
    expect(highlight('dark', [mark, mark])).to.deep.equal([{ text: 'dark', facts: ['no_power'] }]);
  });

  it('never loses or doubles a character, whatever the marks are', () => {
    const mark = fc.record({ fact: fc.constantFrom('a', 'b'), start: fc.integer(), end: fc.integer() });
    const near = fc.record({
      fact: fc.constantFrom('a', 'b'),
      start: fc.integer({ min: -2, max: 30 }),
      end: fc.integer({ min: -2, max: 30 }),
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 25 }), fc.array(fc.oneof(mark, near)), (text, marks) => {
        const segments = highlight(text, marks);
        expect(segments.map((segment) => segment.text).join('')).to.equal(text);
        expect(segments.every((segment) => segment.text !== '' || text === '')).to.equal(true);
      }),
    );
  });

  it('splits no character in two', () => {
    const segments = highlight('a🔥b', [{ fact: 'hazard.fire', start: 2, end: 3 }]);
    expect(segments.map(({ text }) => text)).to.deep.equal(['a', '🔥', 'b']);
  });
});
