import { expect } from 'chai';
import fc from 'fast-check';
import { share } from '../../../../web/desk/live/share.ts';

describe('share', () => {
  it('gives a value equal to the new one, whatever both are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(share<unknown>(before, after)).to.deep.equal(after);
      }),
    );
  });

  it('gives the old value itself where nothing changed', () => {
    fc.assert(
      fc.property(
        fc.jsonValue().filter((value) => !hasPrototypeName(value)),
        (value) => {
          expect(share<unknown>(value, structuredClone(value))).to.equal(value);
        },
      ),
    );
  });

  it('keeps the rows that did not change when another was put before them', () => {
    const before = {
      rows: [
        { id: 'a', words: ['x'] },
        { id: 'b', words: ['y'] },
      ],
    };
    const after = share(before, {
      rows: [
        { id: 'c', words: [] },
        { id: 'a', words: ['x'] },
        { id: 'b', words: ['z'] },
      ],
    });
    expect(after.rows[1]).to.equal(before.rows[0]);
    expect(after.rows[2]).not.to.equal(before.rows[1]);
    expect(after.rows[2]).to.deep.equal({ id: 'b', words: ['z'] });
  });

  it('notices a field that has gone', () => {
    expect(share<object>({ a: 1, b: 2 }, { a: 1 })).to.deep.equal({ a: 1 });
  });
});

/** `__proto__` as a name is lost by any copy made with plain assignment; no answer of the server has it. */
function hasPrototypeName(value: unknown): boolean {
  return JSON.stringify(value).includes('__proto__');
}
