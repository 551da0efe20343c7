import { NO_EXPLANATION } from '../../domain/incidents/incident-explanation.ts';
import type { StoredIncident } from '../../store/repositories/incident-repository.ts';

/** A new incident of which nothing is known yet. */
export function blankIncident({ id, number, at }: { id: string; number: string; at: number }): StoredIncident {
  return {
    id,
    number,
    device_id: null,
    feeder_id: null,
    state: 'probable',
    origin: 'inferred',
    pinned: 0,
    probability: 0,
    explanation: JSON.stringify(NO_EXPLANATION),
    customers: 0,
    severity: 'P3',
    life_at_risk: 0,
    life_support: 0,
    critical_sites: '[]',
    cause: null,
    area_codes: '[]',
    area: '',
    started_at: at,
    opened_at: at,
    eta_at: null,
    eta_source: null,
    eta_set_at: null,
    eta_set_by: null,
    crew: null,
    responsible_id: null,
    within_id: null,
    merged_into: null,
    restored_at: null,
    closed_at: null,
    updated_at: at,
    version: 1,
  };
}
