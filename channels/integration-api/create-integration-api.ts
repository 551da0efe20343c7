import type { IncidentDesk } from '../../desk/incidents/incident-change.ts';
import { type IntegrationParts, openIntegrationRepositories } from '../../desk/integration/integration-parts.ts';
import type { IntegrationTerms } from '../../domain/utility-profile.ts';
import type { Door } from '../door.ts';
import type { Route } from '../route.ts';
import { IntegrationDoor } from './integration-door.ts';
import { integrationIncidentRoutes } from './integration-incident-routes.ts';
import { integrationTicketRoutes } from './integration-ticket-routes.ts';

export interface IntegrationApi {
  readonly door: Door;
  readonly routes: readonly Route[];
}

export interface IntegrationApiGiven extends Omit<IntegrationParts, 'repositories'> {
  readonly terms: Pick<IntegrationTerms, 'callsPerMinute'>;
  /** What dispatchers work on incidents with: other systems change them by the same actions. */
  readonly incidentDesk: IncidentDesk;
}

/** The doors for other systems. */
export function createIntegrationApi({ terms, incidentDesk, ...given }: IntegrationApiGiven): IntegrationApi {
  const parts = { ...given, repositories: openIntegrationRepositories(given.database) };
  return {
    door: new IntegrationDoor({ parts, callsPerMinute: terms.callsPerMinute }),
    routes: [...integrationTicketRoutes(parts), ...integrationIncidentRoutes({ parts, desk: incidentDesk })],
  };
}
