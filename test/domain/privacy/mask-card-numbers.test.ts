import { expect } from 'chai';
import fc from 'fast-check';
import { isCardNumber, maskCardNumbers } from '../../../domain/privacy/mask-card-numbers.ts';

const RULES = { accountLengths: [16], accountPrefixes: ['03'] };
/** Where account numbers may begin with anything, and are as long as old ones are. */
const ANY_ACCOUNT = { accountLengths: [16, 13, 10], accountPrefixes: [] };

/** Published numbers for trying out, of the card organisations. */
const VISA = '4111111111111111';
const MASTERCARD = '5555555555554444';
const AMEX = '378282246310005';
const UNIONPAY = '6212345678901232';
const UNIONPAY_19 = '6205500000000000004';

describe('masking card numbers', () => {
  it('masks all but the last four digits, however they are grouped', () => {
    expect(maskCardNumbers(`用这张卡扣 ${VISA} 可以吗`, RULES)).to.deep.equal({
      text: '用这张卡扣 ••••••••••••1111 可以吗',
      count: 1,
    });
    expect(maskCardNumbers('card 4111 1111 1111 1111 exp 12/28', RULES).text).to.equal(
      'card •••• •••• •••• 1111 exp 12/28',
    );
    expect(maskCardNumbers('3782-822463-10005', RULES).text).to.equal('••••-••••••-•0005');
    for (const gap of ['.', '–', '－', '  ', ' - ', '\n', '\t', '/', '·']) {
      const card = ['4111', '1111', '1111', '1111'];
      expect(maskCardNumbers(card.join(gap), RULES).text, JSON.stringify(gap)).to.equal(
        ['••••', '••••', '••••', '1111'].join(gap),
      );
    }
    expect(maskCardNumbers('卡号６２１２３４５６７８９０１２３２', RULES).text).to.equal('卡号••••••••••••１２３２');
  });

  it('knows the cards of all usual issuers', () => {
    for (const card of [VISA, MASTERCARD, AMEX, UNIONPAY, UNIONPAY_19]) {
      expect(isCardNumber(card), card).to.equal(true);
      expect(maskCardNumbers(card, RULES).count, card).to.equal(1);
    }
  });

  it('finds a card after another number, and several', () => {
    expect(maskCardNumbers(`20261124 4111 1111 1111 1111`, RULES).text).to.equal('20261124 •••• •••• •••• 1111');
    expect(maskCardNumbers(`${VISA}，还有${MASTERCARD}`, RULES).count).to.equal(2);
  });

  it('leaves every account number of the utility alone, with the right check digit too', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^03\d{14}$/), (number) => {
        expect(maskCardNumbers(`${number} 的电费`, RULES).text).to.equal(`${number} 的电费`);
      }),
    );
  });

  it('leaves a number alone that may be an account as well, unless the words speak of a card', () => {
    expect(maskCardNumbers(VISA, ANY_ACCOUNT).count).to.equal(0);
    expect(maskCardNumbers(`我的户号是${VISA}`, ANY_ACCOUNT).count).to.equal(0);
    expect(maskCardNumbers(`银行卡 ${VISA}`, ANY_ACCOUNT).count).to.equal(1);
    expect(maskCardNumbers(`my visa is ${VISA}`, ANY_ACCOUNT).count).to.equal(1);
  });

  it('takes what is called an account for one, beside a card too', () => {
    expect(maskCardNumbers(`account ${VISA}`, RULES).count).to.equal(0);
    expect(maskCardNumbers(`户号${VISA}，卡号${MASTERCARD}`, RULES).text).to.equal(`户号${VISA}，卡号••••••••••••4444`);
  });

  it('leaves telephone numbers, meter readings and numbers with a wrong check digit alone', () => {
    for (const text of [
      '13800138000',
      '4111111111111112',
      '6212345678901233',
      '户号 0319000012345678',
      '2026-11-24 10:30',
    ]) {
      expect(maskCardNumbers(text, RULES)).to.deep.equal({ text, count: 0 });
    }
  });

  it('keeps the length of any text, and is done with long ones at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('4', '1', ' ', '-', 'x', '６', '卡') }), (text) => {
        expect(maskCardNumbers(text, ANY_ACCOUNT).text).to.have.length(text.length);
      }),
    );
    const long = '4111 '.repeat(40_000);
    expect(maskCardNumbers(long, RULES).text).to.have.length(long.length);
  });
});
