import { expect } from 'chai';
import { consentIn } from '../../../dialogs/asking/consent.ts';
import { heardOf } from '../support/heard.ts';

describe('whether one may be asked', () => {
  const said = (text: string) => consentIn(heardOf(text));

  it('is granted in plain words', () => {
    for (const words of [
      '可以问我',
      '你们可以问我',
      '以后随时可以问我有没有电',
      'You may ask me',
      'feel free to ask me',
    ]) {
      expect(said(words), words).to.equal(true);
    }
  });

  it('is refused in plain words', () => {
    for (const words of [
      ...['别再问我', '别问我了', '以后不要再问我了', '不用问我', '唔好再问我', '不要問我啦'],
      ...["Don't ask me again", 'stop asking me', 'please do not ask me any more', 'no need to ask me'],
    ]) {
      expect(said(words), words).to.equal(false);
    }
  });

  it('is not meant by other words that sound like it', () => {
    for (const words of [
      ...['可以问我一个问题吗', '不要问我要电费，我已经交了', '我可以问你吗', '为什么问我这个', '别问我老婆，问我'],
      ...['can you ask me later to pay?', 'may I ask you something', "don't ask me to pay twice", 'stop the power'],
    ]) {
      expect(said(words), words).to.equal(null);
    }
  });
});
