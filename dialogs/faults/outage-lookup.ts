import { z } from 'zod';
import type { Statement } from '../../store/database.ts';
import type { IncidentRepository } from '../../store/repositories/incident-repository.ts';
import type { Incident, OutageRepository, PlannedOutage } from '../../store/repositories/outage-repository.ts';
import { type Areas, likelyArea } from '../places/areas.ts';
import type { KnownIncident, KnownOutages, KnownPlannedOutage, Outages } from '../services.ts';

const codes = z.array(z.string());

type Touches = (outage: { readonly device_id: string | null; readonly area_codes: string }) => boolean;

/** Finds outages by the areas they touch, and for an account by the devices that supply it. A village is not told of its neighbour's. */
export class OutageLookup implements Outages {
  readonly #repository: OutageRepository;
  readonly #incidents: Pick<IncidentRepository, 'join'>;
  readonly #areas: Pick<Areas, 'find'>;

  constructor(
    given: { outages: OutageRepository; incidents: Pick<IncidentRepository, 'join'> },
    areas: Pick<Areas, 'find'>,
  ) {
    this.#repository = given.outages;
    this.#incidents = given.incidents;
    this.#areas = areas;
  }

  async at(place: string, now: number): Promise<KnownOutages> {
    const area = likelyArea(this.#areas.find(place));
    return area ? this.inArea(area.code, now) : { incidents: [], planned: [] };
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

function incidentOf({ id, area, opened_at, eta_at, eta_source, eta_set_at }: Incident): KnownIncident {
  const eta =
    eta_at !== null && eta_source && eta_set_at !== null ? { at: eta_at, source: eta_source, setAt: eta_set_at } : null;
  return { id, area, openedAt: opened_at, eta };
}

function plannedOf({ id, area, reason, reason_en, from_at, to_at, announced_at }: PlannedOutage): KnownPlannedOutage {
  return { id, area, reason, reasonEn: reason_en, from: from_at, to: to_at, announcedAt: announced_at };
}
