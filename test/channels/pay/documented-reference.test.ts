import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { openPayReference, payKeyOf } from '../../../channels/pay/pay-reference.ts';

const document = readFileSync(new URL('../../../docs/integrators.md', import.meta.url), 'utf8');
const section = document.slice(document.indexOf('## The pay page'));

function blockOf(language: string): string {
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(section)?.[1]?.trim() ?? '';
}

const SECRET = /under the key `([\w-]{43})`/.exec(section)?.[1] ?? '';
const KID = /its `kid` is `(\w+)`/.exec(section)?.[1] ?? '';
const REFERENCE = blockOf('text');
const CLAIMS = JSON.parse(blockOf('json')) as Record<string, unknown> & { exp: number; iat: number };

type OpenReference = (reference: string, keys: Record<string, string>, nowMs: number) => unknown;

describe('the documented reference for the pay page', () => {
  let openReference: OpenReference;

  before(async () => {
    const code = Buffer.from(blockOf('js')).toString('base64');
    ({ openReference } = (await import(`data:text/javascript;base64,${code}`)) as { openReference: OpenReference });
  });

  it('is opened by the documented code, as it is said', () => {
    expect(openReference(REFERENCE, { [KID]: SECRET }, CLAIMS.iat * 1000)).to.deep.equal(CLAIMS);
  });

  it('is refused by the documented code once it is over, changed, or under another key', () => {
    const keys = { [KID]: SECRET };
    expect(() => openReference(REFERENCE, keys, CLAIMS.exp * 1000)).to.throw('over');
    expect(() => openReference(`${REFERENCE.slice(0, -6)}AAAAAA`, keys, 0)).to.throw();
    expect(() => openReference(REFERENCE, {}, 0)).to.throw('ours');
    expect(() => openReference(REFERENCE, { [KID]: 'A'.repeat(43) }, 0)).to.throw();
  });

  it('is one that we open too, by the key’s id as it is said', async () => {
    const key = payKeyOf(SECRET);
    expect(key.id).to.equal(KID);
    expect((await openPayReference([key], REFERENCE, CLAIMS.iat * 1000)).kind).to.equal('order');
  });
});
