import type { Kysely } from 'kysely';
import type { Network } from '../../domain/faults/localisation/network.ts';
import type { Database, Statement } from '../database.ts';
import type { NetworkDeviceTable } from '../tables/utility-tables.ts';
import type { Tables } from '../tables.ts';
import { upsertRows } from '../upsert-rows.ts';

/** The distribution network as the utility has given it. */
export class NetworkRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  devices(): Promise<NetworkDeviceTable[]> {
    return this.#query.selectFrom('network_device').selectAll().orderBy('id').execute();
  }

  /** As localisation takes it: each account is a customer on the device of its premises. Accounts on no known device are left out. */
  async network(): Promise<Network> {
    const [devices, customers] = await Promise.all([
      this.#query.selectFrom('network_device').select(['id', 'kind', 'parent_id as parent']).orderBy('id').execute(),
      this.#query
        .selectFrom('account')
        .innerJoin('premises', 'premises.id', 'account.premises_id')
        .innerJoin('network_device', 'network_device.id', 'premises.device_id')
        .select(['account.id', 'premises.device_id as device'])
        .orderBy('account.id')
        .execute(),
    ]);
    return { devices, customers };
  }

  /** Adds devices, and replaces those whose ids are there. */
  save(devices: readonly NetworkDeviceTable[]): Statement[] {
    return upsertRows(this.#query, 'network_device', devices);
  }
}
