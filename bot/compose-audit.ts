import type { Logger } from 'pino';
import { AuditChainer } from '../desk/audit/audit-chainer.ts';
import { Claims } from '../store/claims.ts';
import type { Database } from '../store/database.ts';
import { AuditChainRepository } from '../store/repositories/audit-chain-repository.ts';

const TOLD_EVERY_MS = 60 * 60_000;

interface AuditGiven {
  readonly database: Database;
  readonly log: Logger;
  readonly now: () => number;
  /** Names this process; of the embedded database, which has one process, always the same. */
  readonly holder: string;
}

/** What chains the audit log. Where the chain ends goes into the log of operation now and then: kept there, it can be held against the chain. */
export function composeAudit({ database, log, now, holder }: AuditGiven): AuditChainer {
  let toldAt = 0;
  const parts = { database, chain: new AuditChainRepository(database), claims: new Claims(database), holder, now };
  return new AuditChainer(parts, {
    failed: (error) => log.warn({ err: error }, 'the audit log was not chained; it is tried again'),
    chained: ({ seq, hash }) => {
      if (now() - toldAt < TOLD_EVERY_MS) return;
      toldAt = now();
      log.info({ seq, hash }, 'head of the audit chain');
    },
  });
}
