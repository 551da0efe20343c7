import pg from 'pg';
import { startPostgres } from '../../test/support/start-postgres.ts';
import { startRedis } from '../../test/support/start-redis.ts';
import { startMicrosoft } from './microsoft-subject.ts';
import type { RunningSubject, Subject } from './subject.ts';
import { startSwitchboard } from './switchboard-subject.ts';

/** What is measured side by side. */
export const SUBJECTS: readonly Subject[] = [
  {
    key: 'a',
    title: 'CloudAdapter echo bot',
    durability: 'none: nothing is kept',
    start: () => startMicrosoft('bench/turn/echo-bot.ts'),
  },
  {
    key: 'b',
    title: 'CloudAdapter, Waterfall, MemoryStorage',
    durability: 'none: state in memory',
    start: () => startMicrosoft('bench/turn/waterfall-bot.ts'),
  },
  {
    key: 'c',
    title: 'Switchboard, embedded store',
    durability: 'SQLite WAL, synchronous=FULL, commits grouped under one fsync',
    start: () => startSwitchboard({ DURABILITY: 'full' }),
  },
  {
    key: 'd',
    title: 'Switchboard, PostgreSQL and Redis',
    durability: 'PostgreSQL, fsync=on, synchronous_commit=on',
    start: startWithServers,
  },
];

/** Rejects where PostgreSQL or Redis is not on this machine. */
async function startWithServers(): Promise<RunningSubject> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  if (!postgres || !redis) throw new Error('PostgreSQL and Redis are needed: on Debian, postgresql and redis-server');
  await holdToPromise(postgres.url);
  const servers = [
    { name: 'PostgreSQL', pid: postgres.pid },
    { name: 'Redis', pid: redis.pid },
  ];
  const subject = await startSwitchboard({ DATABASE_URL: postgres.url, REDIS_URL: redis.url }, servers);
  return {
    ...subject,
    async stop() {
      await subject.stop();
      await Promise.all([postgres.stop(), redis.stop()]);
    },
  };
}

/** The durability that is printed is the one that is measured. */
async function holdToPromise(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const setting of ['fsync', 'synchronous_commit']) {
      const { rows } = await client.query<Record<string, string>>(`show ${setting}`);
      if (rows[0]?.[setting] !== 'on') throw new Error(`${setting} is ${rows[0]?.[setting]}`);
    }
  } finally {
    await client.end();
  }
}
