import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { Converter } from 'opencc-js/cn2t';
import { createToTraditional } from '../../strings/traditional.ts';

/** Where ours is right and OpenCC's Hong Kong phrases are not: supply that comes back is no telegram answered, an answer is no return, and places have their own names. */
const EXCEPTIONS: readonly (readonly [ours: string, theirs: string])[] = [
  ['復電', '覆電'],
  ['回覆', '回復'],
  ['涌', '湧'],
  ['竹溪', '竹谿'],
];

const SOURCES = [
  'strings/bot/zh-hans.ts',
  'strings/bot/money/zh-hans.ts',
  'strings/bot/notices/zh-hans.ts',
  'data/profile/demo.json',
  'data/profile/answers.json',
  'data/profile/tariff-words.ts',
  'data/gazetteer/dongguan.json',
];

describe('traditional characters', () => {
  const ours = createToTraditional();

  it('are those of OpenCC in everything that the bot can say', () => {
    const convert = Converter({ from: 'cn', to: 'hk' });
    const theirs = (text: string) =>
      EXCEPTIONS.reduce((all, [right, wrong]) => all.replaceAll(wrong, right), convert(text));
    for (const source of SOURCES) {
      const lines = readFileSync(new URL(`../../${source}`, import.meta.url), 'utf8').split('\n');
      for (const line of lines) expect(ours(line), source).to.equal(theirs(line));
    }
  });

  it('are made in every text of a piece of data, and nothing else is touched', () => {
    const data = {
      text: '电费',
      list: ['账单', 'ok', 3],
      deep: { flag: true, none: null, url: 'https://a.example/电' },
    };
    expect(ours(data)).to.deep.equal({
      text: '電費',
      list: ['賬單', 'ok', 3],
      deep: { flag: true, none: null, url: 'https://a.example/電' },
    });
  });
});
