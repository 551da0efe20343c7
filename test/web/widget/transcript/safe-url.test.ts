import { expect } from 'chai';
import { safeUrl } from '../../../../web/widget/transcript/safe-url.ts';

describe('an address to follow', () => {
  const base = 'https://chat.example/sub';

  it('is made absolute', () => {
    expect(safeUrl('/files/1', base)).to.equal('https://chat.example/files/1');
    expect(safeUrl('https://a.example/x', base)).to.equal('https://a.example/x');
  });

  it('is none where it could run script or leave the web', () => {
    for (const url of [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'data:text/html,x',
      'blob:x',
      'file:///etc',
      'http://',
    ]) {
      expect(safeUrl(url, base), url).to.equal(undefined);
    }
  });
});
