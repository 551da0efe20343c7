import { expect } from 'chai';
import { bytesInWords, checkFile } from '../../../../web/widget/media/file-check.ts';

describe('a file before it is sent', () => {
  const limits = { types: ['image/*', 'application/pdf'], limit: 1000 };

  it('is fine by type and size', () => {
    expect(checkFile({ type: 'image/png', size: 1000 }, limits)).to.equal('fine');
    expect(checkFile({ type: 'application/pdf', size: 1 }, limits)).to.equal('fine');
  });

  it('is refused with the reason', () => {
    expect(checkFile({ type: 'image/png', size: 1001 }, limits)).to.equal('too-big');
    expect(checkFile({ type: 'image/png', size: 0 }, limits)).to.equal('empty');
    expect(checkFile({ type: 'text/html', size: 1 }, limits)).to.equal('wrong-type');
    expect(checkFile({ type: '', size: 1 }, limits)).to.equal('wrong-type');
    expect(checkFile({ type: 'imagery/png', size: 1 }, limits)).to.equal('wrong-type');
  });

  it('has its size in words', () => {
    expect([1024, 870_400, 1_048_576, 5_242_880].map(bytesInWords)).to.deep.equal(['1 KB', '850 KB', '1 MB', '5 MB']);
  });
});
