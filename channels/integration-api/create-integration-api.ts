import { type IntegrationParts, openIntegrationRepositories } from '../../desk/integration/integration-parts.ts';
import type { IntegrationTerms } from '../../domain/utility-profile.ts';
import type { Door } from '../door.ts';
import type { Route } from '../route.ts';
import { IntegrationDoor } from './integration-door.ts';
import { integrationTicketRoutes } from './integration-ticket-routes.ts';

export interface IntegrationApi {
  readonly door: Door;
  readonly routes: readonly Route[];
}

/** The doors for other systems. Incidents get a list of routes of their own beside the tickets'. */
export function createIntegrationApi({
  terms,
  ...given
}: Omit<IntegrationParts, 'repositories'> & {
  readonly terms: Pick<IntegrationTerms, 'callsPerMinute'>;
}): IntegrationApi {
  const parts = { ...given, repositories: openIntegrationRepositories(given.database) };
  return {
    door: new IntegrationDoor({ parts, callsPerMinute: terms.callsPerMinute }),
    routes: [...integrationTicketRoutes(parts)],
  };
}
