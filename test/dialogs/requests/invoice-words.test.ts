import { expect } from 'chai';
import fc from 'fast-check';
import { invoiceIn, saysInvoice } from '../../../dialogs/requests/invoice-words.ts';

const TAX = '91350100M000100Y43';

describe('what words say of an invoice', () => {
  it('is read out of one message, in both languages', () => {
    expect(invoiceIn(`抬头：东莞市示范五金有限公司，税号${TAX}，发到caiwu@example.com。`, null)).to.deep.equal({
      kind: 'company',
      title: '东莞市示范五金有限公司',
      taxNumber: TAX,
      email: 'caiwu@example.com',
    });
    expect(invoiceIn(`invoice title: Demo Hardware Ltd, tax number ${TAX} e-mail a.b@example.com`, null)).to.deep.equal(
      {
        kind: 'company',
        title: 'Demo Hardware Ltd',
        taxNumber: TAX,
        email: 'a.b@example.com',
      },
    );
  });

  it('is a tax number however it is grouped, and one with a sign too few where it was asked for', () => {
    expect(invoiceIn('税号 9135 0100 M000 100Y 43', null).taxNumber).to.equal('9135 0100 M000 100Y 43');
    expect(invoiceIn('91350100M000100Y4', 'tax_number').taxNumber).to.equal('91350100M000100Y4');
    expect(invoiceIn('91350100M000100Y4', null).taxNumber).to.equal(undefined);
  });

  it('is an address of mail right after Chinese words', () => {
    expect(invoiceIn('邮箱改成bills@example.com', 'confirm.2').email).to.equal('bills@example.com');
  });

  it('is a bare answer only where the title was asked for', () => {
    expect(invoiceIn('李晓明', 'title').title).to.equal('李晓明');
    expect(invoiceIn('李晓明', 'email').title).to.equal(undefined);
    expect(invoiceIn('个人', 'title')).to.deep.equal({ kind: 'personal' });
    expect(invoiceIn('违约金怎么算？', 'title')).to.deep.equal({});
  });

  it('takes nothing for a title that could do harm in one', () => {
    expect(invoiceIn('<script>alert(1)</script>', 'title').title).to.equal(undefined);
    expect(invoiceIn('一'.repeat(101), 'title').title).to.equal(undefined);
    expect(invoiceIn('12345', 'title').title).to.equal(undefined);
  });

  it('is told from another matter', () => {
    expect(saysInvoice('caiwu@example.com', 'email')).to.equal(true);
    expect(saysInvoice('改成公司抬头', 'confirm')).to.equal(true);
    expect(saysInvoice('怎么交电费', 'title')).to.equal(false);
    expect(saysInvoice('我家停电了', 'email')).to.equal(false);
  });

  it('is read at once out of any text, however long', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.constantFrom(null, 'title', 'tax_number', 'email', 'confirm'),
        (text, pending) => {
          expect(invoiceIn(text, pending)).to.be.an('object');
        },
      ),
    );
    for (const part of ['a', 'a@', '9 ', '税号', 'title ', '抬头：']) {
      expect(invoiceIn(part.repeat(20_000), 'tax_number')).to.be.an('object');
    }
  }).timeout(5000);
});
