import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { ended } from './test-server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const STARTING_MS = 60_000;
const SERVER = ['bot/main.ts'];

/** The real server as a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  /** SIGTERM: resolves with the exit code when it has drained. */
  stop(): Promise<number | null>;
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'switchboard-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts it and resolves when it says that it is ready. Rejects with what it wrote where it ends instead. */
export function startServer(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
  return startProgram(SERVER, settings);
}

/**
 * The same with any program of this repository that prints `ready <url>`; `command` is what Node is given. What is not
 * ready after `startingMs` is ended.
 */
export async function startProgram(
  command: readonly string[],
  settings: Readonly<Record<string, string>>,
  startingMs = STARTING_MS,
): Promise<ServerProcess> {
  const child = launch(command, settings);
  const errors: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const url = await Promise.race([readyLine(child), failure(child, errors), tooLong(errors, startingMs)]).catch(
    (error: unknown) => {
      child.kill('SIGKILL');
      throw error;
    },
  );
  return {
    url,
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended(child);
      return child.exitCode;
    },
  };
}

/** Starts it where it is not meant to come up: resolves with its exit code and what it wrote. */
export async function startInVain(
  settings: Readonly<Record<string, string>>,
): Promise<{ code: number | null; errors: string }> {
  const child = launch(SERVER, settings);
  const errors: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, errors: errors.join('') };
}

/** Nothing of the caller's own environment but what a program needs to run; a free port unless told otherwise. */
function launch(command: readonly string[], settings: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, command, {
    cwd: ROOT,
    env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function readyLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('ready ')) return line.slice('ready '.length);
  }
  return new Promise(() => {});
}

async function failure(child: ChildProcess, errors: readonly string[]): Promise<never> {
  await once(child, 'close');
  throw new Error(`the server ended before it was ready: ${errors.join('')}`);
}

async function tooLong(errors: readonly string[], startingMs: number): Promise<never> {
  await new Promise((done) => setTimeout(done, startingMs).unref());
  throw new Error(`the server was not ready in time: ${errors.join('')}`);
}
