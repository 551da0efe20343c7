import { expect } from 'chai';
import fc from 'fast-check';
import { linkify } from '../../../../web/widget/transcript/linkify.ts';

const phones = (text: string) => linkify(text).flatMap((part) => (part.kind === 'phone' ? [part.number] : []));
const links = (text: string) => linkify(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []));

describe('links and numbers in a text', () => {
  it('put together again are the text itself', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('拨打 110、119', 'https://a.example/x', '13800006021', '。', ' (', ')', '95598', '0769-12345678'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        expect(
          linkify(text)
            .map((each) => each.text)
            .join(''),
        ).to.equal(text);
      }),
    );
  });

  const numbers: [text: string, numbers: string[]][] = [
    ['请拨打 95598 报修', ['95598']],
    ['请拨打95598。', ['95598']],
    ['手机 13800006021', ['13800006021']],
    ['手机 138 0000 6021，谢谢', ['13800006021']],
    ['+86 138-0000-6021', ['+8613800006021']],
    ['座机0769-22001234', ['076922001234']],
    ['客服 400-830-5598', ['4008305598']],
    ['起火请拨打 119，有人受伤请拨打 120。', ['119', '120']],
    ['拨打 110、119 或 120', ['110', '119', '120']],
    ['Call 120. For fire, call 119.', ['120', '119']],
    ['火警 119', ['119']],
  ];
  for (const [text, expected] of numbers) {
    it(`finds the numbers to call in “${text}”`, () => expect(phones(text)).to.deep.equal(expected));
  }

  const quantities = [
    '户号 0319000000004417',
    '110 千伏线路',
    '110kV 南城站',
    '工单 GZ-2026-1124-0037',
    '共 120 户停电',
    '用电 12345 度',
    '¥120',
    '尾号 4417',
    '价格 0.59886875 元',
    '119.77',
    '停电 120 分钟',
    '10000 kWh',
    '鸿福路 110 号',
  ];
  for (const text of quantities) {
    it(`takes no quantity for a number to call in “${text}”`, () => expect(phones(text)).to.deep.equal([]));
  }

  it('finds addresses, without the stops of the sentence', () => {
    expect(links('见 https://a.example/b?c=1。')).to.deep.equal(['https://a.example/b?c=1']);
    expect(links('See https://a.example/b, or (http://c.example).')).to.deep.equal([
      'https://a.example/b',
      'http://c.example/',
    ]);
    expect(links('https://a.example/x_(y)')).to.deep.equal(['https://a.example/x_(y)']);
  });

  it('makes no link of script or of what only looks like one', () => {
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'https://', 'ftp://a.example', '<img src=x>']) {
      expect(links(text)).to.deep.equal([]);
    }
  });

  it('finds no number inside an address', () => {
    expect(phones('https://a.example/95598')).to.deep.equal([]);
  });

  it('is done with a long hostile text at once', () => {
    const begun = performance.now();
    linkify('1'.repeat(50_000) + '0769'.repeat(10_000) + 'https://'.repeat(5_000));
    expect(performance.now() - begun).to.be.below(500);
  });
});
