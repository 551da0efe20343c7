import { expect } from 'chai';
import { hasSession, openSession } from '../../../../web/widget/connection/open-session.ts';
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

  it('takes no other answer for a session', async () => {
    const { open } = server([[200, { ...aSession, token: undefined }]]);
    expect(await open()).to.deep.equal({ kind: 'unreachable' });
  });
});

function server(answers: [status: number, body: unknown][], entries: Record<string, string> = {}) {
  const kept = memoryKeep(entries);
  const bodies: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    bodies.push(await new Request(input, init).json());
    const [status, body] = answers.shift() ?? [500, {}];
    if (status === 0) throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(body), { status });
  };
  const ports = { base: 'https://chat.example', fetch, kept, inTurn: <T>(action: () => Promise<T>) => action() };
  return { open: () => openSession(ports, 'zh-Hans'), kept, bodies };
}
