import { expect } from 'chai';
import { nearestWidgetLanguage, WIDGET_STRINGS } from '../../../strings/widget/widget-language.ts';

describe('the widget’s language', () => {
  it('is the nearest to what a browser or a page names', () => {
    const nearest = {
      'zh-CN': 'zh-Hans',
      zh: 'zh-Hans',
      'zh-Hans-HK': 'zh-Hans',
      'zh-TW': 'zh-Hant',
      'zh-HK': 'zh-Hant',
      'zh-Hant': 'zh-Hant',
      zh_MO: 'zh-Hant',
      yue: 'zh-Hant',
      'yue-Hans': 'zh-Hans',
      'en-GB': 'en',
      EN: 'en',
    };
    for (const [tag, language] of Object.entries(nearest)) expect(nearestWidgetLanguage(tag), tag).to.equal(language);
  });

  it('is none for languages it does not speak', () => {
    for (const tag of ['fr', '', 'eng', 'x-zh']) expect(nearestWidgetLanguage(tag), tag).to.equal(undefined);
  });

  it('has a word for everything', () => {
    for (const strings of Object.values(WIDGET_STRINGS)) expect(wordsOf(strings)).to.not.include('');
  });

  it('writes no simplified character in its traditional words', () => {
    const simplified = /[们说请还没为发这话网络错时间联给对续线个号楼图传输档条]/u;
    expect(wordsOf(WIDGET_STRINGS['zh-Hant']).filter((words) => simplified.test(words))).to.deep.equal([]);
    expect(wordsOf(WIDGET_STRINGS['zh-Hans']).some((words) => simplified.test(words))).to.equal(true);
  });
});

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(1, 'x'))];
  return Object.values(value ?? {}).flatMap(wordsOf);
}
