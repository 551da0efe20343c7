import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A real server that the tests started for themselves. */
export interface TestServer {
  /** The environment variable that suites read its address from. */
  readonly variable: string;
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** The path of a program, or null where the machine has none. */
export function findProgram(name: string): string | null {
  const found = spawnSync('sh', [
    '-c',
    `command -v ${name} || ls -1 /usr/lib/postgresql/*/bin/${name} 2>/dev/null | tail -n 1`,
  ]);
  return found.stdout.toString().trim().split('\n').at(-1) || null;
}

export async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
}

/** With CI=true nothing may be skipped; else the suites that need the server skip themselves. */
export function missing(what: string): null {
  if (process.env.CI === 'true') throw new Error(`${what} is not installed, and with CI=true nothing may be skipped`);
  return null;
}
