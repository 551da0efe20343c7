import { expect } from 'chai';
import { createAccess } from '../../../../web/desk/app/access.ts';
import type { Me } from '../../../../web/protocol/desk/staff.ts';

describe('access to the desk', () => {
  const me: Me = {
    staff: { id: 'st', login: 'agent', name: '李娜', deskName: '客服 03', roles: ['agent'], capacity: 5 },
    csrf: 'token-of-this-session',
    session: { id: 'sign-in-1', method: 'password', pending: [] },
    utility: { name: '供电局', nameEn: 'Power' },
    demo: true,
  };

  /** A server that answers each path as told. */
  function server(answers: Record<string, () => Response>) {
    const seen: [string, string | null][] = [];
    const access = createAccess({
      base: 'https://desk.example/api/desk/',
      fetch: async (input, init) => {
        const path = String(input).replace('https://desk.example/api/desk/', '');
        seen.push([path, new Headers(init?.headers).get('x-csrf-token')]);
        return answers[path]?.() ?? signedOut();
      },
      language: () => 'zh-CN',
      goTo: (address) => void seen.push(['went to', address]),
    });
    return { access, seen };
  }
  const signedOut = () => Response.json({ error: { code: 'not_signed_in', message: '' } }, { status: 401 });

  it('is open to whoever is signed in, and sends their token', async () => {
    const { access, seen } = server({
      me: () => Response.json(me),
      'sign-out': () => new Response(null, { status: 204 }),
    });
    await access.check();
    expect(access.state.get()).to.deep.equal({ state: 'in', me });
    await access.leave();
    expect(seen.at(-1)).to.deep.equal(['sign-out', 'token-of-this-session']);
    expect(access.state.get()).to.deep.equal({ state: 'out', ended: false });
  });

  it('is left for the provider that let one in, to be signed out there too', async () => {
    const leaveTo = 'https://login.example/session/end';
    const { access, seen } = server({ me: () => Response.json(me), 'sign-out': () => Response.json({ leaveTo }) });
    await access.check();
    await access.leave();
    expect(seen.at(-1)).to.deep.equal(['went to', leaveTo]);
  });

  it('asks everybody else to sign in, without a word of an ended session', async () => {
    const { access } = server({});
    await access.check();
    expect(access.state.get()).to.deep.equal({ state: 'out', ended: false });
  });

  it('says that the session has ended when it ends in the middle', async () => {
    const { access } = server({ me: () => Response.json(me) });
    await access.check();
    await access.api.sessions();
    expect(access.state.get()).to.deep.equal({ state: 'out', ended: true });
  });

  it('does not send people to sign in when the server is away', async () => {
    const { access } = server({ me: () => new Response('starting', { status: 503 }) });
    await access.check();
    expect(access.state.get().state).to.equal('unreachable');
  });
});
