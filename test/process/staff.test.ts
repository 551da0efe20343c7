import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect } from 'chai';
import { startServer, temporaryFolder } from '../support/server-process.ts';

describe('npm run staff', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  after(() => folder.remove());

  async function staff(
    args: readonly string[],
    input = '',
  ): Promise<{ code: number | null; out: string; errors: string }> {
    const child = spawn(process.execPath, ['bot/cli/staff.ts', ...args], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { PATH: process.env.PATH, DATA_DIR: folder.path },
    });
    const text = { out: '', errors: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      text.out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      text.errors += chunk.toString();
    });
    child.stdin.end(input);
    await once(child, 'close');
    return { code: child.exitCode, ...text };
  }
  const ADD = ['add', 'Anna', '--name', '安娜', '--desk-name', '客服 7', '--roles', 'agent,supervisor'];

  it('adds somebody who can then sign in, and shuts them out again', async () => {
    expect(await staff(ADD, 'a long pass phrase\n')).to.include({ code: 0, out: 'anna can sign in\n' });
    expect((await staff(['list'])).out).to.equal('anna\t安娜\t客服 7\tagent,supervisor\tactive\n');
    const server = await startServer({ DATA_DIR: folder.path, DEMO_PREMISES: '60' });
    const signIn = () =>
      fetch(`${server.url}/api/desk/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: 'anna', password: 'a long pass phrase' }),
      });
    expect((await signIn()).status).to.equal(200);
    await server.stop();
    expect((await staff(['shut', 'anna'])).code).to.equal(0);
    expect((await staff(['list'])).out).to.include('anna\t安娜\t客服 7\tagent,supervisor\tshut out');
  });

  it('refuses a login twice, a short password, an unknown role and an unknown login, each in words', async () => {
    expect(await staff(ADD, 'a long pass phrase\n')).to.include({ code: 1, errors: 'that login is taken\n' });
    const short = await staff(ADD.with(1, 'bo'), 'short\n');
    expect(short.code).to.equal(2);
    expect(short.errors).to.include('12 characters');
    const common = await staff(ADD.with(1, 'bo'), 'password123456\n');
    expect([common.code, common.errors.trim()]).to.deep.equal([
      2,
      'this password is guessed soon: a few words that do not belong together make a better one',
    ]);
    expect((await staff(['without-totp', 'nobody'])).code).to.equal(1);
    expect((await staff(['without-totp', 'anna'])).code).to.equal(0);
    const role = await staff(ADD.with(-1, 'king'), 'a long pass phrase\n');
    expect(role.errors).to.match(/agent.*roles/s);
    expect(await staff(['password', 'nobody'], 'a long pass phrase\n')).to.include({
      code: 1,
      errors: 'there is no such login\n',
    });
    expect((await staff([])).errors).to.include('npm run staff');
  });
});
