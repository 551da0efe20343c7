import { AuditChainRepository } from '../../store/repositories/audit-chain-repository.ts';
import { AuditLogRepository } from '../../store/repositories/audit-log-repository.ts';
import type { DeskParts } from '../desk-parts.ts';

/** What the audit log is read with. */
export interface AuditParts extends Pick<DeskParts, 'database' | 'nerve' | 'now' | 'newId'> {
  readonly repositories: Pick<DeskParts['repositories'], 'audit' | 'staff'>;
  readonly log: AuditLogRepository;
  readonly chain: AuditChainRepository;
}

export function openAuditParts(
  desk: Pick<DeskParts, 'database' | 'nerve' | 'now' | 'newId' | 'repositories'>,
): AuditParts {
  const { database, nerve, now, newId, repositories } = desk;
  return {
    ...{ database, nerve, now, newId, repositories },
    log: new AuditLogRepository(database),
    chain: new AuditChainRepository(database),
  };
}
