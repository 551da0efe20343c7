import { z } from 'zod';
import type { Statement } from '../../store/database.ts';
import type { IncidentRepository } from '../../store/repositories/incident-repository.ts';
import type { Incident, OutageRepository, PlannedOutage } from '../../store/repositories/outage-repository.ts';
import { type Areas, likelyArea } from '../places/areas.ts';
import type { KnownIncident, KnownOutages, KnownPlannedOutage, Outages, PlaceAsked } from '../services.ts';

const codes = z.array(z.string());

type Touches = (outage: { readonly device_id: string | null; readonly area_codes: string }) => boolean;

/** Open incidents by the devices that supply a place, the likeliest first. */
export type IncidentsAt = (place: PlaceAsked) => Promise<
  readonly {
    readonly id: string;
    readonly number: string;
    readonly area: string;
    /** That the place lies below the device that failed. */
    readonly here: number;
    readonly startedAt: number;
    readonly eta: KnownIncident['eta'];
  }[]
>;

interface LookupParts {
  readonly outages: OutageRepository;
  readonly incidents: Pick<IncidentRepository, 'join'>;
  readonly incidentsAt: IncidentsAt;
  readonly areas: Pick<Areas, 'find' | 'around'>;
}

/** Finds outages by the areas they touch, and for an account by the devices that supply it. A village is not told of its neighbour's. */
export class OutageLookup implements Outages {
  readonly #repository: OutageRepository;
  readonly #incidents: Pick<IncidentRepository, 'join'>;
  readonly #incidentsAt: IncidentsAt;
  readonly #areas: Pick<Areas, 'find' | 'around'>;

  constructor(given: LookupParts) {
    this.#repository = given.outages;
    this.#incidents = given.incidents;
    this.#incidentsAt = given.incidentsAt;
    this.#areas = given.areas;
  }

  async at(place: string, now: number): Promise<KnownOutages> {
    const area = likelyArea(this.#areas.find(place));
    return area ? this.inArea(area.code, now) : { incidents: [], planned: [] };
  }

  async here(place: PlaceAsked, now: number): Promise<KnownOutages> {
    const [placed, named] = await Promise.all([this.#incidentsAt(place), this.#byName(place, now)]);
    if (placed.length === 0) return named;
    const incidents = placed.map(({ id, number, area, startedAt, eta, here }) => ({
      id,
      number,
      area,
      openedAt: startedAt,
      eta,
      here,
    }));
    return { incidents, planned: named.planned };
  }

  async #byName({ place, position, accountId }: PlaceAsked, now: number): Promise<KnownOutages> {
    if (accountId !== null) return this.atAccount(accountId, now);
    if (place !== null) return this.at(place, now);
    const around = position && this.#areas.around(position);
    return around ? this.inArea(around.code, now) : { incidents: [], planned: [] };
  }

  inArea(code: string, now: number): Promise<KnownOutages> {
    return this.#known(now, ({ area_codes }) => codes.parse(JSON.parse(area_codes)).includes(code));
  }

  async atAccount(accountId: string, now: number): Promise<KnownOutages> {
    const supply = await this.#repository.supplyOf(accountId);
    if (!supply) return { incidents: [], planned: [] };
    return this.#known(now, ({ device_id, area_codes }) =>
      device_id === null
        ? codes.parse(JSON.parse(area_codes)).includes(supply.villageCode)
        : supply.deviceIds.includes(device_id),
    );
  }

  join(incidentId: string, ticketId: string, at: number): readonly Statement[] {
    return this.#incidents.join(incidentId, [ticketId], { at, byHand: false });
  }

  async #known(now: number, touches: Touches): Promise<KnownOutages> {
    const [incidents, planned] = await Promise.all([
      this.#repository.openIncidents(),
      this.#repository.plannedFrom(now),
    ]);
    return { incidents: incidents.filter(touches).map(incidentOf), planned: planned.filter(touches).map(plannedOf) };
  }
}

function incidentOf({ id, number, area, opened_at, eta_at, eta_source, eta_set_at }: Incident): KnownIncident {
  const eta =
    eta_at !== null && eta_source && eta_set_at !== null ? { at: eta_at, source: eta_source, setAt: eta_set_at } : null;
  return { id, number, area, openedAt: opened_at, eta, here: null };
}

function plannedOf({ id, area, reason, reason_en, from_at, to_at, announced_at }: PlannedOutage): KnownPlannedOutage {
  return { id, area, reason, reasonEn: reason_en, from: from_at, to: to_at, announcedAt: announced_at };
}
