import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import demoProfile from '../../data/profile/demo.json' with { type: 'json' };
import { type Database, statement } from '../../store/database.ts';
import { type NewTicket, TicketBook } from '../../store/repositories/ticket-book.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';
import { freePort } from '../support/test-server.ts';

const PROFILE = resolve(import.meta.dirname, '../../data/profile');
const HOUR = 3_600_000;
/** From the report until a crew must have it; of that, people are warned after three quarters. */
const DISPATCH_HOURS = 10;
const MOST_LIVES = 30;

describe('the clocks of a ticket, over a server that is killed', function () {
  this.timeout(10 * 60_000);
  const folder = temporaryFolder();
  let settings: Record<string, string>;
  let server: ServerProcess | null = null;
  before(async () => {
    settings = {
      DATA_DIR: folder.path,
      UTILITY_PROFILE: slowProfile(join(folder.path, 'profile')),
      PORT: String(await freePort()),
      DEMO_PREMISES: '60',
    };
  });
  after(async () => {
    await server?.kill();
    folder.remove();
  });

  /** A life of the server, ended by SIGKILL wherever it was. */
  async function live(ms: number): Promise<void> {
    server = await startServer(settings);
    await new Promise((done) => setTimeout(done, ms));
    await server.kill();
    server = null;
  }

  async function inStore<T>(use: (database: Database) => Promise<T>): Promise<T> {
    const database = openSqlite({ folder: folder.path });
    try {
      return await use(database);
    } finally {
      await database.close();
    }
  }

  /** While nobody is there, time passes. */
  const reportedBefore = (hours: number) =>
    inStore(async (database) => {
      const at = Date.now() - hours * HOUR;
      const change = { created_at: at, look_at: at };
      await database.commit([statement(database.query.updateTable('ticket').set(change).where('id', '=', 'watched'))]);
    });

  const told = () => inStore(levelsTold);

  it('are told of once each, though it dies before, between and after', async () => {
    await live(0);
    await inStore(report);
    await reportedBefore(8);
    for (let lives = 1; lives <= MOST_LIVES && (await told()).length === 0; lives += 1) await live(lives * 150);
    expect(await told()).to.deep.equal(['dispatch warn']);
    await live(2500);
    expect(await told(), 'not again').to.deep.equal(['dispatch warn']);

    // What is due moves with the report: the warning that was told is of a later time, and stands.
    await reportedBefore(11);
    for (let lives = 1; lives <= MOST_LIVES && (await told()).length === 1; lives += 1) await live(lives * 150);
    await live(2500);
    expect(await told()).to.deep.equal(['dispatch warn', 'dispatch breach']);
    expect(await inStore(notices)).to.deep.equal(['breach responsible', 'breach supervisor', 'warn responsible']);
  });
});

async function report(database: Database): Promise<void> {
  const now = Date.now();
  const ticket: NewTicket = {
    ...{ id: 'watched', number: '261124000019', kind: 'fault', severity: 'P3', reasons: '["no_power"]', facts: null },
    ...{ place: null, lat: null, lon: null, since: null, phone: null, description: '停电', account_id: null },
    ...{ conversation_id: null, session_id: null, responsible_role: 'dispatcher', language: null, created_at: now },
  };
  const entry = { at: now, actor: 'bot', type: 'opened', data: {} };
  const { ok } = await database.commit(new TicketBook(database).open(ticket, entry));
  expect(ok).to.equal(true);
}

async function levelsTold({ query }: Database): Promise<string[]> {
  const rows = await query
    .selectFrom('ticket_event')
    .select('data')
    .where('ticket_id', '=', 'watched')
    .where('type', '=', 'escalated')
    .orderBy('seq')
    .execute();
  return rows.map(({ data }) => {
    const { clock, level } = JSON.parse(data) as { clock: string; level: string };
    return `${clock} ${level}`;
  });
}

async function notices({ query }: Database): Promise<string[]> {
  const rows = await query
    .selectFrom('ticket_notice')
    .select(['level', 'told'])
    .where('ticket_id', '=', 'watched')
    .execute();
  return rows.map(({ level, told }) => `${level} ${told}`).sort();
}

/** The demo's profile with so much time that a slow machine is in time, and no other clock near its end. */
function slowProfile(path: string): string {
  mkdirSync(path, { recursive: true });
  const { standards } = demoProfile;
  const long = { value: 100_000, confirmed: false };
  const slow = {
    ...standards,
    dispatchMinutes: { value: DISPATCH_HOURS * 60, confirmed: false },
    arrivalMinutes: { urban: long, rural: long, remote: long },
  };
  writeFileSync(join(path, 'profile.json'), JSON.stringify({ ...demoProfile, standards: slow }));
  copyFileSync(join(PROFILE, 'answers.json'), join(path, 'answers.json'));
  return path;
}
