import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeNetwork } from '../../data/demo/make-network.ts';
import { makePremises } from '../../data/demo/make-premises.ts';
import { createRandom } from '../../data/demo/random.ts';
import { demoTowns } from '../../data/demo/towns.ts';
import { openAddressReader } from '../../desk/incidents/placement/open-address-reader.ts';
import { ReportPlacer } from '../../desk/incidents/placement/report-placer.ts';
import { bulkInsert } from '../../store/bulk-insert.ts';
import { migrate } from '../../store/migrate.ts';
import { PlacementRepository } from '../../store/repositories/placement-repository.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';

const SEED = 20_261_124;
const PREMISES = 5150;

export interface PlacementGround {
  readonly placer: ReportPlacer;
  readonly premises: number;
  readonly lineOf: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/**
 * The demo's premises and network, as the demo utility is loaded with them, in a store of their own; with a `crowd` of so many
 * other premises among them, whose addresses are drawn in the same way.
 */
export async function openPlacementGround({ crowd = 0 }: { readonly crowd?: number } = {}): Promise<PlacementGround> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-addresses-'));
  const database = openSqlite({ folder, synchronous: 'NORMAL' });
  await migrate(database);
  const random = createRandom(SEED);
  const towns = demoTowns();
  const planned = makePremises(random.branch('premises'), towns, PREMISES);
  const { devices, serviceOf } = makeNetwork(random.branch('network'), towns, planned);
  const parents = new Map(devices.map(({ id, parent_id }) => [id, parent_id]));
  await bulkInsert(database, 'network_device', devices);
  await bulkInsert(
    database,
    'premises',
    planned.map(({ row }) => ({ ...row, device_id: serviceOf.get(row.id) ?? '' })),
  );
  const known = new Set(planned.map(({ row }) => row.address));
  const others = crowd === 0 ? [] : makePremises(random.branch('crowd'), towns, crowd);
  await bulkInsert(
    database,
    'premises',
    others.flatMap(({ row }) => (known.has(row.address) ? [] : [{ ...row, id: `other ${row.id}`, device_id: '' }])),
  );
  return {
    placer: new ReportPlacer(new PlacementRepository(database), openAddressReader()),
    premises: planned.length + others.length,
    lineOf: new Map([...serviceOf].map(([id, service]) => [id, parents.get(service) ?? ''])),
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
