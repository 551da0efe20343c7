import { expect } from 'chai';
import fc from 'fast-check';
import { MASK, maskPersonal } from '../../../domain/privacy/mask-personal.ts';

describe('masking what is personal in a text', () => {
  const masks = (count: number) => MASK.repeat(count);

  for (const [text, masked] of [
    ['户号是0312345678901234，帮我查', `户号是${masks(16)}，帮我查`],
    ['打我138 0013 8000', `打我${masks(3)} ${masks(4)} ${masks(4)}`],
    ['call (0769) 2222-3333 please', `call (${masks(4)}) ${masks(4)}-${masks(4)} please`],
    ['１３８００１３８０００', masks(11)],
    ['我电话幺三八零零一三八零零零', `我电话${masks(11)}`],
    ['mail me at li.lei@example.com thanks', `mail me at ${masks(18)} thanks`],
    ['我叫张小明，家里没电', `我叫${masks(3)}，家里没电`],
    ['my name is Mary Jones and it is dark', `my name is ${masks(4)} ${masks(5)} and it is dark`],
  ] as const) {
    it(`makes “${text}” “${masked}”`, () => {
      expect(maskPersonal(text)).to.equal(masked);
    });
  }

  for (const text of [
    '停电2小时了',
    '上月用了350度，电费260块',
    '我叫人来看过了',
    'breaker 63A trips at 18:30',
    '95598打不通',
  ]) {
    it(`leaves “${text}” as it is`, () => {
      expect(maskPersonal(text)).to.equal(text);
    });
  }

  it('masks the customer’s own name wherever it stands, and the numbers of an address', () => {
    const masked = maskPersonal('李雷 here, 寮步镇石步村3栋302没电', {
      names: ['李雷'],
      places: ['寮步镇石步村3栋302'],
    });
    expect(masked).to.equal(`${masks(2)} here, 寮步镇石步村${MASK}栋${masks(3)}没电`);
  });

  it('keeps the length of any text, and leaves no seven digits in a row', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('0', '1', '9', ' ', '-', '电', 'a', '@', '.', MASK) }), (text) => {
        const masked = maskPersonal(text, { names: ['电a'], places: ['1电9'] });
        expect(masked).to.have.length(text.length);
        expect(masked).not.to.match(/\d{7}/);
        expect(maskPersonal(masked.replaceAll(MASK, 'x'))).to.have.length(text.length);
      }),
    );
  });
});
