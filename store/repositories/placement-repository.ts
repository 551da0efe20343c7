import type { Kysely } from 'kysely';
import type { DeviceKind } from '../../domain/faults/device-kinds.ts';
import type { Position } from '../../domain/places/position.ts';
import type { Database } from '../database.ts';
import type { NetworkDeviceTable, PremisesTable } from '../tables/utility-tables.ts';
import type { Tables } from '../tables.ts';
import { devicesBelow } from './devices-below.ts';

/** Premises that a report may come from. */
export class PlacementRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  inVillages(codes: readonly string[], limit: number): Promise<PremisesTable[]> {
    if (codes.length === 0) return Promise.resolve([]);
    return this.#premises(limit).where('village_code', 'in', codes).execute();
  }

  /** By the villages' codes, which begin with the town's. */
  inTown(code: string, limit: number): Promise<PremisesTable[]> {
    return this.#premises(limit).where('village_code', '>=', code).where('village_code', '<', `${code}~`).execute();
  }

  /** In the square of so many metres to each side. */
  around({ lat, lon }: Position, metres: number, limit: number): Promise<PremisesTable[]> {
    const north = metres / METRES_PER_DEGREE;
    const east = north / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
    return this.#premises(limit)
      .where('lat', '>=', lat - north)
      .where('lat', '<=', lat + north)
      .where('lon', '>=', lon - east)
      .where('lon', '<=', lon + east)
      .execute();
  }

  ofAccount(accountId: string): Promise<PremisesTable[]> {
    return this.#premises(1)
      .where('id', 'in', (query) =>
        query.selectFrom('account').select('account.premises_id').where('account.id', '=', accountId),
      )
      .execute();
  }

  byIds(ids: readonly string[]): Promise<PremisesTable[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.#premises(ids.length).where('id', 'in', ids).execute();
  }

  /** On devices and on all below them. */
  below(deviceIds: readonly string[], limit: number): Promise<PremisesTable[]> {
    if (deviceIds.length === 0) return Promise.resolve([]);
    return this.#query
      .selectFrom('premises')
      .selectAll('premises')
      .where('device_id', 'in', devicesBelow(this.#query, deviceIds))
      .orderBy('premises.id')
      .limit(limit)
      .execute();
  }

  /** Devices of the kinds whose names hold one of the words. */
  devicesNamed(words: readonly string[], kinds: readonly DeviceKind[], limit: number): Promise<NetworkDeviceTable[]> {
    if (words.length === 0 || kinds.length === 0) return Promise.resolve([]);
    return this.#query
      .selectFrom('network_device')
      .selectAll()
      .where('kind', 'in', kinds)
      .where((where) => where.or(words.map((word) => where('name', 'like', `%${word.replace(/[%_\\]/g, '')}%`))))
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  #premises(limit: number) {
    return this.#query.selectFrom('premises').selectAll().orderBy('id').limit(limit);
  }
}

const METRES_PER_DEGREE = 111_195;
