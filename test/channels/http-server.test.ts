import { expect } from 'chai';
import { json } from '../../channels/http/http-answer.ts';
import { StoreError } from '../../store/database.ts';
import { call } from './support/direct-line-caller.ts';
import { type SmallServer, sendRaw, startSmallServer } from './support/small-server.ts';

describe('the HTTP server', () => {
  let small: SmallServer;
  const observed: { method: string; route: string; status: number }[] = [];
  before(async () => {
    small = await startSmallServer(
      (server) => {
        server.on('get', '/things/{id}', async ({ params, query, address, baseUrl, language }) =>
          json(200, { ...params, q: query.get('q'), address, baseUrl, language }),
        );
        server.on('post', '/things', async (request) => {
          const body = await request.json(1000);
          return 'value' in body ? json(201, body.value) : body;
        });
        server.on('get', '/broken', async () => {
          throw new Error('a fault with a secret in it');
        });
        server.on('get', '/no-store', async () => {
          throw new StoreError('unreachable', 'the database is away');
        });
        server.on('get', '/v3/directline/limited', async () => ({
          kind: 'refusal',
          status: 429,
          code: 'rate_limited',
          retryAfterMs: 1500,
        }));
        server.on('get', '/limited', async () => ({
          kind: 'refusal',
          status: 429,
          code: 'rate_limited',
          retryAfterMs: 1500,
        }));
      },
      { observe: ({ method, route, status }) => observed.push({ method, route, status }) },
    );
  });
  after(() => small.server.close());

  it('answers by route and parameters, with an id and fields that keep browsers safe', async () => {
    const { status, body, headers } = await call(`${small.base}/things/%E5%8F%B7?q=a%20b`);
    expect(status).to.equal(200);
    expect(body).to.include({ id: '号', q: 'a b', address: '127.0.0.1', baseUrl: small.base });
    expect(headers.get('x-request-id')).to.match(/^test-\w+$/);
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('content-security-policy')).to.include("default-src 'none'");
    expect(observed.at(-1)).to.deep.equal({ method: 'GET', route: '/things/{id}', status: 200 });
  });

  const refusals: [string, () => Promise<{ status: number; body: unknown }>, number, string][] = [
    ['an unknown address', () => call(`${small.base}/nowhere`), 404, 'not_found'],
    [
      'a method that an address does not take',
      () => call(`${small.base}/things`, { method: 'PUT' }),
      405,
      'method_not_allowed',
    ],
    ['JSON that is none', () => post('{"a":'), 400, 'body_not_json'],
    ['bytes that are no UTF-8', () => post(Buffer.from([0x22, 0xff, 0xfe, 0x22])), 400, 'body_not_utf8'],
    ['JSON nested too deeply', () => post('['.repeat(65) + ']'.repeat(65)), 400, 'body_too_deep'],
    ['a body above the limit', () => post(JSON.stringify('x'.repeat(1000))), 413, 'body_too_large'],
    ['no body', () => post(''), 400, 'body_not_json'],
    ['percent signs that mean nothing', () => call(`${small.base}/things/%zz`), 400, 'bad_request'],
    ['a fault of ours', () => call(`${small.base}/broken`), 500, 'internal'],
    ['a store that is away', () => call(`${small.base}/no-store`), 503, 'unavailable'],
  ];
  for (const [what, ask, status, code] of refusals) {
    it(`refuses ${what} with ${status} and ${code}`, async () => {
      const answer = await ask();
      expect(answer.status).to.equal(status);
      expect(answer.body).to.have.nested.property('error.code', code);
      expect(JSON.stringify(answer.body)).not.to.include('secret');
    });
  }

  it('takes JSON as deep as 64 levels', async () => {
    const deep = '['.repeat(64) + ']'.repeat(64);
    expect(await post(deep)).to.have.property('status', 201);
    expect(await post(JSON.stringify('['.repeat(500)))).to.have.property('status', 201);
  });

  it('takes a chunked body, and refuses one that grows too large on its way', async () => {
    const chunks = (size: number) =>
      new ReadableStream({
        start(controller) {
          controller.enqueue(Buffer.from('"'));
          controller.enqueue(Buffer.from('x'.repeat(size)));
          controller.enqueue(Buffer.from('"'));
          controller.close();
        },
      });
    const stream = (size: number) =>
      call(`${small.base}/things`, { method: 'POST', body: chunks(size), duplex: 'half' } as RequestInit);
    expect(await stream(10)).to.include({ status: 201, body: 'x'.repeat(10) });
    expect(await stream(5000)).to.have.property('status', 413);
  });

  it('says what went wrong in the language that is asked for', async () => {
    const chinese = await call(`${small.base}/nowhere`, { headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' } });
    const english = await call(`${small.base}/nowhere`, { headers: { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.2' } });
    expect(chinese.body.error.message).to.equal('没有找到您要的内容。');
    expect(english.body.error.message).to.equal('What you asked for was not found.');
  });

  it('gives Retry-After in milliseconds to Direct Line, in seconds to the rest of the world', async () => {
    const directLine = await call(`${small.base}/v3/directline/limited`);
    expect(directLine.headers.get('retry-after')).to.equal('1500');
    expect((await call(`${small.base}/limited`)).headers.get('retry-after')).to.equal('2');
  });

  it('outlives requests that no client of good will sends', async () => {
    const requests = [
      'GET / HTTP/1.1\r\nHost: [not a host\r\nConnection: close\r\n\r\n',
      'GET //evil/%00%ff HTTP/1.1\r\nHost: a;b\r\nConnection: close\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET http://elsewhere/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'POST /things HTTP/1.1\r\nHost: x\r\nContent-Length: 5, 6\r\n\r\nhello',
      'GET /things/1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      'nonsense\r\n\r\n',
      Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00]),
    ];
    for (const request of requests) expect(await sendRaw(small.port, request)).to.match(/^HTTP\/1\.1 [24]/);
    expect(await call(`${small.base}/things/1`)).to.have.property('status', 200);
  });

  it('forgets a caller who goes away in the middle of a request', async () => {
    const aborted = new AbortController();
    const body = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{"a":')) });
    const sending = fetch(`${small.base}/things`, {
      method: 'POST',
      body,
      duplex: 'half',
      signal: aborted.signal,
    } as RequestInit);
    setTimeout(() => aborted.abort(), 50);
    await sending.then(
      () => expect.fail('it was answered'),
      (error: Error) => expect(error.name).to.equal('AbortError'),
    );
    expect(await call(`${small.base}/things/1`)).to.have.property('status', 200);
  });

  function post(body: string | Buffer) {
    return call(`${small.base}/things`, { method: 'POST', body: body as BodyInit });
  }
});

describe('closing the HTTP server', () => {
  it('answers what is in hand and takes nothing new', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const small = await startSmallServer((server) => {
      server.on('get', '/slow', async () => {
        await held;
        return json(200, 'done');
      });
    });
    const inHand = call(`${small.base}/slow`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = small.server.close(2000);
    const late = await fetch(`${small.base}/slow`).catch(() => 'refused');
    expect(late).to.equal('refused');
    finish();
    expect((await inHand).body).to.equal('done');
    await closed;
  });

  it('waits no longer than it is told to', async () => {
    const small = await startSmallServer((server) => {
      server.on('get', '/forever', () => new Promise(() => {}));
    });
    const cut = fetch(`${small.base}/forever`).catch(() => 'cut off');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await small.server.close(100);
    expect(await cut).to.equal('cut off');
  });
});

describe('requests of browsers on other sites', () => {
  let small: SmallServer;
  before(async () => {
    small = await startSmallServer((server) => {
      server.on('get', '/v3/directline/x', async () => json(200, 1));
      server.on('get', '/api/desk/x', async () => json(200, 1));
    });
  });
  after(() => small.server.close());

  const preflight = (path: string, origin: string) =>
    call(small.base + path, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-ms-bot-agent' },
    });

  it('are let in by their origin to Direct Line', async () => {
    const { status, headers } = await preflight('/v3/directline/x', 'https://utility.example');
    expect(status).to.equal(204);
    expect(headers.get('access-control-allow-origin')).to.equal('https://utility.example');
    for (const name of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']) {
      expect(headers.get('access-control-allow-headers')).to.include(name);
    }
    const answer = await call(`${small.base}/v3/directline/x`, { headers: { origin: 'https://utility.example' } });
    expect(answer.headers.get('access-control-allow-origin')).to.equal('https://utility.example');
    const missing = await call(`${small.base}/v3/directline/nowhere`, {
      headers: { origin: 'https://utility.example' },
    });
    expect(missing.headers.get('access-control-allow-origin')).to.equal('https://utility.example');
  });

  it('are not let in from elsewhere, nor to the desk', async () => {
    const elsewhere = await preflight('/v3/directline/x', 'https://elsewhere.example');
    expect(elsewhere.headers.get('access-control-allow-origin')).to.equal(null);
    const desk = await preflight('/api/desk/x', 'https://utility.example');
    expect(desk.headers.get('access-control-allow-origin')).to.equal(null);
  });
});
