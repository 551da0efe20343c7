import { expect } from 'chai';
import { isEmailAddress } from '../../../domain/invoices/email-address.ts';

describe('an e-mail address', () => {
  it('is taken as people have them', () => {
    for (const one of ['a@b.cn', 'first.last+bills@mail.example.com', 'X_9@sub-domain.example', "o'neil@example.org"]) {
      expect(isEmailAddress(one), one).to.equal(true);
    }
  });

  it('is refused where no mail could arrive, or it is no single address', () => {
    const wrong = [
      '',
      '@b.cn',
      'a@',
      'a@b',
      'a@b.1',
      'a@127.0.0.1',
      'a..b@c.cn',
      '.a@c.cn',
      'a@-b.cn',
      'a@b..cn',
      'a b@c.cn',
    ];
    for (const one of [
      ...wrong,
      'a@b.cn,c@d.cn',
      'a@b.cn\nBcc: x@y.cn',
      `${'a'.repeat(65)}@b.cn`,
      `a@${'b'.repeat(260)}.cn`,
    ]) {
      expect(isEmailAddress(one), one).to.equal(false);
    }
  });
});
