import { setImmediate as others } from 'node:timers/promises';
import type { DeviceKind } from '../../../domain/faults/device-kinds.ts';
import type { PremisesParts, SaidAddress } from '../../../domain/incidents/placement/address-parts.ts';
import { placeReport, type ReportPlace } from '../../../domain/incidents/placement/place-report.ts';
import type { Position } from '../../../domain/places/position.ts';
import type { PlacementRepository } from '../../../store/repositories/placement-repository.ts';
import type { NetworkDeviceTable, PremisesTable } from '../../../store/tables/utility-tables.ts';
import type { AddressReader } from './address-reader.ts';
import { type DeviceHint, deviceHintsIn } from './device-hints.ts';

export interface ReportToPlace {
  /** The customer's words for the place. */
  readonly place: string | null;
  readonly position: Position | null;
  readonly accountId: string | null;
}

export interface PlacedReport extends ReportPlace {
  /** The service device of a candidate; null for other premises. */
  deviceOf(premisesId: string): string | null;
}

const MOST_IN_AREA = 2000;
const AROUND_METRES = 300;
const MOST_AROUND = 400;
const READ_AT_ONCE = 100;
const MOST_BELOW = 400;
const MOST_DEVICES = 400;

/** Finds the premises that a report may come from, each with its probability. */
export class ReportPlacer {
  readonly #repository: PlacementRepository;
  readonly #reader: AddressReader;

  constructor(repository: PlacementRepository, reader: AddressReader) {
    this.#repository = repository;
    this.#reader = reader;
  }

  async place({ place, position, accountId }: ReportToPlace): Promise<PlacedReport> {
    const said = place === null ? null : this.#reader.said(place);
    const [own, near, named, inArea] = await Promise.all([
      accountId === null ? [] : this.#repository.ofAccount(accountId),
      position === null ? [] : this.#repository.around(position, AROUND_METRES, MOST_AROUND),
      said === null ? [] : this.#belowNamed(said),
      said === null ? [] : this.#inAreas(said),
    ]);
    const all = new Map<string, PremisesTable>([...own, ...near, ...named, ...inArea].map((row) => [row.id, row]));
    const hints = {
      said,
      position,
      accountPremises: own[0]?.id ?? null,
      belowNamed: new Set(named.map(({ id }) => id)),
    };
    const found = placeReport(hints, await this.#read([...all.values()]));
    return { ...found, deviceOf: (premisesId) => all.get(premisesId)?.device_id ?? null };
  }

  /** In slices: a whole town read at once would hold up the turns of customers. */
  async #read(rows: readonly PremisesTable[]): Promise<PremisesParts[]> {
    const parts: PremisesParts[] = [];
    for (let from = 0; from < rows.length; from += READ_AT_ONCE) {
      if (from > 0) await others();
      parts.push(...rows.slice(from, from + READ_AT_ONCE).map((row) => this.#reader.premises(row)));
    }
    return parts;
  }

  async #inAreas({ areas }: SaidAddress): Promise<PremisesTable[]> {
    const villages = areas.filter(({ code }) => code.length === 12).map(({ code }) => code);
    if (villages.length > 0) return this.#repository.inVillages(villages, MOST_IN_AREA);
    const rows = await Promise.all(areas.map(({ code }) => this.#repository.inTown(code, MOST_IN_AREA)));
    return rows.flat();
  }

  async #belowNamed(said: SaidAddress): Promise<PremisesTable[]> {
    const hints = deviceHintsIn(said.text);
    if (hints.length === 0) return [];
    const names = said.areas.flatMap(({ code }) => this.#reader.nameOf(code) ?? []);
    const kinds = new Set<DeviceKind>(hints.flatMap((hint) => hint.kinds));
    const devices = await this.#repository.devicesNamed(names, [...kinds], MOST_DEVICES);
    const meant = devices.filter((device) => hints.some((hint) => isMeant(device, hint)));
    return this.#repository.below(
      meant.map(({ id }) => id),
      MOST_BELOW,
    );
  }
}

function isMeant({ kind, name }: NetworkDeviceTable, hint: DeviceHint): boolean {
  return hint.kinds.includes(kind) && hint.fits(name.toLowerCase());
}
