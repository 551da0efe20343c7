import { execFile } from 'node:child_process';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { entryOf, FRONT_ENDS, type FrontEnd, sourcesOf } from './front-end.ts';
import { sourceHash } from './source-hash.ts';

export interface BuildRequest {
  /** Each front end comes to stand in a folder of its name below this one, for example `var/web`. */
  outDir: string;
  /** All of them where absent. */
  fronts?: readonly FrontEnd[];
  /** Where the sources stand; the checkout this file belongs to where absent. */
  root?: string;
  /** Ends a build in hand (the promise is then rejected with an AbortError). */
  signal?: AbortSignal;
}

const builtSchema = z.object({
  hash: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), gzip: z.number() })),
});

export interface BuiltFrontEnd {
  front: FrontEnd;
  /** Absolute path of the folder to serve. */
  folder: string;
  /** `absent`: this checkout has no such front end. */
  outcome: 'built' | 'unchanged' | 'absent';
  /** Paths relative to the folder; `bytes` plain and `gzip` compressed. */
  files: readonly { path: string; bytes: number; gzip: number }[];
}

/**
 * Builds what has changed since the last call and leaves the rest, by a hash over the sources: an unchanged front end
 * costs milliseconds. A new build takes the old one's place only when it is complete. Throws FrontEndBuildError.
 */
export async function buildFrontEnds(request: BuildRequest): Promise<BuiltFrontEnd[]> {
  const built: BuiltFrontEnd[] = [];
  for (const front of request.fronts ?? FRONT_ENDS) built.push(await buildFrontEnd(front, request));
  return built;
}

export class FrontEndBuildError extends Error {
  readonly code = 'FRONT_END_BUILD';
  readonly front: FrontEnd;
  constructor(front: FrontEnd, words: string, options: ErrorOptions) {
    super(`the front end ${front} could not be built: ${words}`, options);
    this.name = 'FrontEndBuildError';
    this.front = front;
  }
}

async function buildFrontEnd(front: FrontEnd, request: BuildRequest): Promise<BuiltFrontEnd> {
  const root = request.root ?? resolve(dirname(fileURLToPath(import.meta.url)), '../..');
  const outDir = resolve(request.outDir);
  const folder = join(outDir, front);
  const entry = await access(join(root, entryOf(front))).catch((error: NodeJS.ErrnoException) => error);
  if (entry !== undefined) return { front, folder, outcome: 'absent', files: [] };

  const hash = await sourceHash(root, sourcesOf(front));
  const note = join(outDir, `${front}.json`);
  const last = await readNote(note);
  const kept = await access(folder).then(
    () => last?.hash === hash,
    () => false,
  );
  if (last !== undefined && kept) return { front, folder, outcome: 'unchanged', files: last.files };

  const fresh = join(outDir, `.${front}-${process.pid}`);
  await mkdir(outDir, { recursive: true });
  try {
    await compile({ front, root, outDir: fresh, signal: request.signal });
    const files = await weigh(fresh);
    await replace(folder, fresh);
    await writeFile(note, JSON.stringify({ hash, files }));
    return { front, folder, outcome: 'built', files };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

interface Compilation {
  front: FrontEnd;
  root: string;
  outDir: string;
  signal: AbortSignal | undefined;
}

async function compile({ front, root, outDir, signal }: Compilation): Promise<void> {
  const script = fileURLToPath(new URL('./compile-front-end.ts', import.meta.url));
  try {
    await promisify(execFile)(process.execPath, [script, front, root, outDir], {
      cwd: root,
      env: { NODE_ENV: 'production' },
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    const words = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new FrontEndBuildError(front, words, { cause });
  }
}

async function readNote(path: string): Promise<z.infer<typeof builtSchema> | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return builtSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // A note cut short by a crash says nothing: the front end is built again.
    return undefined;
  }
}

async function replace(folder: string, fresh: string): Promise<void> {
  const old = `${fresh}-old`;
  await rename(folder, old).catch(() => undefined);
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}

async function weigh(folder: string): Promise<BuiltFrontEnd['files']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => {
      const content = await readFile(path);
      return { path: path.slice(folder.length + 1), bytes: content.length, gzip: gzipSync(content).length };
    }),
  );
  return files.sort((a, b) => a.path.localeCompare(b.path));
}
