import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { sourceHash } from '../../../web/build/source-hash.ts';

describe('the hash of sources', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sources-'));
    await mkdir(join(root, 'a/b'), { recursive: true });
    await writeFile(join(root, 'a/one.ts'), '1');
    await writeFile(join(root, 'a/b/two.ts'), '2');
    await writeFile(join(root, 'lock'), '3');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('is the same for the same files', async () => {
    expect(await sourceHash(root, ['a', 'lock', 'absent'])).to.equal(await sourceHash(root, ['lock', 'a']));
  });

  it('changes with a content, a name, a new file', async () => {
    const hashes = [await sourceHash(root, ['a', 'lock'])];
    await writeFile(join(root, 'a/b/two.ts'), '2!');
    hashes.push(await sourceHash(root, ['a', 'lock']));
    await rename(join(root, 'a/one.ts'), join(root, 'a/first.ts'));
    hashes.push(await sourceHash(root, ['a', 'lock']));
    await writeFile(join(root, 'a/three.ts'), '');
    hashes.push(await sourceHash(root, ['a', 'lock']));
    expect(new Set(hashes).size).to.equal(hashes.length);
  });
});
