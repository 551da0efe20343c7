import { startPostgres } from './start-postgres.ts';
import { startRedis } from './start-redis.ts';
import type { TestServer } from './test-server.ts';

const running: TestServer[] = [];

/** Starts the real servers once for the whole run, on free ports in temporary folders; their addresses go to every suite. */
export async function mochaGlobalSetup(): Promise<void> {
  const servers = await Promise.all([startPostgres(), startRedis()]);
  for (const server of servers) {
    if (server === null) continue;
    running.push(server);
    process.env[server.variable] = server.url;
  }
}

export async function mochaGlobalTeardown(): Promise<void> {
  await Promise.all(running.map((server) => server.stop()));
}
