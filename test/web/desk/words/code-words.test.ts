import { expect } from 'chai';
import { en } from '../../../../strings/desk/en.ts';
import { zhHans } from '../../../../strings/desk/zh-hans.ts';
import { codeWord, factWord, reasonWord } from '../../../../web/desk/words/code-words.ts';

describe('codes in words', () => {
  it('have their word', () => {
    expect(codeWord(zhHans.codes.intent, 'report_hazard')).to.equal('报危险');
    expect(reasonWord(zhHans, 'hazard.sparks')).to.equal('冒火花');
    expect(reasonWord(en, 'site.critical_without_power')).to.equal('Critical site without power');
    expect(factWord(en, 'scope.street')).to.equal('A street or estate');
    expect(factWord(zhHans, 'no_power')).to.equal('停电');
  });

  it('are shown as they stand where a newer server has another', () => {
    expect(codeWord(en.codes.intent, 'ask_the_weather')).to.equal('ask the weather');
    expect(reasonWord(en, 'hazard.meteor')).to.equal('hazard.meteor');
  });

  it('cannot reach what every object has', () => {
    expect(codeWord(en.codes.intent, 'constructor')).to.equal('constructor');
    expect(factWord(en, 'toString.call')).to.equal('toString.call');
    expect(factWord(en, 'hazard.constructor')).to.equal('hazard.constructor');
  });
});
