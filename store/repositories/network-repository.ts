import { type Kysely, sql } from 'kysely';
import type { Network } from '../../domain/faults/localisation/network.ts';
import { MOST_PARAMETERS } from '../bulk-insert.ts';
import type { Database, Statement } from '../database.ts';
import type { NetworkDeviceTable, PremisesTable } from '../tables/utility-tables.ts';
import type { Tables } from '../tables.ts';
import { upsertRows } from '../upsert-rows.ts';

export type SuppliedRow = Pick<PremisesTable, 'device_id' | 'town_code' | 'village_code' | 'critical_kind'> & {
  readonly premises_id: string;
  readonly account_id: string | null;
  readonly special_need: string | null;
};

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

  /** Who hangs on devices: premises with their accounts, or without any. */
  async suppliedBy(deviceIds: readonly string[]): Promise<SuppliedRow[]> {
    const found: SuppliedRow[] = [];
    for (let from = 0; from < deviceIds.length; from += MOST_PARAMETERS) {
      found.push(...(await this.#supplied(deviceIds.slice(from, from + MOST_PARAMETERS))));
    }
    return found;
  }

  /** How many accounts hang on each device itself. */
  async accountsByDevice(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#query
      .selectFrom('account')
      .innerJoin('premises', 'premises.id', 'account.premises_id')
      .select(['premises.device_id', sql<number>`count(*)`.as('accounts')])
      .groupBy('premises.device_id')
      .execute();
    return new Map(rows.map(({ device_id, accounts }) => [device_id, Number(accounts)]));
  }

  #supplied(deviceIds: readonly string[]): Promise<SuppliedRow[]> {
    return this.#query
      .selectFrom('premises')
      .leftJoin('account', 'account.premises_id', 'premises.id')
      .leftJoin('customer', 'customer.id', 'account.customer_id')
      .select(['premises.id as premises_id', 'premises.device_id', 'premises.town_code', 'premises.village_code'])
      .select(['premises.critical_kind', 'account.id as account_id', 'customer.special_need'])
      .where('premises.device_id', 'in', deviceIds)
      .orderBy('premises.id')
      .orderBy('account.id')
      .execute();
  }

  /** Adds devices, and replaces those whose ids are there. */
  save(devices: readonly NetworkDeviceTable[]): Statement[] {
    return upsertRows(this.#query, 'network_device', devices);
  }
}
