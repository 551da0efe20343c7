import type { Severity } from '../faults/severity.ts';

export interface GradedTicket {
  readonly severity: Severity;
  /** SeverityReason codes. */
  readonly reasons: readonly string[];
}

export interface IncidentExtent {
  /** That its device has failed. */
  readonly probability: number;
  readonly customers: number;
  /** Accounts registered for life support below it. */
  readonly lifeSupport: number;
  readonly criticalSites: readonly string[];
}

export interface IncidentGrade {
  readonly severity: Severity;
  readonly lifeAtRisk: boolean;
}

/** From so many in the dark, an incident is urgent whoever they are. */
const MANY = 20;
const BELIEVED = 0.5;

/**
 * An incident is as grave as the gravest of its tickets, and as what hangs on its device: life support and critical sites
 * without power are emergencies as they are for a single report, many customers are urgent.
 */
export function gradeIncident(tickets: readonly GradedTicket[], extent: IncidentExtent): IncidentGrade {
  const believed = extent.probability >= BELIEVED;
  const lifeSupport = believed && extent.lifeSupport > 0;
  const grades: Severity[] = tickets.map(({ severity }) => severity);
  if (lifeSupport || (believed && extent.criticalSites.length > 0)) grades.push('P1');
  if (believed && extent.customers >= MANY) grades.push('P2');
  return {
    severity: grades.sort()[0] ?? 'P3',
    lifeAtRisk: lifeSupport || tickets.some(risksLife),
  };
}

/** Somebody is hurt, trapped or kept alive by a device, or may touch what kills. */
export function risksLife({ severity, reasons }: GradedTicket): boolean {
  return severity === 'P1' && reasons.some((reason) => reason.startsWith('people.') || reason.startsWith('hazard.'));
}
