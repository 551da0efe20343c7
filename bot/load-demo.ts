import { generateDemo } from '../data/demo/generate-demo.ts';
import { seedStaff } from '../desk/accounts/seed-staff.ts';
import type { UtilityProfile } from '../domain/utility-profile.ts';
import { bulkInsert } from '../store/bulk-insert.ts';
import type { Database } from '../store/database.ts';

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
  'planned_outage',
  'incident',
] as const;

/** Loads the demo utility where none is loaded yet. `staff: false` leaves out the people, whose passwords take time to hash. */
export async function loadDemo(
  database: Database,
  options: {
    profile: UtilityProfile;
    now: number;
    premises?: number;
    staff?: boolean;
    progress?: (words: string) => void;
  },
): Promise<void> {
  const { profile, now, premises, staff = true, progress } = options;
  if (await isLoaded(database)) return;
  progress?.('Loading the demo utility…');
  const demo = generateDemo({ seed: SEED, now, profile, ...(premises === undefined ? {} : { premises }) });
  for (const table of TABLES) await bulkInsert(database, table, demo[table] as never);
  if (staff) await seedStaff(database, demo.staff, now);
}

/** The incidents go in last, so where there are any the rest is there; a load that was cut off is done again from the start. */
async function isLoaded(database: Database): Promise<boolean> {
  const incident = await database.query.selectFrom('incident').select('id').limit(1).executeTakeFirst();
  if (incident) return true;
  await database.commit(
    [...TABLES].reverse().map((table) => {
      const { sql, parameters } = database.query.deleteFrom(table).compile();
      return { sql, parameters: parameters as never };
    }),
  );
  return false;
}
