import { expect } from 'chai';
import { waitLevel } from '../../../../web/desk/workspace/wait-level.ts';

describe('a wait', () => {
  it('is calm at first, then nearly too long, then too long', () => {
    const levels = [0, 29_999, 30_000, 59_999, 60_000].map((waited) => waitLevel('P1', waited));
    expect(levels).to.deep.equal(['calm', 'calm', 'soon', 'soon', 'over']);
  });

  it('is too long the sooner, the graver the matter', () => {
    const over = (['P1', 'P2', 'P3', 'P4', null] as const).map((severity) => {
      let waited = 0;
      while (waitLevel(severity, waited) !== 'over') waited += 1_000;
      return waited;
    });
    expect(over).to.deep.equal([...over].sort((a, b) => a - b));
    expect(over[0]).to.be.lessThan(over[3] ?? 0);
  });
});
