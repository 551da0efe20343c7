import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect } from 'chai';
import { IntegrationCaller } from '../channels/integration-api/integration-rig.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';
import { freePort } from '../support/test-server.ts';
import { WebhookReceiver } from '../support/webhook-receiver.ts';

const KILLS = 6;

describe('another system, over a server that is killed', function () {
  this.timeout(5 * 60_000);
  const folder = temporaryFolder();
  let server: ServerProcess | null = null;
  let receiver: WebhookReceiver | null = null;
  after(async () => {
    await server?.kill();
    await receiver?.close();
    folder.remove();
  });

  async function integrations(args: readonly string[]): Promise<{ code: number | null; out: string; errors: string }> {
    const child = spawn(process.execPath, ['bot/cli/integrations.ts', ...args], {
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
    await once(child, 'close');
    return { code: child.exitCode, ...text };
  }

  it('gets a key that is shown once, listed without itself, and revoked', async () => {
    const made = await integrations(['key', 'add', 'oms', '--scopes', 'tickets:read', '--days', '30']);
    expect(made.code, made.errors).to.equal(0);
    expect(made.out).to.match(/^[\w-]{36}\tsbk_[\w-]{43}\n$/);
    const [id = ''] = made.out.split('\t');
    const listed = await integrations(['key', 'list']);
    expect(listed.out).to.include(`${id}\toms\ttickets:read`).and.to.include('never used\tgood');
    expect(listed.out).to.not.include('sbk_');
    expect((await integrations(['key', 'revoke', id])).code).to.equal(0);
    expect((await integrations(['key', 'revoke', id])).errors).to.equal('there is no good key of this id\n');
    expect((await integrations(['key', 'list'])).out).to.include('revoked');
    expect((await integrations(['key', 'add', 'oms', '--scopes', 'everything'])).errors).to.include('scopes');
    expect((await integrations([])).errors).to.include('npm run integrations');
  });

  it('is told of every change once by its id, while it is slow, wrong and down and we are killed again and again', async () => {
    receiver = await WebhookReceiver.open();
    const { port } = receiver;
    const address = `http://127.0.0.1:${port}/hooks`;
    expect((await integrations(['webhook', 'add', 'far', '--url', 'http://10.0.0.1/'])).errors).to.include('https://');
    const subscribed = await integrations([
      'webhook',
      'add',
      'oms',
      '--url',
      address,
      '--events',
      'ticket.opened,ticket.eta',
    ]);
    expect(subscribed.out).to.match(/^whsec_[\w+/=]{44}\n$/);
    const secret = subscribed.out.trim();
    receiver.secrets = [secret];
    const key = (await integrations(['key', 'add', 'oms', '--scopes', 'tickets:read,tickets:write'])).out.split(
      '\t',
    )[1];
    const settings = { DATA_DIR: folder.path, PORT: String(await freePort()), DEMO_PREMISES: '60' };
    server = await startServer(settings);
    const caller = new IntegrationCaller(server.url, key?.trim() ?? '');

    receiver.take = (nth) =>
      [{ status: 500 }, { status: 204, waitMs: 400 }, { status: 204 }][nth % 3] ?? { status: 204 };
    const opened: string[] = [];
    let over = false;
    const reporting = (async () => {
      for (let count = 0; !over; count += 1) {
        const number = await reportUntilHeard(caller, `report-${count}`);
        opened.push(number);
        await new Promise((done) => setTimeout(done, 20));
      }
    })();
    for (let kills = 0; kills < KILLS; kills += 1) {
      await new Promise((done) => setTimeout(done, 300 + ((kills * 149) % 500)));
      await server.kill();
      // It is down for a while, too: what comes meanwhile waits.
      if (kills === 1) await receiver.close();
      if (kills === 3) {
        const before = receiver.received;
        receiver = await WebhookReceiver.open(port);
        receiver.received.push(...before);
        receiver.secrets = [secret];
      }
      server = await startServer(settings);
    }
    over = true;
    await reporting;
    const everything = receiver;
    await everything.until(() => opened.every((number) => seen(everything, number)), 120_000);
    expect(opened.length).to.be.greaterThan(KILLS);
    expect(new Set(opened).size, 'no report opened two tickets').to.equal(opened.length);
    expect((await reported(caller)).sort(), 'nothing stands that was not answered').to.deep.equal(opened.sort());
    expect(everything.ids, 'every ticket has one event').to.have.length(opened.length);
    expect(everything.received.every(({ verdict }) => verdict === 'genuine')).to.equal(true);
    expect(await server.stop()).to.equal(0);
    server = null;
  });
});

function seen({ received }: WebhookReceiver, number: string): boolean {
  return received.some(({ message }) => message.data.ticket?.number === number);
}

/** The numbers of all that was reported here, read page by page. */
async function reported(caller: IntegrationCaller): Promise<string[]> {
  const numbers: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await caller.get(`?limit=100${next === '' ? '' : `&cursor=${next}`}`);
    numbers.push(...body.tickets.flatMap((one) => (one.description.startsWith('report-') ? [one.number] : [])));
    next = body.next;
  }
  return numbers;
}

/** As a careful client does it: the same key until there is an answer. */
async function reportUntilHeard(caller: IntegrationCaller, key: string): Promise<string> {
  for (;;) {
    try {
      const body = { description: key, facts: { no_power: true }, place: 'Dongcheng' };
      const answer = await caller.report(body, key);
      if (answer.status === 201) return answer.body.number;
    } catch {
      // It is down: nobody knows whether it has heard.
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}
