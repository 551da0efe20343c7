import { z } from 'zod';
import { maskNumbers } from '../../domain/privacy/mask-personal.ts';
import { movesFrom } from '../../domain/tickets/ticket-states.ts';
import { jsonText } from '../../store/json-text.ts';
import type { PlacedTicket } from '../../store/repositories/integration-ticket-repository.ts';
import type { IntegrationTicket } from '../../web/protocol/integration.ts';
import { publishedFacts } from './published-facts.ts';

/**
 * A stored ticket as other systems see it; `contacts`: with whom to call, and for which account. Customers give their
 * numbers in their own words too: without `contacts` these are masked.
 */
export function integrationTicket(row: PlacedTicket, { contacts }: { readonly contacts: boolean }): IntegrationTicket {
  const { eta_at, eta_source, eta_set_at } = row;
  const said = (words: string) => (contacts ? words : maskNumbers(words));
  return {
    number: row.number,
    kind: row.kind,
    state: row.state,
    severity: row.severity,
    reasons: codes.parse(row.reasons),
    facts: publishedFacts(row.facts),
    place: row.place === null ? null : said(row.place),
    position: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    since: row.since === null ? null : said(row.since),
    description: said(row.description),
    phone: contacts ? row.phone : null,
    accountNumber: contacts ? row.account_number : null,
    deviceId: row.device_id,
    zone: row.zone,
    crew: row.crew,
    firstResponder: row.first_responder,
    dateTimeOfReport: moment(row.created_at),
    arrivedAt: momentOrNull(row.arrived_at),
    resolvedDateTime: momentOrNull(row.resolved_at),
    closedAt: momentOrNull(row.closed_at),
    eta:
      eta_at === null || eta_set_at === null
        ? null
        : { at: moment(eta_at), source: eta_source ?? 'unknown', setAt: moment(eta_set_at) },
    chases: row.chases,
    moves: [...movesFrom(row)],
    updatedAt: moment(row.updated_at),
    version: row.version,
  };
}

const codes = jsonText().pipe(z.array(z.string()));

function moment(at: number): string {
  return new Date(at).toISOString();
}

function momentOrNull(at: number | null): string | null {
  return at === null ? null : moment(at);
}
