import { once } from 'node:events';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { openPostgres } from '../../store/postgres/open-postgres.ts';
import { DirectLineCustomer, type WireActivity } from '../support/direct-line-customer.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';
import { freshDatabase } from '../support/start-postgres.ts';

const CUSTOMERS = 12;
const SCRIPT = [
  '寮步镇石步村的电线掉在路上了',
  '没有人受伤',
  '13800138000',
  '违约金怎么算',
  '谢谢',
  'thanks, and what about invoices?',
];

describe('two server processes on one PostgreSQL and Redis', function () {
  this.timeout(180_000);
  const folder = temporaryFolder();
  let servers: ServerProcess[] = [];
  let database: { url: string; drop(): Promise<void> };
  before(async function () {
    const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env;
    if (!TEST_DATABASE_URL || !TEST_REDIS_URL) return this.skip();
    database = await freshDatabase(TEST_DATABASE_URL);
    const shared = { DATABASE_URL: database.url, REDIS_URL: `${TEST_REDIS_URL}/3`, DEMO_PREMISES: '60' };
    // Both at once on an empty database: one migrates and loads the demo, the other waits.
    servers = await Promise.all(
      ['one', 'two'].map((name) => startServer({ ...shared, DATA_DIR: `${folder.path}/${name}` })),
    );
  });
  after(async () => {
    for (const server of servers) await server.kill();
    await database?.drop();
    folder.remove();
  });

  const baseOf = (index: number) => servers[index % servers.length]?.url ?? '';

  it('serve one conversation in order, whichever of them each message reaches', async () => {
    await Promise.all(
      Array.from({ length: CUSTOMERS }, async (_, number) => {
        const customer = await DirectLineCustomer.begin(baseOf(number));
        for (const [index, words] of SCRIPT.entries()) {
          const sent = await customer.send(baseOf(number + index), words);
          await customer.until(baseOf(number + index + 1), sent.seq, (activities) =>
            activities.some(({ type }) => type === 'message'),
          );
        }
        const activities = await customer.activities(baseOf(number));
        expect(activities.filter(({ attachments }) => attachments?.[0]?.content?.kind === 'ticket')).to.have.length(1);
      }),
    );
  });

  it('keep the order of messages that are sent at once to both', async () => {
    const customer = await DirectLineCustomer.begin(baseOf(0));
    const sent = await Promise.all(
      Array.from({ length: 10 }, (_, index) => customer.send(baseOf(index), `你好 ${index}`)),
    );
    const last = Math.max(...sent.map(({ seq }) => seq));
    const store = openPostgres({ url: database.url });
    try {
      const rows = () =>
        store.query
          .selectFrom('activity')
          .select(['seq', 'handling'])
          .where('conversation_id', '=', customer.conversationId)
          .orderBy('seq')
          .execute();
      await customer.until(baseOf(1), last, () => true);
      for (const end = Date.now() + 20_000; (await rows()).some(({ handling }) => handling === 'pending'); ) {
        expect(Date.now(), 'handled in time').to.be.lessThan(end);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const seqs = (await rows()).map(({ seq }) => seq);
      expect(seqs).to.deep.equal(seqs.map((_, index) => index + 1));
      const replies = (await rows()).filter(({ handling }) => handling === 'none');
      expect(replies.length).to.be.at.least(10);
    } finally {
      await store.close();
    }
  });

  it('push over the stream of one what came about in the other', async () => {
    const customer = await DirectLineCustomer.begin(baseOf(0));
    const socket = new WebSocket(customer.streamUrl);
    const seen: WireActivity[] = [];
    socket.on('message', (data) => {
      const text = data.toString();
      if (text) seen.push(...(JSON.parse(text) as { activities: WireActivity[] }).activities);
    });
    await once(socket, 'open');
    await customer.send(baseOf(1), '怎么交电费');
    for (const end = Date.now() + 10_000; !seen.some(({ from }) => from.role === 'bot') && Date.now() < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    socket.close();
    expect(seen.map(({ from }) => from.role)).to.include('bot');
    expect(new Set(seen.map(({ id }) => id)).size).to.equal(seen.length);
  });

  it('go on with what a killed process had taken in', async () => {
    const customers = await Promise.all(Array.from({ length: 8 }, () => DirectLineCustomer.begin(baseOf(1))));
    const sent = await Promise.all(customers.map((customer) => customer.send(baseOf(0), '我家停电了')));
    await servers[0]?.kill();
    for (const [index, customer] of customers.entries()) {
      const seq = sent[index]?.seq ?? 0;
      // The lease of the dead process has to run out first where it held one.
      await customer
        .until(servers[1]?.url ?? '', seq, (activities) => activities.length > 0)
        .catch(async () => {
          await customer.until(servers[1]?.url ?? '', seq, (activities) => activities.length > 0);
        });
    }
    expect(await servers[1]?.stop()).to.equal(0);
    servers = [];
  });
});
