import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';

const ROOT = resolve(import.meta.dirname, '../../../..');
const DRAWN = join(ROOT, 'node_modules/@ant-design/icons-svg/es/asn');

describe('icons of the desk', () => {
  it('bring no style of their own: it would have no nonce, and break the page’s policy', () => {
    const sources = readdirSync(join(ROOT, 'web/desk'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => readFileSync(join(ROOT, 'web/desk', file), 'utf8'));
    const icons = new Set(
      sources
        .flatMap((source) => source.match(/import \{[^}]*\} from '@ant-design\/icons'/g) ?? [])
        .flatMap((line) => line.match(/\w+(?:Outlined|Filled)/g) ?? []),
    );
    expect(icons.size).to.be.greaterThan(10);
    const styled = [...icons].filter((icon) => readFileSync(join(DRAWN, `${icon}.js`), 'utf8').includes('"style"'));
    expect(styled).to.deep.equal([]);
  });
});
