import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import demoProfile from '../../data/profile/demo.json' with { type: 'json' };
import { IntegrationCaller } from '../channels/integration-api/integration-rig.ts';
import { DirectLineCustomer, type WireActivity } from '../support/direct-line-customer.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';
import { freePort } from '../support/test-server.ts';

const ROOT = resolve(import.meta.dirname, '../..');

describe('a customer and an outage-management system, over a server that is killed', function () {
  this.timeout(3 * 60_000);
  const folder = temporaryFolder();
  let server: ServerProcess | null = null;
  after(async () => {
    await server?.kill();
    folder.remove();
  });

  it('tells the customer once what the other system says, asks, and takes the answer back to it', async () => {
    const settings = {
      DATA_DIR: folder.path,
      UTILITY_PROFILE: profileThatWaitsForNothing(folder.path),
      PORT: String(await freePort()),
      DEMO_PREMISES: '60',
    };
    const oms = (key: string, url: string) => new IntegrationCaller(url, key);
    const key = await keyFor(folder.path);
    const restart = async () => {
      await server?.kill();
      server = await startServer(settings);
      return server.url;
    };
    let url = await restart();
    const customer = await DirectLineCustomer.begin(url);
    const { seq } = await customer.send(url, '寮步镇石步村口的电线杆在冒火花');
    await customer.until(url, seq, saying('工单号'));
    const [ticket] = (await oms(key, url).get('?limit=1')).body.tickets;
    if (!ticket) throw new Error('no ticket stands');

    const eta = { at: new Date(Date.now() + 3 * 3_600_000).toISOString(), source: 'control_centre' };
    const timed = await oms(key, url).update(ticket.number, ticket.version, { eta });
    expect(timed.status).to.equal(200);
    // Whatever had been begun is lost with the process; what was acknowledged is not.
    url = await restart();
    await customer.until(url, seq, saying('调度中心'));

    const { version } = (await oms(key, url).get(`/${ticket.number}`)).body;
    const restoredAt = new Date().toISOString();
    expect((await oms(key, url).update(ticket.number, version, { restoredAt })).status).to.equal(200);
    url = await restart();
    await customer.until(url, seq, saying('现在正常了吗'));
    url = await restart();
    await new Promise((done) => setTimeout(done, 5000));
    const said = await customer.activities(url, seq);
    for (const words of ['调度中心', '现在正常了吗']) {
      expect(
        said.filter(({ text }) => text?.includes(words)),
        words,
      ).to.have.length(1);
    }

    const answer = await customer.send(url, '还不正常');
    await customer.until(url, answer.seq, saying(`接工单 ${ticket.number}`));
    const tickets = (await oms(key, url).get('?limit=2')).body.tickets;
    expect(tickets.map(({ state }) => state)).to.deep.equal(['received', 'restored']);
    expect(await server?.stop()).to.equal(0);
    server = null;
  });
});

function saying(words: string) {
  return (activities: readonly WireActivity[]) =>
    activities.some(({ from, text }) => from.role === 'bot' && text?.includes(words));
}

function profileThatWaitsForNothing(path: string): string {
  const folder = join(path, 'profile');
  mkdirSync(folder);
  const notices = {
    ...demoProfile.notices,
    mergeMinutes: 0,
    gapMinutes: 0,
    quietHours: { from: '00:00', to: '00:00' },
  };
  writeFileSync(join(folder, 'profile.json'), JSON.stringify({ ...demoProfile, notices }));
  copyFileSync(join(ROOT, 'data/profile/answers.json'), join(folder, 'answers.json'));
  return folder;
}

async function keyFor(path: string): Promise<string> {
  const child = spawn(
    process.execPath,
    ['bot/cli/integrations.ts', 'key', 'add', 'oms', '--scopes', 'tickets:read,tickets:write'],
    { cwd: ROOT, env: { PATH: process.env.PATH, DATA_DIR: path } },
  );
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  await once(child, 'close');
  return out.split('\t')[1]?.trim() ?? '';
}
