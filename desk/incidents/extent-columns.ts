import { type GradedTicket, gradeIncident } from '../../domain/incidents/grade-incident.ts';
import type { StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { AreaNames } from './area-names.ts';
import type { Extent } from './feeder.ts';

export type ExtentColumns = Pick<
  StoredIncident,
  'customers' | 'severity' | 'life_at_risk' | 'life_support' | 'critical_sites'
> &
  Partial<Pick<StoredIncident, 'area' | 'area_codes'>>;

export interface ExtentGiven {
  readonly areas: AreaNames;
  /** Of its device; null where that is not known. */
  readonly known: Extent | null;
  readonly probability: number;
  /** Open tickets of the incident. */
  readonly tickets: readonly GradedTicket[];
}

/** Who is dark by an incident, and how grave that is. */
export function extentColumns({ areas, known, probability, tickets }: ExtentGiven): ExtentColumns {
  const extent = {
    probability,
    customers: known?.customers ?? tickets.length,
    lifeSupport: known?.lifeSupport ?? 0,
    criticalSites: known?.criticalSites ?? [],
  };
  const { severity, lifeAtRisk } = gradeIncident(tickets, extent);
  return {
    customers: extent.customers,
    severity,
    life_at_risk: Number(lifeAtRisk),
    life_support: extent.lifeSupport,
    critical_sites: JSON.stringify(extent.criticalSites),
    ...(known ? areas.areaOf(known) : {}),
  };
}
