import type { PlacedIncident } from '../../store/repositories/integration-incident-repository.ts';
import type { IntegrationIncident } from '../../web/protocol/integration.ts';

/** A stored incident as other systems see it: nothing of it is personal. */
export function integrationIncident(row: PlacedIncident): IntegrationIncident {
  const { device_id, eta_at, eta_source, eta_set_at } = row;
  return {
    number: row.number,
    state: row.state,
    device: device_id === null ? null : { id: device_id, name: row.device_name, kind: row.device_kind },
    probability: row.probability,
    area: row.area,
    customersAffected: row.customers,
    severity: row.severity,
    lifeAtRisk: row.life_at_risk === 1,
    crew: row.crew,
    eta:
      eta_at === null || eta_set_at === null
        ? null
        : { at: moment(eta_at), source: eta_source ?? 'unknown', setAt: moment(eta_set_at) },
    cause: row.cause,
    tickets: [...row.ticket_numbers],
    startedAt: moment(row.started_at),
    openedAt: moment(row.opened_at),
    restoredAt: row.restored_at === null ? null : moment(row.restored_at),
    closedAt: row.closed_at === null ? null : moment(row.closed_at),
    updatedAt: moment(row.updated_at),
    version: row.version,
  };
}

function moment(at: number): string {
  return new Date(at).toISOString();
}
