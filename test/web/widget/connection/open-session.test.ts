import { expect } from 'chai';
import { hasSession, openSession } from '../../../../web/widget/connection/open-session.ts';
import { PageIdentity } from '../../../../web/widget/connection/page-identity.ts';
import { aSession } from '../wire/sample-session.ts';
import { memoryKeep } from './memory-keep.ts';

describe('opening a session', () => {
  it('begins a new conversation and keeps the key to it', async () => {
    const { open, kept, bodies } = server([[200, aSession]]);
    expect(await open()).to.deep.equal({ kind: 'open', session: aSession });
    expect(bodies).to.deep.equal([{ language: 'zh-Hans' }]);
    expect(kept.get('resume-key')).to.equal(aSession.resumeKey);
    expect(hasSession(kept)).to.equal(true);
  });

  it('shows the key kept, and keeps the next in its place', async () => {
    const next = { ...aSession, resumeKey: 'key-2-which-is-long-enough', resumed: true };
    const { open, kept, bodies } = server([[200, next]], { 'resume-key': aSession.resumeKey });
    await open();
    expect(bodies).to.deep.equal([{ resumeKey: aSession.resumeKey, language: 'zh-Hans' }]);
    expect(kept.get('resume-key')).to.equal(next.resumeKey);
  });

  it('goes on without a key that is refused', async () => {
    const { open, bodies } = server(
      [
        [400, {}],
        [200, aSession],
      ],
      { 'resume-key': 'spoilt' },
    );
    expect((await open()).kind).to.equal('open');
    expect(bodies).to.deep.equal([{ resumeKey: 'spoilt', language: 'zh-Hans' }, { language: 'zh-Hans' }]);
  });

  it('keeps the key where the server is only busy or away', async () => {
    for (const status of [429, 500, 503, 0]) {
      const { open, kept, bodies } = server([[status, {}]], { 'resume-key': 'good' });
      expect(await open()).to.deep.equal({ kind: 'unreachable' });
      expect(kept.get('resume-key')).to.equal('good');
      expect(bodies).to.have.length(1);
    }
  });

  it('hands over once who is signed in at the page', async () => {
    const identity = new PageIdentity();
    identity.set('token-of-the-page');
    const { open, bodies } = server(
      [
        [200, { ...aSession, identified: true }],
        [200, aSession],
      ],
      {},
      identity,
    );
    await open();
    await open();
    expect(bodies).to.deep.equal([
      { language: 'zh-Hans', identity: 'token-of-the-page' },
      { resumeKey: aSession.resumeKey, language: 'zh-Hans' },
    ]);
  });

  it('asks the page for a fresh token each time where it can', async () => {
    const identity = new PageIdentity();
    const tokens = ['token-1', 'token-2'];
    identity.set(async () => tokens.shift());
    const { open, bodies } = server(
      [
        [200, aSession],
        [200, aSession],
        [200, aSession],
      ],
      {},
      identity,
    );
    for (let time = 0; time < 3; time += 1) await open();
    expect(bodies.map((body) => (body as { identity?: string }).identity)).to.deep.equal([
      'token-1',
      'token-2',
      undefined,
    ]);
  });

  it('goes on without who is signed in where that is not believed, and keeps its key', async () => {
    const identity = new PageIdentity();
    identity.set('forged');
    const { open, kept, bodies } = server(
      [
        [401, {}],
        [200, aSession],
      ],
      { 'resume-key': 'good' },
      identity,
    );
    expect((await open()).kind).to.equal('open');
    expect(bodies).to.deep.equal([
      { resumeKey: 'good', language: 'zh-Hans', identity: 'forged' },
      { resumeKey: 'good', language: 'zh-Hans' },
    ]);
    expect(kept.get('resume-key')).to.equal(aSession.resumeKey);
  });

  it('keeps the token where the server was only away', async () => {
    const identity = new PageIdentity();
    identity.set('token-of-the-page');
    const { open, bodies } = server(
      [
        [503, {}],
        [200, aSession],
      ],
      {},
      identity,
    );
    expect(await open()).to.deep.equal({ kind: 'unreachable' });
    await open();
    expect(bodies).to.have.length(2);
    expect(bodies[1]).to.deep.equal(bodies[0]);
  });

  it('goes on without it where the page fails to tell', async () => {
    const identity = new PageIdentity();
    identity.set(() => Promise.reject(new Error('not signed in')));
    const { open, bodies } = server([[200, aSession]], {}, identity);
    expect((await open()).kind).to.equal('open');
    expect(bodies).to.deep.equal([{ language: 'zh-Hans' }]);
  });

  it('takes no other answer for a session', async () => {
    const { open } = server([[200, { ...aSession, token: undefined }]]);
    expect(await open()).to.deep.equal({ kind: 'unreachable' });
  });
});

function server(
  answers: [status: number, body: unknown][],
  entries: Record<string, string> = {},
  identity = new PageIdentity(),
) {
  const kept = memoryKeep(entries);
  const bodies: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    bodies.push(await new Request(input, init).json());
    const [status, body] = answers.shift() ?? [500, {}];
    if (status === 0) throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(body), { status });
  };
  const ports = {
    base: 'https://chat.example',
    fetch,
    kept,
    identity,
    inTurn: <T>(action: () => Promise<T>) => action(),
  };
  return { open: () => openSession(ports, 'zh-Hans'), kept, bodies };
}
