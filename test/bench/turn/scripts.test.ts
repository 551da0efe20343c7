import { expect } from 'chai';
import { conversationsOf, SCRIPTS } from '../../../bench/turn/scripts.ts';

describe('what customers say in the benchmark', () => {
  it('comes to as many messages as turns are asked for', () => {
    for (const turns of [1, 5, 57, 1500]) {
      expect(conversationsOf(turns).reduce((sum, script) => sum + script.length, 0)).to.equal(turns);
    }
  });

  it('is said in Chinese and in English, and stays below the limit of messages a minute', () => {
    expect(SCRIPTS.filter(([first = '']) => /\p{Script=Han}/u.test(first))).to.have.length.above(3);
    expect(SCRIPTS.filter(([first = '']) => /^[a-z]/i.test(first))).to.have.length.above(2);
    for (const script of SCRIPTS) expect(script.length).to.be.within(2, 20);
  });
});
