import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { sql } from 'kysely';
import { bulkInsert } from '../../store/bulk-insert.ts';
import type { Database } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { AuditChainRepository } from '../../store/repositories/audit-chain-repository.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { startProgram, temporaryFolder } from '../support/server-process.ts';

const ENTRIES = 20_000;
const AT = Date.parse('2026-11-24T10:00:00+08:00');

describe('npm run audit, and a chainer that is killed', function () {
  this.timeout(180_000);
  const folder = temporaryFolder();
  after(() => folder.remove());

  async function withStore<T>(use: (database: Database) => Promise<T>): Promise<T> {
    const database = openSqlite({ folder: folder.path, synchronous: 'NORMAL' });
    try {
      await migrate(database);
      return await use(database);
    } finally {
      await database.close();
    }
  }
  const chained = () => withStore(async (database) => (await new AuditChainRepository(database).head()).seq);

  async function audit(...args: readonly string[]) {
    const child = spawn(process.execPath, ['bot/cli/audit.ts', ...args], {
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
  const file = (name: string) => join(folder.path, name);

  it('goes on from where the chain stood after each kill, and is whole in the end', async () => {
    await withStore((database) =>
      bulkInsert(
        database,
        'audit',
        Array.from({ length: ENTRIES }, (_, index) => ({
          id: `entry-${String(index).padStart(6, '0')}`,
          at: AT + index,
          actor: 'staff',
          action: 'looked',
          subject: `ticket:${index % 50}`,
          detail: '{}',
        })),
      ),
    );
    const start = () => startProgram(['test/support/chainer-process.ts'], { DATA_DIR: folder.path });
    const stood: number[] = [];
    for (let kills = 0; kills < 12 && (stood.at(-1) ?? 0) < ENTRIES; kills += 1) {
      const running = await start();
      await new Promise((done) => setTimeout(done, (kills * 37) % 160));
      await running.kill();
      stood.push(await chained());
    }
    expect(stood.filter((links) => links > 0 && links < ENTRIES).length, String(stood)).to.be.greaterThan(0);
    expect(stood).to.deep.equal(stood.toSorted((a, b) => a - b));
    const last = await start();
    expect(await last.stop(), 'what was written until the end is chained as it ends').to.equal(0);
    const { code, out } = await audit('verify');
    expect(code).to.equal(0);
    expect(out)
      .to.match(/^\d+ links looked through\nnothing has yet to be chained\n/)
      .and.to.include('\nwhole\n');
    expect(Number(out.split(' ')[0])).to.be.at.least(ENTRIES);
  });

  it('exports the chain so that it can be verified anywhere, and for a spreadsheet', async () => {
    expect((await audit('export', file('audit.jsonl'))).out).to.match(/^\d+ chained entries in /);
    const sound = await audit('verify', '--file', file('audit.jsonl'));
    expect(sound.code, sound.errors).to.equal(0);
    expect(sound.out).to.equal((await audit('verify')).out.replace('nothing has yet to be chained\n', ''));
    const text = readFileSync(file('audit.jsonl'), 'utf8');
    writeFileSync(file('audit.jsonl'), text.replace('"subject":"ticket:7"', '"subject":"ticket:8"'));
    const forged = await audit('verify', '--file', file('audit.jsonl'));
    expect(forged.code).to.equal(1);
    expect(forged.errors).to.match(/^link 8: entry entry-000007, or the link before, is not what was chained\n$/);
    await audit('export', file('audit.csv'));
    const [columns, first] = readFileSync(file('audit.csv'), 'utf8').split('\r\n');
    expect(columns).to.equal('\uFEFFseq,entry_id,time,actor,action,subject,detail,chained_at,sha256');
    expect(first).to.match(/^1,entry-000000,2026-11-24T02:00:00.000Z,staff,looked,ticket:0,\{\},/);
  });

  it('tells the first broken row, the tail that has yet to be chained, and a head that was kept', async () => {
    const head = /^head (\d+:[0-9a-f]{64})$/m.exec((await audit('verify')).out)?.[1] ?? '';
    expect((await audit('verify', '--head', head)).code).to.equal(0);
    await withStore(async (database) => {
      await sql`drop trigger audit_no_update`.execute(database.query);
      await sql`update audit set actor = 'nobody' where id in ('entry-000100', 'entry-000041')`.execute(database.query);
      await bulkInsert(database, 'audit', [
        { id: 'new', at: AT, actor: 'staff', action: 'looked', subject: 'ticket:1', detail: '{}' },
      ]);
    });
    const broken = await audit('verify');
    expect(broken.code).to.equal(1);
    expect(broken.errors.split('\n')).to.deep.equal([
      'link 42: entry entry-000041, or the link before, is not what was chained',
      'link 101: entry entry-000100, or the link before, is not what was chained',
      '',
    ]);
    expect(broken.out).to.include('1 have yet to be chained, since 2026-11-24T02:00:00.000Z (new)\n');
    expect(broken.out).to.match(/BROKEN\n$/);
    const cut = await audit('verify', '--head', head.replace(/^\d+/, '9999999'));
    expect(cut.errors).to.include('link 9999999: not the one that --head tells');
  });

  it('says how it is used, and what is wrong with what it is given', async () => {
    for (const args of [[], ['verify', 'x'], ['export', 'x.pdf'], ['export']]) {
      const { code, errors } = await audit(...args);
      expect(code, args.join(' ')).to.equal(2);
      expect(errors).to.include('npm run audit -- verify');
    }
    expect(await audit('verify', '--head', '12')).to.include({ code: 2 });
    expect((await audit('verify', '--file', file('none.jsonl'))).errors).to.include('none.jsonl');
  });
});
