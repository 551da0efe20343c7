import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { type WidgetSession, widgetSessionSchema } from '../../web/protocol/widget-session.ts';
import { sendRaw } from '../channels/support/small-server.ts';
import { type FuzzServer, startFuzzServer } from './support/fuzz-server.ts';
import { runs, SEEDED } from './support/fuzz-settings.ts';
import { expectGoodAnswer } from './support/good-answer.ts';
import { HOSTILE_TEXTS } from './support/hostile-texts.ts';
import { NOBODY, signIn } from './support/staff-caller.ts';

describe(`connections that no client of good will makes ${SEEDED}`, function () {
  this.timeout(90_000);
  let server: FuzzServer;

  before(async () => {
    server = await startFuzzServer();
  });
  afterEach(async () => {
    const answer = await server.client.send({ method: 'GET', path: '/health/live' });
    expect(answer.status, 'alive afterwards').to.equal(200);
  });
  after(async () => {
    expect(await server.stop()).to.equal(0);
  });

  it('get no file but those of the front ends, whatever path they ask for', async () => {
    const part = fc.constantFrom(
      '..',
      '%2e%2e',
      '.%2e',
      '%252e%252e',
      '..%2f',
      '..%5c',
      '\\..',
      '%c0%ae%c0%ae',
      '%00',
      '',
      '.',
      'assets',
      'desk',
      'widget.js',
      'index.html',
      'etc',
      'passwd',
      'package.json',
      'bot',
      'main.ts',
      '.env',
      '.git',
      'config',
      'switchboard.db',
      'data',
      'node_modules',
      '*',
      '~root',
      'C:',
      '%ff',
      '?',
      '#',
      ';x=1',
      '%F0%9F%92%A1',
    );
    const path = fc.tuple(
      fc.constantFrom('/', '/desk/', '/assets/', '//', '/desk', '/./', '/health/', '/metrics'),
      fc.array(part, { maxLength: 6 }),
    );
    const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS', 'TRACE');
    const property = fc.asyncProperty(method, path, async (verb, [base, parts]) => {
      const asked = base + parts.join('/');
      const answer = await server.client.send({ method: verb, path: asked });
      if (verb === 'HEAD') expect(answer.status, asked).to.be.within(200, 499);
      else expectGoodAnswer(answer, `${verb} ${asked}`);
      expect(answer.text, asked).to.not.match(/root:x:|"dependencies"|SQLite format|import .* from '/);
    });
    await fc.assert(property, runs(500));
  });

  it('are answered 4xx or closed where they speak no HTTP', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        'GET / HTTP/1.1',
        'POST /api/desk/sign-in HTTP/1.1',
        'GET / HTTP/9.9',
        'GET /',
        'get / http/1.1',
        'GET  /  HTTP/1.1',
        `GET /${'a'.repeat(20_000)} HTTP/1.1`,
        'CONNECT x:443 HTTP/1.1',
        'PRI * HTTP/2.0',
        '\r\n\r\nGET / HTTP/1.1',
        'GET /\u0000 HTTP/1.1',
        'GET /💡 HTTP/1.1',
        'GET http://[::1 HTTP/1.1',
        'GET * HTTP/1.1',
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    const header = fc.oneof(
      fc.constantFrom(
        'Host: x',
        'Host: x\r\nHost: y',
        'Host: a b',
        'Host:',
        'Content-Length: -1',
        'Content-Length: 5, 6',
        'Content-Length: 99999999999999999999',
        'Transfer-Encoding: chunked',
        'Transfer-Encoding: chunked, identity',
        'Transfer-Encoding: xchunked\r\nContent-Length: 4',
        'X: \u0000',
        'X\u0001: y',
        ' folded',
        `X: ${'y'.repeat(30_000)}`,
        'Upgrade: websocket\r\nConnection: Upgrade',
        'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings',
        'Expect: 100-continue',
        'Cookie: 💡',
        'Connection: close',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    const request = fc.tuple(
      line,
      fc.array(header, { maxLength: 4 }),
      fc.constantFrom('', '5\r\nhello\r\n0\r\n\r\n', 'zz\r\n', 'hello'),
    );
    const property = fc.asyncProperty(request, async ([first, headers, body]) => {
      // Closing tells the server that no more will come.
      const answer = await halfClosed(server.port, [first, ...headers, 'Connection: close', '', body].join('\r\n'));
      expect(answer, JSON.stringify([first, headers, body]).slice(0, 500)).to.match(/^$|^HTTP\/1\.1 [1-4]\d\d /);
    });
    await fc.assert(property, runs(200));
  });

  it('are refused an upgrade in the shape of every other refusal', async () => {
    const { streamUrl, conversationId } = await openSession();
    const { pathname, search } = new URL(streamUrl);
    const paths = [
      '/',
      '/v3/directline/conversations/x/stream',
      `${pathname}?t=x`,
      `${pathname}?watermark=-1&t=x`,
      `/v3/directline/conversations/${conversationId}/stream${search}x`,
      '/v3/directline/conversations//stream',
      `/v3/directline/conversations/%00/stream${search}`,
      '/v3/directline/conversations/[',
      '/api/desk/events',
    ];
    for (const path of paths) {
      const answer = await sendRaw(server.port, upgrade(path));
      expect(answer, path).to.match(/^HTTP\/1\.1 4\d\d /);
      expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? ''), path).to.have.nested.property('error.code');
    }
  });

  it('are refused an upgrade whose handshake is none', async () => {
    for (const fields of [
      'Sec-WebSocket-Version: 99\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: ,,',
    ]) {
      const { pathname, search } = new URL((await openSession()).streamUrl);
      expect(await sendRaw(server.port, upgrade(pathname + search, fields)), fields).to.match(/^HTTP\/1\.1 4\d\d /);
    }
  });

  it('lose their own stream at most by the frames they send', async () => {
    const watcher = await openStream(await openSession());
    const frames: (string | Buffer)[] = [
      ...HOSTILE_TEXTS.filter((text) => text.length < 1000),
      Buffer.alloc(10),
      Buffer.alloc(4096, 0xff),
      Buffer.alloc(5000),
      '{"activities":[]}',
      '',
      'x'.repeat(200_000),
    ];
    for (const frame of frames) {
      const socket = await openStream(await openSession());
      socket.send(frame);
      socket.ping(Buffer.alloc(125));
      if (Buffer.byteLength(frame) > 4096) expect((await once(socket, 'close'))[0]).to.equal(1009);
      else await once(socket, 'pong');
      socket.terminate();
    }
    watcher.ping();
    await once(watcher, 'pong');
    watcher.terminate();
  });

  it('lose their own stream at most by bytes that are no frames', async () => {
    const noise = fc.uint8Array({ minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(noise, async (bytes) => {
        const { pathname, search } = new URL((await openSession()).streamUrl);
        const socket = connect(server.port, '127.0.0.1', () => socket.write(upgrade(pathname + search)));
        const [answer] = await once(socket, 'data');
        expect(String(answer)).to.match(/^HTTP\/1\.1 101 /);
        socket.on('error', () => {});
        socket.end(bytes);
        await once(socket, 'close', { signal: AbortSignal.timeout(10_000) });
      }),
      runs(40),
    );
  });

  it('hear of events at the desk only when they are signed in', async () => {
    const agent = await signIn(server.client, 'agent1');
    for (const cookie of [
      '',
      'switchboard-desk=',
      `switchboard-desk=${'x'.repeat(43)}`,
      `${agent.headers.cookie}x`,
      'switchboard-desk=%00',
    ]) {
      const headers = { ...NOBODY.headers, cookie, 'last-event-id': '9'.repeat(400) };
      const answer = await server.client.send({ method: 'GET', path: '/api/desk/events', headers });
      expectGoodAnswer(answer, cookie);
      expect(answer.status, cookie).to.equal(401);
    }
    for (const path of [
      '/api/desk/attachments/x',
      '/api/desk/attachments/%2e%2e',
      `/api/desk/attachments/${'x'.repeat(5000)}`,
      '/api/desk/attachments/%F0%9F%92%A1',
    ]) {
      expectGoodAnswer(await server.client.send({ method: 'GET', path, headers: agent.headers }), path);
      expect((await server.client.send({ method: 'GET', path, headers: agent.headers })).status).to.equal(404);
    }
  });

  async function openSession(): Promise<WidgetSession> {
    const headers = { 'content-type': 'application/json' };
    const answer = await server.client.send({ method: 'POST', path: '/api/widget/session', headers, body: '{}' });
    return widgetSessionSchema.parse(answer.json);
  }
});

async function openStream({ streamUrl }: WidgetSession): Promise<WebSocket> {
  const socket = new WebSocket(streamUrl);
  await once(socket, 'open');
  return socket;
}

function upgrade(
  path: string,
  fields = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
): string {
  return `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${fields}\r\n\r\n`;
}

/** What came back for bytes after which nothing more comes. */
function halfClosed(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    let answer = '';
    socket.setTimeout(10_000, () => socket.destroy(new Error('neither answered nor closed within 10 s')));
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    // A server may well reset what it can't read.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(answer) : reject(error),
    );
    socket.on('close', () => resolve(answer));
  });
}
