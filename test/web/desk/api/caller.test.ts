import { expect } from 'chai';
import { z } from 'zod';
import { createCaller } from '../../../../web/desk/api/caller.ts';
import { isPassing } from '../../../../web/desk/api/failure.ts';

describe('calls to the server', () => {
  function caller(answer: () => Response | Promise<Response>) {
    const seen: { url: string; init: RequestInit }[] = [];
    let signedOut = 0;
    const calls = createCaller({
      base: 'https://desk.example/api/desk/',
      fetch: async (input, init = {}) => {
        seen.push({ url: String(input), init });
        return answer();
      },
      csrf: () => 'csrf-token',
      language: () => 'en',
      onSignedOut: () => {
        signedOut += 1;
      },
    });
    return { calls, seen, signedOut: () => signedOut };
  }
  const schema = z.object({ seq: z.number() });

  it('give the answer, parsed', async () => {
    const { calls, seen } = caller(() => Response.json({ seq: 4, extra: 1 }));
    expect(await calls.get('sessions', schema)).to.deep.equal({ ok: true, value: { seq: 4 } });
    expect(seen[0]?.url).to.equal('https://desk.example/api/desk/sessions');
  });

  it('send the token and the language with every change, and JSON where there is a body', async () => {
    const { calls, seen } = caller(() => Response.json({ seq: 4 }));
    await calls.send({ method: 'POST', path: 'x', body: { text: '好' }, schema });
    expect(seen[0]?.init.headers).to.include({
      'x-csrf-token': 'csrf-token',
      'accept-language': 'en',
      'content-type': 'application/json',
    });
    expect(seen[0]?.init.body).to.equal('{"text":"好"}');
  });

  it('do not send the token with a reading call', async () => {
    const { calls, seen } = caller(() => Response.json({ seq: 4 }));
    await calls.get('x', schema);
    expect(seen[0]?.init.headers).not.to.have.property('x-csrf-token');
  });

  it('take an empty answer where none is due', async () => {
    const { calls } = caller(() => new Response(null, { status: 204 }));
    const result = await calls.send({ method: 'POST', path: 'x', schema: z.undefined() });
    expect(result).to.deep.equal({ ok: true, value: undefined });
  });

  it('hand on a refusal with its code, words and field', async () => {
    const error = { code: 'too_long', message: 'Too long.', field: 'body.text' };
    const { calls } = caller(() => Response.json({ error }, { status: 400 }));
    expect(await calls.get('x', schema)).to.deep.equal({
      ok: false,
      failure: { kind: 'refused', status: 400, ...error },
    });
  });

  it('tell of being signed out', async () => {
    const { calls, signedOut } = caller(() =>
      Response.json({ error: { code: 'not_signed_in', message: '' } }, { status: 401 }),
    );
    await calls.get('x', schema);
    expect(signedOut()).to.equal(1);
  });

  it('call an answer of another form unreadable', async () => {
    const { calls } = caller(() => Response.json({ seq: 'four' }));
    expect(await calls.get('x', schema)).to.deep.equal({ ok: false, failure: { kind: 'unreadable' } });
  });

  it("take a proxy's page of HTML for a line that is down", async () => {
    const { calls } = caller(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await calls.get('x', schema)).to.deep.equal({ ok: false, failure: { kind: 'network' } });
  });

  it('never throw when the line is down', async () => {
    const { calls } = caller(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await calls.get('x', schema)).to.deep.equal({ ok: false, failure: { kind: 'network' } });
  });

  it('are worth another try only where patience may help', () => {
    const refusal = (status: number) => isPassing({ kind: 'refused', status, code: '', message: '', field: null });
    expect([500, 503, 429].every(refusal)).to.equal(true);
    expect([400, 401, 403, 404, 409, 422].some(refusal)).to.equal(false);
    expect(isPassing({ kind: 'network' })).to.equal(true);
    expect(isPassing({ kind: 'unreadable' })).to.equal(false);
  });
});
