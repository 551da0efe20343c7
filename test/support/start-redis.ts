import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { ended, findProgram, freePort, missing, type TestServer } from './test-server.ts';

export async function startRedis(): Promise<TestServer | null> {
  const program = findProgram('redis-server');
  if (!program) return missing('redis-server');
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn(program, args, { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: 100 });
  client.on('error', () => {});
  await client.ping();
  client.disconnect();
  return {
    variable: 'TEST_REDIS_URL',
    url,
    pid: server.pid ?? 0,
    async stop() {
      server.kill('SIGTERM');
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
