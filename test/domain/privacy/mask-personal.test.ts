import { expect } from 'chai';
import fc from 'fast-check';
import { MASK, maskNumbers, maskPersonal } from '../../../domain/privacy/mask-personal.ts';

describe('masking what is personal in a text', () => {
  const masks = (count: number) => MASK.repeat(count);

  for (const [text, masked] of [
    ['户号是0312345678901234，帮我查', `户号是${masks(16)}，帮我查`],
    ['打我138 0013 8000', `打我${masks(3)} ${masks(4)} ${masks(4)}`],
    ['call (0769) 2222-3333 please', `call (${masks(4)}) ${masks(4)}-${masks(4)} please`],
    ['１３８００１３８０００', masks(11)],
    ['我电话幺三八零零一三八零零零', `我电话${masks(11)}`],
    ['ring 138 - 0013 - 8000 now', `ring ${masks(3)} - ${masks(4)} - ${masks(4)} now`],
    ['138–0013–8000', `${masks(3)}–${masks(4)}–${masks(4)}`],
    ['一三八 零零一三 八零零零', `${masks(3)} ${masks(4)} ${masks(4)}`],
    [
      'my number is One three eight, zero zero one three',
      `my number is ${[3, 5, 5].map(masks).join(' ')}, ${[4, 4, 3, 5].map(masks).join(' ')}`,
    ],
    ['我叫张小明住在石步', `我叫${masks(3)}住在石步`],
    ['我姓欧阳，你好，免贵姓王', `我姓欧阳，你好，免贵姓${masks(1)}`],
    ["my name's Ann, wife of Mr. Lee", `my name's ${masks(3)}, wife of Mr. ${masks(3)}`],
    ['我住3号楼2单元501室', `我住${MASK}号楼${MASK}单元${masks(3)}室`],
    ['no light in flat 12B', `no light in flat ${masks(2)}B`],
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
    '我是高压用户',
    'two or three days, one or two hours',
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

  it('finds a name in capitals or small letters, as a word of its own', () => {
    const masked = maskPersonal('ED here, we need power (ed.)', { names: [' Ed ', 'x', 'a.b'] });
    expect(masked).to.equal(`${masks(2)} here, we need power (${masks(2)}.)`);
  });

  it('masks the number of a house in Chinese, and leaves the name of its place', () => {
    expect(maskPersonal('三元里十二栋三〇二室没电', { places: ['三元里十二栋三〇二室'] })).to.equal(
      `三元里${masks(2)}栋${masks(3)}室没电`,
    );
  });

  const PIECES = [
    '0',
    '1',
    '9',
    '一',
    '二',
    ' ',
    '-',
    '电',
    '栋',
    '我叫',
    '王',
    'one ',
    'flat ',
    'name is ',
    'a',
    '@',
    '.',
  ];

  it('keeps the length of any text, and leaves no seven digits in a row', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...PIECES, MASK) }), (text) => {
        const masked = maskPersonal(text, { names: ['电a'], places: ['1电9'] });
        expect(masked).to.have.length(text.length);
        expect(masked).not.to.match(/\d{7}/);
        expect(maskPersonal(masked.replaceAll(MASK, 'x'))).to.have.length(text.length);
      }),
    );
  });

  it('takes no longer than a long message deserves, whatever it repeats', () => {
    for (const piece of ['a', 'a.', 'a@', ' ', '1-', 'one ', 'name is ', '我叫王', '12栋']) {
      const text = piece.repeat(200_000 / piece.length);
      expect(maskPersonal(text, { names: ['aaaa'] }), piece).to.have.length(text.length);
    }
  });
});

describe('numbers in words that others may read', () => {
  it('are masked however they are spaced or written, and mail addresses with them', () => {
    for (const number of [
      '13800138000',
      '138-0013-8000',
      '１３８００１３８０００',
      '一三八零零一三八',
      'someone@example.com',
    ]) {
      const masked = maskNumbers(`call ${number} now`);
      expect(masked, number).to.match(/^call [•\s-]+ now$/u);
      expect(masked).to.have.length(`call ${number} now`.length);
    }
  });

  it('leave dates, addresses and short numbers as they are', () => {
    for (const words of ['2026-11-24 07:30', '松山湖12号楼3单元502室', 'pole 412 at 6 pm', 'since 2026/11/24']) {
      expect(maskNumbers(words)).to.equal(words);
    }
  });

  it('are masked beside a date', () => {
    expect(maskNumbers('2026-11-24, 13800138000')).to.equal('2026-11-24, •••••••••••');
  });
});
