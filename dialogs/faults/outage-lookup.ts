import { z } from 'zod';
import type { OutageRepository } from '../../store/repositories/outage-repository.ts';
import type { FindAreas, KnownOutages, Outages } from '../services.ts';

const codes = z.array(z.string());

/** Finds outages by the areas they touch. A town touches its villages; a village is not told of its neighbour's. */
export class OutageLookup implements Outages {
  readonly #repository: OutageRepository;
  readonly #findAreas: FindAreas;

  constructor(repository: OutageRepository, findAreas: FindAreas) {
    this.#repository = repository;
    this.#findAreas = findAreas;
  }

  at(place: string, now: number): Promise<KnownOutages> {
    return this.#touching(this.#findAreas(place), now);
  }

  async atAccount(accountId: string, now: number): Promise<KnownOutages> {
    const area = await this.#repository.areaOfAccount(accountId);
    return this.#touching(area ? [area.village_code, area.town_code] : [], now);
  }

  async #touching(areas: readonly string[], now: number): Promise<KnownOutages> {
    if (areas.length === 0) return { incidents: [], planned: [] };
    const [incidents, planned] = await Promise.all([
      this.#repository.openIncidents(),
      this.#repository.plannedFrom(now),
    ]);
    const touches = (row: { area_codes: string }) =>
      codes.parse(JSON.parse(row.area_codes)).some((code) => areas.includes(code));
    return {
      incidents: incidents.filter(touches).map(({ area, opened_at, eta_at, eta_source, eta_set_at }) => ({
        area,
        openedAt: opened_at,
        eta:
          eta_at !== null && eta_source && eta_set_at !== null
            ? { at: eta_at, source: eta_source, setAt: eta_set_at }
            : null,
      })),
      planned: planned.filter(touches).map(({ area, reason, reason_en, from_at, to_at }) => ({
        area,
        reason,
        reasonEn: reason_en,
        from: from_at,
        to: to_at,
      })),
    };
  }
}
