import { randomUUID } from 'node:crypto';
import { loadGazetteer } from '../../nlu/places/gazetteer.ts';
import type { Database } from '../../store/database.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { startProgram, temporaryFolder } from '../../test/support/server-process.ts';
import { startCommand, startEnvironment } from '../measure/start-command.ts';
import type { StormUtility } from './draw-storm.ts';

/** The real server with a utility in its store, in a process of its own. */
export interface StormGround {
  readonly url: string;
  readonly pid: number;
  /** DIRECT_LINE_SECRET. */
  readonly secret: string;
  readonly utility: StormUtility;
  /** Ends the server, and opens what it leaves. */
  examine<T>(look: (database: Database) => Promise<T>): Promise<T>;
  /** Ends what still runs and takes the data away. */
  close(): Promise<void>;
}

/** A utility of many thousand homes takes a while on a busy machine. */
const LOADING_MS = 10 * 60_000;

/** Loads the demo utility by a first start, reads who its customers are, and starts the server anew, as it runs day by day. */
export async function openStormGround(premises: number): Promise<StormGround> {
  const folder = temporaryFolder();
  const secret = `${randomUUID()}${randomUUID()}`;
  const settings = {
    ...startEnvironment(),
    NODE_ENV: 'production',
    DATA_DIR: folder.path,
    DEMO_PREMISES: String(premises),
    LOG_LEVEL: 'warn',
    DIRECT_LINE_SECRET: secret,
    // Customers have addresses of their own, as behind a proxy.
    TRUSTED_PROXIES: '127.0.0.1',
  };
  const within = async <T>(look: (database: Database) => Promise<T>): Promise<T> => {
    const database = openSqlite({ folder: folder.path });
    try {
      return await look(database);
    } finally {
      await database.close();
    }
  };
  await (await startProgram(startCommand(), settings, LOADING_MS)).stop();
  const utility = await within(readUtility);
  const server = await startProgram(startCommand(), settings, LOADING_MS);
  let ended = false;
  const end = async () => {
    if (!ended) await server.stop();
    ended = true;
  };
  return {
    url: server.url,
    pid: server.pid,
    secret,
    utility,
    async examine(look) {
      await end();
      return within(look);
    },
    async close() {
      await end();
      folder.remove();
    },
  };
}

async function readUtility({ query }: Database): Promise<StormUtility> {
  const devices = await query.selectFrom('network_device').select(['id', 'kind', 'parent_id as parent']).execute();
  const rows = await query
    .selectFrom('premises')
    .innerJoin('account', 'account.premises_id', 'premises.id')
    .select(['premises.id', 'device_id', 'town_code', 'address', 'lat', 'lon', 'account.number as account'])
    .where('account.state', '=', 'active')
    .where('critical_kind', 'is', null)
    .orderBy('premises.id')
    .execute();
  const towns = new Map(loadGazetteer().towns.map(({ code, latin }) => [code, latin[0] ?? '']));
  return {
    devices,
    homes: rows.map(({ id, device_id, town_code, address, lat, lon, account }) => ({
      ...{ premisesId: id, deviceId: device_id, account, address, lat, lon },
      latin: `number ${/(\d+)号/u.exec(address)?.[1] ?? 1}, ${towns.get(town_code) ?? ''} town`,
    })),
  };
}
