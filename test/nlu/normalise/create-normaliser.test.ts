import { expect } from 'chai';
import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { createNormaliser } from '../../../nlu/normalise/create-normaliser.ts';
import { originalWords } from '../../../nlu/normalise/normal-text.ts';

describe('the normaliser', () => {
  const normalise = createNormaliser();

  it('brings full width, capitals and traditional characters to one form', () => {
    expect(normalise('ＡＢＣ　電線桿１２３').text).to.equal('abc 电线杆123');
  });

  it('keeps the script it was written in beside the simplified form', () => {
    const { plain, text } = normalise('電費單');
    expect(plain).to.equal('電費單');
    expect(text).to.equal('电费单');
  });

  it('cuts long runs of one sign to three but leaves digits alone', () => {
    expect(normalise('救命！！！！！！ 10000000').text).to.equal('救命!!! 10000000');
  });

  it('drops what cannot be seen and what is broken', () => {
    expect(normalise('a\u200bb\ud800c\u0007d').text).to.equal('abcd');
  });

  it('finds the words of the original again, whatever stood before them', () => {
    const message = normalise('😀😀😀😀😀 ＦＥＬＬ　down');
    const start = message.text.indexOf('fell');
    expect(originalWords(message, { start, end: start + 4 })).to.equal('ＦＥＬＬ');
  });

  it('counts the characters that only one script knows', () => {
    const { han, traditional, simplified } = normalise('電梯里的人');
    expect({ han, traditional, simplified }).to.deep.equal({ han: 5, traditional: 1, simplified: 0 });
  });

  it('keeps offsets in order and within the text for any string', () => {
    const hostile = oneof(
      string({ unit: 'binary' }),
      string({ unit: 'grapheme' }),
      constantFrom('\ud83d', '\udca9', 'ﷺ', '㎓', '‮'),
    );
    assert(
      property(array(hostile, { maxLength: 8 }), (pieces) => {
        const original = pieces.join('');
        const { text, plain, starts, ends } = normalise(original);
        expect(plain.length).to.equal(text.length);
        expect(starts.length).to.equal(text.length);
        for (let at = 0; at < text.length; at += 1) {
          const start = starts[at] ?? -1;
          const end = ends[at] ?? -1;
          expect(start).to.be.at.least(0);
          expect(end).to.be.greaterThan(start).and.at.most(original.length);
          if (at > 0) expect(start).to.be.at.least(starts[at - 1] ?? 0);
        }
      }),
    );
  });
});
