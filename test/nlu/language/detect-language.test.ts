import { expect } from 'chai';
import type { Language } from '../../../domain/language.ts';
import { detectLanguage } from '../../../nlu/language/detect-language.ts';
import { createNormaliser } from '../../../nlu/normalise/create-normaliser.ts';

describe('language detection', () => {
  const normalise = createNormaliser();
  const cases: readonly [string, Language][] = [
    ['我家停电了', 'zh-Hans'],
    ['我家停電了', 'zh-Hant'],
    ['屋企冇電', 'yue'],
    ['而家成栋楼冇晒电', 'yue'],
    ['電費幾多錢呀？唔該', 'yue'],
    ['no power at 厚街镇', 'en'],
    ['the meter is blank', 'en'],
    ['你好', 'zh-Hans'],
  ];
  for (const [text, language] of cases) {
    it(`hears ${language} in "${text}"`, () => {
      expect(detectLanguage(normalise(text))).to.equal(language);
    });
  }

  it('keeps the language spoken so far where a message does not tell', () => {
    for (const text of ['ok', '13', '👍', '', '3#']) {
      expect(detectLanguage(normalise(text), 'yue'), text).to.equal('yue');
      expect(detectLanguage(normalise(text), 'en'), text).to.equal('en');
    }
  });

  it('lets a telling message change the language', () => {
    expect(detectLanguage(normalise('please speak English'), 'zh-Hans')).to.equal('en');
    expect(detectLanguage(normalise('没电'), 'yue')).to.equal('zh-Hans');
  });
});
