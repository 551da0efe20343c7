import { expect } from 'chai';
import { fetchDemoAccounts } from '../../../../web/desk/sign-in/demo-hints.ts';

describe('demo accounts', () => {
  const fetched = (answer: () => Promise<Response>) => fetchDemoAccounts('https://desk.example/api/demo/hints', answer);
  const account = { login: 'agent', password: 'demo', role: 'agent' };

  it('are offered where the server tells of them', async () => {
    expect(await fetched(async () => Response.json({ accountNumber: '1', logins: [account] }))).to.deep.equal([
      account,
    ]);
  });

  it('are not offered where there are none to tell of', async () => {
    expect(await fetched(async () => new Response('', { status: 404 }))).to.deep.equal([]);
    expect(await fetched(async () => new Response('<html>'))).to.deep.equal([]);
    expect(await fetched(async () => Response.json({ logins: 'all' }))).to.deep.equal([]);
    expect(await fetched(() => Promise.reject(new TypeError('no line')))).to.deep.equal([]);
  });
});
