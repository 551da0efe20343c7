import { expect } from 'chai';
import fc from 'fast-check';
import {
  codeIn,
  fillVerify,
  NOT_VERIFIED,
  nextVerifyField,
  type VerifyValues,
} from '../../../dialogs/money/verify-values.ts';
import { heardOf } from '../support/heard.ts';

const NUMBER = '0319000012345678';
const sent = { ...NOT_VERIFIED, account_number: NUMBER, verification: `${NUMBER}.1` };

describe('verify-values', () => {
  it('reads a code out of a sentence, however it is spaced or wide', () => {
    for (const text of ['123456', '123 456', '验证码是１２３４５６', 'my code is 123-456.']) {
      expect(codeIn(text), text).to.equal('123456');
    }
    for (const text of ['', '12', NUMBER, '13800138000', 'one two three']) expect(codeIn(text), text).to.equal(null);
  });

  it('takes a code only where one was asked for', () => {
    expect(fillVerify(NOT_VERIFIED, heardOf('123456'), 'account_number').code).to.equal(null);
    expect(fillVerify(sent, heardOf('123456'), 'code').code).to.equal('123456');
  });

  it('begins again for another account', () => {
    const other = { slots: { account_number: '0319111111111111' } };
    expect(fillVerify(sent, heardOf('0319111111111111', other), 'code')).to.deep.equal({
      ...NOT_VERIFIED,
      account_number: '0319111111111111',
    });
  });

  it('sends another code to whom none has come', () => {
    for (const text of ['没收到', '收唔到', 'I did not get it', 'please send it again']) {
      expect(fillVerify(sent, heardOf(text), 'code').resend, text).to.equal(true);
    }
  });

  it('is never done by what the customer says alone', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), (messages) => {
        const values = messages.reduce<VerifyValues>(
          (known, text) => fillVerify(known, heardOf(text), nextVerifyField(known)),
          sent,
        );
        expect(values.outcome).to.equal(null);
        expect(nextVerifyField(values)).to.not.equal(null);
      }),
    );
  });
});
