import { expect } from 'chai';
import { documentAsked, payLinkAsked } from '../../../dialogs/money/document-words.ts';

describe('words that ask for a bill as a document', () => {
  it('ask for a PDF', () => {
    for (const text of [
      '账单PDF',
      '发我电子账单',
      '能下载八月的账单吗',
      '我想打印電費單',
      'download my bill',
      'a copy of my October bill please',
      'my e-bill',
      'PDF',
      '发我pdf',
    ]) {
      expect(documentAsked(text), text).to.equal('pdf');
    }
  });

  it('ask for a picture', () => {
    for (const text of ['发我账单图片', '賬單截圖', 'send me a picture of my bill', 'my bill as an image']) {
      expect(documentAsked(text), text).to.equal('image');
    }
  });

  it('ask for neither', () => {
    for (const text of [
      '查账单',
      'my bill',
      '电子发票',
      '开发票PDF',
      'send the invoice as a PDF',
      '我拍了照片',
      'why is my bill so high',
      '',
    ]) {
      expect(documentAsked(text), text).to.equal(null);
    }
  });
});

describe('words that ask for a link to pay', () => {
  it('want to pay here and now', () => {
    for (const text of [
      '给我缴费链接',
      '发个付款链接',
      '我要在线缴费',
      '马上交电费',
      '繳費連結',
      'send me a payment link',
      'I want to pay my bill now',
      'pay online',
      'a link to pay',
    ]) {
      expect(payLinkAsked(text), text).to.equal(true);
    }
  });

  it('ask how, or speak of a payment that was made', () => {
    for (const text of [
      '网上怎么交电费',
      'how can I pay online?',
      '网上交了没到账',
      '在线缴费失败',
      'I paid online twice',
      '我要交电费',
      '附近哪里交电费',
      'is there a way to pay',
    ]) {
      expect(payLinkAsked(text), text).to.equal(false);
    }
  });

  it('are read at once, however long they are', () => {
    for (const part of ['账单', 'bill ', 'pay ', '链接', 'pdf ']) {
      const text = part.repeat(20_000);
      documentAsked(text);
      payLinkAsked(text);
    }
  }).timeout(5000);
});
