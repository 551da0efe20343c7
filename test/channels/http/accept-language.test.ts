import { expect } from 'chai';
import { acceptLanguage } from '../../../channels/http/accept-language.ts';

describe('the language of words to a caller', () => {
  const cases: [string | undefined, 'zh-Hans' | 'en'][] = [
    [undefined, 'zh-Hans'],
    ['', 'zh-Hans'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['fr,en;q=0.5,zh;q=0.3', 'en'],
    ['de', 'zh-Hans'],
    ['zh;q=0.1,en;q=nonsense', 'zh-Hans'],
    [',,;;=', 'zh-Hans'],
  ];
  for (const [header, language] of cases) {
    it(`is ${language} for ${header === undefined ? 'no header' : `"${header}"`}`, () => {
      expect(acceptLanguage(header)).to.equal(language);
    });
  }
});
