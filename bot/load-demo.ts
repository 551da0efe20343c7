import { generateDemo } from '../data/demo/generate-demo.ts';
import { seedStaff } from '../desk/accounts/seed-staff.ts';
import type { UtilityProfile } from '../domain/utility-profile.ts';
import { bulkInsert } from '../store/bulk-insert.ts';
import { Claims } from '../store/claims.ts';
import { type Database, statement } from '../store/database.ts';

const SEED = 20_261_124;
/** Parents before children. */
const TABLES = [
  'network_device',
  'customer',
  'premises',
  'account',
  'bill',
  'bill_line',
  'payment',
  'payment_point',
  'landmark',
  'planned_outage',
  'interruption',
  'incident',
] as const;

export interface DemoLoad {
  readonly profile: UtilityProfile;
  readonly now: () => number;
  /** Names this process among those that start at the same time. */
  readonly holder: string;
  readonly premises?: number;
  /** Without the people, whose passwords take time to hash. */
  readonly withoutStaff?: boolean;
}

const CLAIM = 'demo';
/** Longer than loading takes; a process that dies over it leaves the job to another after that. */
const CLAIM_MS = 120_000;
const LOOK_AGAIN_MS = 300;

/** Loads the demo utility where none is loaded yet. Of several processes one does it, the others wait for it. */
export async function loadDemo(database: Database, load: DemoLoad): Promise<void> {
  const claims = new Claims(database);
  while (!(await isLoaded(database))) {
    if (await claims.claim(CLAIM, { holder: load.holder, now: load.now(), forMs: CLAIM_MS })) {
      await loadAll(database, load);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

async function loadAll(database: Database, { profile, now, premises, withoutStaff }: DemoLoad): Promise<void> {
  await database.commit([...TABLES].reverse().map((table) => statement(database.query.deleteFrom(table))));
  const demo = generateDemo({ seed: SEED, now: now(), profile, ...(premises === undefined ? {} : { premises }) });
  for (const table of TABLES) {
    if (table === 'incident' && !withoutStaff) await seedStaff(database, demo.staff, now());
    await bulkInsert(database, table, demo[table] as never);
  }
}

/** The incidents go in last: where there are any, the rest is there. */
async function isLoaded(database: Database): Promise<boolean> {
  return (await database.query.selectFrom('incident').select('id').limit(1).executeTakeFirst()) !== undefined;
}
