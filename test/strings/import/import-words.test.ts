import { expect } from 'chai';
import { importWordsOf } from '../../../strings/import/import-words.ts';

describe('the words of the import', () => {
  const zh = importWordsOf('zh');
  const en = importWordsOf('en');

  it('name line, column and what stands there', () => {
    const value = 'D9';
    const of = (words: typeof zh) =>
      words.problem({ line: 3, field: 'device_id', what: `${words.problems.device_unknown}${words.value(value)}` });
    expect(of(zh)).to.equal('第 3 行，device_id：电网中没有这台设备（“D9”）');
    expect(of(en)).to.equal('line 3, device_id: the network has no such device (“D9”)');
    expect(en.problem({ line: 1, field: null, what: 'x' })).to.equal('line 1: x');
  });

  it('are in each language their own, for every problem', () => {
    for (const [code, words] of Object.entries(en.problems)) {
      expect(words, code).to.match(/^[\x20-\x7e’“”]+$/);
      expect(zh.problems[code as keyof typeof zh.problems], code).to.match(/\p{Script=Han}/u);
    }
    expect(new Set(Object.values(en.problems)).size).to.equal(Object.keys(zh.problems).length);
  });
});
