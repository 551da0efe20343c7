import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ended, findProgram, freePort, missing, type TestServer } from './test-server.ts';

const STARTING_MS = 20_000;

/** PostgreSQL refuses to run as root: as root it runs as the user `postgres` that its package makes. */
export async function startPostgres(): Promise<TestServer | null> {
  const initdb = findProgram('initdb');
  const program = findProgram('postgres');
  if (!initdb || !program) return missing('postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-postgres-'));
  const owner = serverUser();
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'switchboard', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'],
    {
      ...owner,
      cwd: folder,
    },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: folder, max_connections: 200 };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const server = spawn(program, args, { ...owner, cwd: folder, stdio: 'ignore' });
  const url = `postgres://switchboard@127.0.0.1:${port}/postgres`;
  await reachable(url);
  return {
    variable: 'TEST_DATABASE_URL',
    url,
    pid: server.pid ?? 0,
    async stop() {
      server.kill('SIGINT');
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serverUser(): Pick<SpawnOptions, 'uid' | 'gid'> {
  if (userInfo().uid !== 0) return {};
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString());
  return { uid: id('-u'), gid: id('-g') };
}

async function reachable(url: string): Promise<void> {
  for (const end = Date.now() + STARTING_MS; ; ) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A database of its own for one suite. */
export async function freshDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `t${process.pid}_${Math.random().toString(36).slice(2)}`;
  const run = async (sql: string) => {
    const client = new pg.Client(serverUrl);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await run(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) };
}
