import { expect } from 'chai';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { DirectLineCustomer, type Sent } from '../support/direct-line-customer.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';
import { freePort } from '../support/test-server.ts';

const KILLS = 50;
const CUSTOMERS = 10;

/** What each customer goes through; a fault that is an emergency at once, questions in between, a correction, a request. */
const SCRIPT: readonly string[] = [
  '寮步镇石步村口的电线杆在冒火花',
  '没有人受伤',
  '13800138000',
  '违约金怎么算',
  '不对，是石步村2号门口',
  '我要投诉，你们的人昨天说来又没来，等了一整天',
  '13800138000',
  '谢谢',
];

interface Ledger {
  readonly customer: DirectLineCustomer;
  readonly sent: Sent[];
}

describe('the server, killed again and again', function () {
  this.timeout(10 * 60_000);
  const folder = temporaryFolder();
  let server: ServerProcess | null = null;
  after(async () => {
    await server?.kill();
    folder.remove();
  });

  it(`handles every acknowledged message exactly once through ${KILLS} kills`, async () => {
    const settings = { DATA_DIR: folder.path, PORT: String(await freePort()), DEMO_PREMISES: '60' };
    server = await startServer(settings);
    const base = server.url;
    const undisturbed = await walk(base, SCRIPT);
    await settled(undisturbed, base);

    let over = false;
    const ledgers: Ledger[] = [];
    const load = Promise.all(
      Array.from({ length: CUSTOMERS }, async () => {
        const walked: Ledger[] = [];
        // Each customer begins anew until the killing is over.
        while (!over) walked.push(await walk(base, SCRIPT));
        return walked;
      }),
    );
    // A customer who fails while the server is being killed fails the test at its end.
    load.catch(() => undefined);
    for (let kills = 0; kills < KILLS; kills += 1) {
      await new Promise((resolve) => setTimeout(resolve, 30 + ((kills * 149) % 700)));
      await server.kill();
      server = await startServer(settings);
    }
    over = true;
    ledgers.push(...(await load).flat());
    for (const ledger of ledgers) await settled(ledger, base);
    expect(await server.stop()).to.equal(0);
    server = null;
    await examine(folder.path, ledgers, undisturbed);
  });
});

async function walk(base: string, script: readonly string[]): Promise<Ledger> {
  const customer = await DirectLineCustomer.begin(base);
  const sent: Sent[] = [];
  for (const words of script) {
    const message = await customer.send(base, words);
    sent.push(message);
    // The next is said when this one was answered, as people do; the answer may come from another process's life.
    await customer.until(base, message.seq, (activities) => activities.length > 0);
  }
  return { customer, sent };
}

async function settled({ customer, sent }: Ledger, base: string): Promise<void> {
  const last = sent.at(-1);
  if (last) await customer.until(base, last.seq, (activities) => activities.length > 0);
}

/** Looks into the store itself, as it was left on disk. */
async function examine(path: string, ledgers: readonly Ledger[], undisturbed: Ledger): Promise<void> {
  const database = openSqlite({ folder: path });
  try {
    const rowsOf = (id: string) =>
      database.query.selectFrom('activity').selectAll().where('conversation_id', '=', id).orderBy('seq').execute();
    const ticketsOf = (id: string) =>
      database.query
        .selectFrom('ticket')
        .select(['kind', 'place'])
        .where('conversation_id', '=', id)
        .orderBy('kind')
        .execute();
    const shape = async (id: string) => (await rowsOf(id)).map(({ author, handling }) => `${author} ${handling}`);
    const expectedShape = await shape(undisturbed.customer.conversationId);
    const expectedTickets = await ticketsOf(undisturbed.customer.conversationId);
    expect(expectedTickets).to.have.length(2);

    for (const { customer, sent } of ledgers) {
      const id = customer.conversationId;
      const rows = await rowsOf(id);
      expect(
        rows.map(({ seq }) => seq),
        'seq without gaps',
      ).to.deep.equal(rows.map((_, index) => index + 1));
      for (const { clientId, seq } of sent) {
        const row = rows.filter(({ message_id }) => message_id === clientId);
        expect(row, 'each acknowledged message once').to.have.length(1);
        expect(row[0]).to.include({ seq, handling: 'done' });
      }
      expect(await shape(id), 'the same turns as without a crash').to.deep.equal(expectedShape);
      expect(await ticketsOf(id), 'the same tickets, none doubled').to.deep.equal(expectedTickets);
    }
    expect(ledgers.length).to.be.greaterThan(CUSTOMERS);
  } finally {
    await database.close();
  }
}
