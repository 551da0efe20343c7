import { expect } from 'chai';
import { keep } from '../../../../web/desk/live/kept.ts';

describe('what a desk keeps while it is open', () => {
  function kept(most: number) {
    const looked = new Set<string>();
    const made: string[] = [];
    const one = keep((key) => {
      made.push(key);
      return { key, watched: () => looked.has(key) };
    }, most);
    return { one, made, looked, keys: () => one.all().map(({ key }) => key) };
  }

  it('is the same thing each time, made at first use', () => {
    const { one, made } = kept(3);
    expect(one('a')).to.equal(one('a'));
    expect(made).to.deep.equal(['a']);
  });

  it('is nothing that it was only told of', () => {
    const { one, made } = kept(3);
    expect(one.known('a')).to.deep.equal([]);
    expect(made).to.deep.equal([]);
    expect(one.known(one('b').key)).to.deep.equal([one('b')]);
  });

  it('is so much at the most, without what was asked for longest ago, and always with what is looked at', () => {
    const { one, looked, keys } = kept(2);
    looked.add('a');
    for (const key of ['a', 'b', 'c', 'b', 'd']) one(key);
    expect(keys()).to.deep.equal(['a', 'd']);
    for (const key of ['d', 'e']) {
      looked.add(key);
      one(key);
    }
    expect(keys()).to.deep.equal(['a', 'd', 'e']);
  });
});
