import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { buildFrontEnds, FrontEndBuildError } from '../../../web/build/build-front-ends.ts';

describe('building the front ends', () => {
  let root: string;
  const outDir = () => join(root, 'var/web');
  const source = (path: string, content: string) => writeFile(join(root, path), content);
  const build = async () => {
    const [widget] = await buildFrontEnds({ root, outDir: outDir(), fronts: ['widget'] });
    if (widget === undefined) throw new Error('nothing was built');
    return widget;
  };
  const script = () => readFile(join(outDir(), 'widget/widget.js'), 'utf8');

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'fronts-'));
    await mkdir(join(root, 'web/widget'), { recursive: true });
    await source('web/widget/main.tsx', 'document.title = "first";');
    await source('package-lock.json', '{}');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('makes one script, and leaves it alone while its sources are the same', async () => {
    const first = await build();
    expect(first.outcome).to.equal('built');
    expect(first.files.map(({ path }) => path)).to.deep.equal(['widget.js']);
    const begun = performance.now();
    const second = await build();
    expect(second).to.deep.equal({ ...first, outcome: 'unchanged' });
    expect(performance.now() - begun).to.be.below(200);
  });

  it('builds anew when a source has changed, or the build is gone', async () => {
    await build();
    await source('web/widget/main.tsx', 'document.title = "second";');
    expect((await build()).outcome).to.equal('built');
    expect(await script()).to.contain('second');
    await rm(join(outDir(), 'widget'), { recursive: true });
    expect((await build()).outcome).to.equal('built');
  });

  it('keeps the last good build when a source is broken, and says where', async () => {
    await build();
    await source('web/widget/main.tsx', 'document.title = ;');
    const error = await build().catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(FrontEndBuildError);
    expect(String(error)).to.contain('main.tsx');
    expect(await script()).to.contain('first');
  });

  it('is not misled by a note cut short', async () => {
    await build();
    await writeFile(join(outDir(), 'widget.json'), '{"hash":');
    expect((await build()).outcome).to.equal('built');
  });

  it('passes over a front end that is not there', async () => {
    const [site] = await buildFrontEnds({ root, outDir: outDir(), fronts: ['site'] });
    expect(site?.outcome).to.equal('absent');
  });

  it('changes nothing of this process', async () => {
    const before = { ...process.env };
    await build();
    expect({ ...process.env }).to.deep.equal(before);
  });

  it('makes a widget of at most 40 kB compressed, in one script, without zod', async function () {
    this.timeout(20_000);
    const [widget] = await buildFrontEnds({ outDir: outDir(), fronts: ['widget'] });
    expect(widget?.files.map(({ path }) => path)).to.deep.equal(['widget.js']);
    expect(widget?.files[0]?.gzip).to.be.below(40_000);
    expect(await script()).to.not.match(/ZodError|invalid_type/);
  });
});
