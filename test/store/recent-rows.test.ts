import { expect } from 'chai';
import { RecentRows, type ShownRow } from '../../store/recent-rows.ts';

function rows(from: number, to: number): ShownRow[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    seq: from + index,
    direction: 'out',
    author: 'bot',
    author_id: null,
    body: '{}',
    at: 0,
  }));
}
const seqs = (found: readonly ShownRow[] | null) => found?.map(({ seq }) => seq) ?? null;

describe('rows that have just been written', () => {
  it('are given from the one after the last that was seen', () => {
    const recent = new RecentRows();
    recent.add('a', rows(3, 3));
    recent.add('a', rows(4, 6));
    expect(seqs(recent.between('a', 2, 6))).to.deep.equal([3, 4, 5, 6]);
    expect(seqs(recent.between('a', 4, 5))).to.deep.equal([5, 6]);
  });

  it('are not given where one is lacking: before them, behind them, or in the middle', () => {
    const recent = new RecentRows();
    recent.add('a', rows(3, 4));
    expect(recent.between('a', 1, 4)).to.equal(null);
    expect(recent.between('a', 2, 5)).to.equal(null);
    recent.add('a', rows(6, 7));
    expect(recent.between('a', 2, 7), 'another process wrote 5').to.equal(null);
    expect(seqs(recent.between('a', 5, 7))).to.deep.equal([6, 7]);
  });

  it('of one conversation are nothing to another', () => {
    const recent = new RecentRows();
    recent.add('a', rows(1, 2));
    expect(recent.between('b', 0, 2)).to.equal(null);
  });

  it('are forgotten, the oldest first', () => {
    const recent = new RecentRows();
    recent.add('first', rows(1, 1));
    for (let number = 0; number < 500; number += 1) recent.add(`${number}`, rows(1, 1));
    expect(recent.between('first', 0, 1)).to.equal(null);
    expect(seqs(recent.between('499', 0, 1))).to.deep.equal([1]);
    recent.add('long', rows(1, 30));
    expect(recent.between('long', 0, 30)).to.equal(null);
    expect(recent.between('long', 10, 30)).to.have.length(20);
  });
});
