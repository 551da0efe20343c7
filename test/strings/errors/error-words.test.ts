import { expect } from 'chai';
import { en } from '../../../strings/errors/en.ts';
import { type ErrorCode, errorWords } from '../../../strings/errors/error-words.ts';
import { zhHans } from '../../../strings/errors/zh-hans.ts';

const CODES = Object.keys(zhHans) as ErrorCode[];

describe('the words of refusals', () => {
  it('are there for every code that may be answered, in both languages, as whole sentences', () => {
    expect(Object.keys(en)).to.have.members(CODES);
    for (const code of CODES) {
      expect(errorWords('en', code, ['name']), code).to.match(/^[A-Z][^!]*\.$/);
      const chinese = errorWords('zh-Hans', code, ['name']);
      expect(chinese, code).to.match(/。$/);
      expect(chinese, code).not.to.match(/[!！]|\p{Script=Han}[,:;?]|[,:;?]\p{Script=Han}/u);
    }
  });

  it('name what is at fault where the code asks for it', () => {
    expect(errorWords('en', 'unknown_placeholder', ['hotlin', 'web'])).to.include('{hotlin}, {web}');
    expect(errorWords('zh-Hans', 'unknown_placeholder', ['hotlin', 'web'])).to.include('{hotlin}、{web}');
  });

  it('belong to the codes of refusals and to no others', () => {
    // @ts-expect-error: a code without words cannot be answered.
    expect(() => errorWords('en', 'no_such_code')).to.throw(TypeError);
  });
});
