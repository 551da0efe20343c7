import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { mountStaticFiles } from '../../channels/static-files.ts';
import { type SmallServer, startSmallServer } from './support/small-server.ts';

describe('the front ends', () => {
  let folder: string;
  let small: SmallServer;
  let nonces = 0;
  const script = `console.log(${JSON.stringify('x'.repeat(4000))})`;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'front-ends-'));
    write('widget/widget.js', script);
    write('site/index.html', '<!doctype html><title>site</title>');
    write('site/assets/index-abc.js', script);
    write('site/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    write('desk/index.html', '<!doctype html><meta name="csp-nonce" content="{{CSP_NONCE}}"><title>desk</title>');
    write('desk/assets/desk-abc.css', 'body{}');
    small = await startSmallServer((server) =>
      mountStaticFiles(server, {
        widget: join(folder, 'widget'),
        site: join(folder, 'site'),
        desk: join(folder, 'desk'),
        newNonce: () => {
          nonces += 1;
          return `nonce${nonces}`;
        },
      }),
    );
  });
  after(async () => {
    await small.server.close();
    rmSync(folder, { recursive: true });
  });

  function write(path: string, content: string): void {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }

  const get = (path: string, init?: RequestInit) => fetch(small.base + path, { redirect: 'manual', ...init });

  it('stand at /, /desk/ and /widget.js', async () => {
    expect(await (await get('/')).text()).to.include('<title>site</title>');
    expect(await (await get('/desk/')).text()).to.include('<title>desk</title>');
    expect(await (await get('/widget.js')).text()).to.equal(script);
    const redirected = await get('/desk');
    expect([redirected.status, redirected.headers.get('location')]).to.deep.equal([308, '/desk/']);
  });

  it('may be used on other sites’ pages where they are meant to: the widget', async () => {
    const { headers } = await get('/widget.js');
    expect(headers.get('access-control-allow-origin')).to.equal('*');
    expect(headers.get('cross-origin-resource-policy')).to.equal('cross-origin');
    expect(headers.get('cache-control')).to.equal('public, max-age=300');
    expect(headers.get('content-type')).to.match(/^text\/javascript/);
  });

  it('run under a strict policy, the styles of each answer by a nonce of its own', async () => {
    const [one, two] = [await get('/desk/'), await get('/desk/')];
    const nonce = /content="(nonce\d+)"/.exec(await one.text())?.[1];
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).to.include(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).to.include("script-src 'self'");
    expect(policy).to.include(`connect-src 'self' ${small.base.replace('http', 'ws')}`);
    expect(policy).to.include("frame-ancestors 'none'");
    expect(policy).not.to.include('unsafe');
    expect(two.headers.get('content-security-policy')).not.to.include(`'nonce-${nonce}'`);
    expect(one.headers.get('cache-control')).to.equal('no-cache');
  });

  it('are kept for good where their name holds their hash', async () => {
    expect((await get('/assets/index-abc.js')).headers.get('cache-control')).to.include('immutable');
    expect((await get('/desk/assets/desk-abc.css')).headers.get('cache-control')).to.include('immutable');
    expect((await get('/logo.svg')).headers.get('cache-control')).not.to.include('immutable');
  });

  it('come compressed as the browser takes it, and not again where it has them', async () => {
    const sizes = [];
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await get('/widget.js', { headers: { 'accept-encoding': encoding } });
      expect(answer.headers.get('content-encoding')).to.equal(encoding === 'identity' ? null : encoding);
      expect(answer.headers.get('vary')).to.equal('Accept-Encoding');
      sizes.push(Number(answer.headers.get('content-length')));
      expect(await answer.text()).to.equal(script);
    }
    expect(sizes[0]).to.be.below(sizes[2] ?? 0);
    const etag = (await get('/widget.js')).headers.get('etag') ?? '';
    expect((await get('/widget.js', { headers: { 'if-none-match': etag } })).status).to.equal(304);
  });

  it('keep the desk’s own addresses after a reload, and no others', async () => {
    expect((await get('/desk/tickets/7')).status).to.equal(200);
    expect((await get('/desk/assets/gone.js')).status).to.equal(404);
    expect((await get('/nowhere')).status).to.equal(404);
    for (const path of ['/..%2f..%2fetc%2fpasswd', '/desk/..%2f..%2fpackage.json', '/assets/../../package.json']) {
      expect((await get(path)).status, path).to.equal(404);
    }
  });

  it('answer HEAD without a body', async () => {
    const head = await get('/widget.js', { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
    expect(head.headers.get('content-length')).to.equal(String(script.length));
    expect(await head.text()).to.equal('');
  });

  it('are not missed where they were not built', async () => {
    const bare = await startSmallServer((server) =>
      mountStaticFiles(server, { widget: '/nowhere/w', site: '/nowhere/s', desk: '/nowhere/d', newNonce: () => 'x' }),
    );
    const statuses = await Promise.all(
      ['/', '/desk/', '/widget.js'].map(async (path) => (await fetch(bare.base + path)).status),
    );
    await bare.server.close();
    expect(statuses).to.deep.equal([404, 404, 404]);
  });
});
