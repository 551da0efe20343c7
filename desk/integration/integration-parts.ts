import type { Database } from '../../store/database.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import { ApiKeyRepository } from '../../store/repositories/api-key-repository.ts';
import { AuditRepository } from '../../store/repositories/audit-repository.ts';
import { IdempotentAnswerRepository } from '../../store/repositories/idempotent-answer-repository.ts';
import { IntegrationIncidentRepository } from '../../store/repositories/integration-incident-repository.ts';
import { IntegrationTicketRepository } from '../../store/repositories/integration-ticket-repository.ts';
import { TicketBook } from '../../store/repositories/ticket-book.ts';
import type { ApiScope } from '../../web/protocol/integration.ts';

/** What the actions of other systems work with. */
export interface IntegrationParts {
  readonly database: Database;
  readonly repositories: IntegrationRepositories;
  readonly nerve: Nerve;
  /** IANA name: tickets are numbered by local days. */
  readonly timeZone: string;
  readonly now: () => number;
  readonly newId: () => string;
  /** 0 to 99999. */
  readonly ticketDigits: () => number;
}

/** Another system that calls, as its key tells. */
export interface ApiClient {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
}

export interface IntegrationRepositories {
  readonly answers: IdempotentAnswerRepository;
  readonly audit: AuditRepository;
  readonly keys: ApiKeyRepository;
  readonly ticketBook: TicketBook;
  readonly tickets: IntegrationTicketRepository;
  readonly incidents: IntegrationIncidentRepository;
}

export function openIntegrationRepositories(database: Database): IntegrationRepositories {
  return {
    answers: new IdempotentAnswerRepository(database),
    audit: new AuditRepository(database),
    keys: new ApiKeyRepository(database),
    ticketBook: new TicketBook(database),
    tickets: new IntegrationTicketRepository(database),
    incidents: new IntegrationIncidentRepository(database),
  };
}

/** How a client stands in histories and in the audit log. */
export function actorOf({ name }: ApiClient): string {
  return `api:${name}`;
}
