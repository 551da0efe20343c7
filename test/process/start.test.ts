import { createServer } from 'node:net';
import { expect } from 'chai';
import { startInVain, startServer, temporaryFolder } from '../support/server-process.ts';

describe('starting and stopping the server', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const settings = { DATA_DIR: folder.path, DEMO_PREMISES: '60' };
  after(() => folder.remove());

  it('says that it is ready, answers, and ends with 0 on SIGTERM', async () => {
    const server = await startServer(settings);
    expect(await (await fetch(`${server.url}/health/live`)).json()).to.deep.equal({ status: 'live' });
    expect((await fetch(`${server.url}/health/ready`)).status).to.equal(200);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).to.match(/^switchboard_queued_sessions 0$/m);
    expect(await server.stop()).to.equal(0);
  });

  it('refuses a second process on the same embedded folder, in one line', async () => {
    const server = await startServer(settings);
    const second = await startInVain(settings);
    expect(second.code).to.equal(1);
    expect(second.errors).to.match(/^[^\n]*in use by another process[^\n]*\n$/);
    await server.stop();
  });

  const wrong: readonly { title: string; with: Readonly<Record<string, string>>; names: RegExp }[] = [
    { title: 'a port that is none', with: { PORT: 'https' }, names: /PORT/ },
    { title: 'a port that is too high', with: { PORT: '70000' }, names: /PORT/ },
    {
      title: 'a database that can’t be reached',
      with: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
      names: /database/,
    },
    { title: 'a database URL of another kind', with: { DATABASE_URL: 'mysql://127.0.0.1/x' }, names: /DATABASE_URL/ },
    { title: 'Redis without a shared database', with: { REDIS_URL: 'redis://127.0.0.1:6379' }, names: /DATABASE_URL/ },
    { title: 'an app id without its password', with: { MICROSOFT_APP_ID: 'a' }, names: /MICROSOFT_APP_PASSWORD/ },
    { title: 'a password without its app id', with: { MICROSOFT_APP_PASSWORD: 'a' }, names: /MICROSOFT_APP_ID/ },
    { title: 'a secret that is too short', with: { DIRECT_LINE_SECRET: 'short' }, names: /DIRECT_LINE_SECRET/ },
    { title: 'an origin with a path', with: { WIDGET_ORIGINS: 'https://a.example/b' }, names: /WIDGET_ORIGINS/ },
    { title: 'a proxy that is no address', with: { TRUSTED_PROXIES: '10.0.0.0/99' }, names: /TRUSTED_PROXIES/ },
    { title: 'a profile that is not there', with: { UTILITY_PROFILE: '/nowhere' }, names: /nowhere/ },
  ];
  for (const { title, with: given, names } of wrong) {
    it(`stops at ${title}, with one line that names it`, async () => {
      const { code, errors } = await startInVain({ ...settings, ...given });
      expect(code).to.equal(1);
      expect(errors).to.match(names);
      expect(errors.trim().split('\n')).to.have.length(1);
    });
  }

  it('stops where its port is taken, with one line that names it', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { code, errors } = await startInVain({ ...settings, PORT: port });
    taken.close();
    expect(code).to.equal(1);
    expect(errors).to.include(port);
    expect(errors.trim().split('\n')).to.have.length(1);
  });
});
