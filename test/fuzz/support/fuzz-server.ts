import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerProcess, startServer, temporaryFolder } from '../../support/server-process.ts';
import { HttpClient } from './http-client.ts';
import { StoredRows } from './stored-rows.ts';

export const SECRET = 'a secret of the tests, 32 characters or more';

/** The real server with a small demo utility, its limits so wide that a fuzz does not spend its time on refusals for haste. */
export interface FuzzServer {
  readonly url: string;
  readonly port: number;
  readonly client: HttpClient;
  readonly rows: StoredRows;
  /** Ends it as operators do; resolves with the exit code, which is 0 where nothing has broken it. */
  stop(): Promise<number | null>;
}

export async function startFuzzServer(settings: Readonly<Record<string, string>> = {}): Promise<FuzzServer> {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  const server: ServerProcess = await startServer({
    DATA_DIR: data,
    DURABILITY: 'normal',
    DEMO_PREMISES: '60',
    LOG_LEVEL: 'error',
    UTILITY_PROFILE: profileWithoutHaste(folder.path),
    DIRECT_LINE_SECRET: SECRET,
    ...settings,
  });
  const client = new HttpClient(server.url);
  const rows = new StoredRows(data);
  return {
    url: server.url,
    port: Number(new URL(server.url).port),
    client,
    rows,
    async stop() {
      client.close();
      rows.close();
      const code = await server.stop();
      folder.remove();
      return code;
    },
  };
}

function profileWithoutHaste(folder: string): string {
  const own = join(import.meta.dirname, '../../../data/profile');
  const copy = join(folder, 'profile');
  mkdirSync(copy);
  cpSync(join(own, 'answers.json'), join(copy, 'answers.json'));
  const profile = JSON.parse(readFileSync(join(own, 'demo.json'), 'utf8')) as Record<string, unknown>;
  const limits = { messagesPerMinute: 1_000_000, uploadsPerMinute: 1_000_000 };
  writeFileSync(join(copy, 'profile.json'), JSON.stringify({ ...profile, limits }));
  return copy;
}
