import type { Database } from '../../store/database.ts';
import { type Statement, StoreError } from '../../store/database.ts';
import type { AuditRepository } from '../../store/repositories/audit-repository.ts';
import type { NetworkRepository } from '../../store/repositories/network-repository.ts';
import type { OutageRepository } from '../../store/repositories/outage-repository.ts';
import type { ImportProblem } from './import-problem.ts';

export interface ImportParts {
  readonly database: Database;
  readonly audit: AuditRepository;
  readonly network: NetworkRepository;
  readonly outages: OutageRepository;
  readonly now: () => number;
  readonly newId: () => string;
  /** A staff id, or `operator` for whoever may run commands. */
  readonly actor: string;
  /** True where the file is only to be looked at. */
  readonly checkOnly: boolean;
}

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  /** As they were before: nothing was written. */
  readonly same: number;
}

export type ImportOutcome =
  | ({ readonly kind: 'imported' | 'checked' } & ImportCounts)
  | { readonly kind: 'refused'; readonly problems: readonly ImportProblem[] };

export function refusedFor(problems: readonly ImportProblem[]): ImportOutcome {
  return { kind: 'refused', problems: problems.toSorted((a, b) => a.line - b.line) };
}

/** Writes all of an import with its audit line in one transaction, or nothing where the file is only looked at. */
export async function writeImport(
  { database, audit, now, newId, actor, checkOnly }: Omit<ImportParts, 'network' | 'outages'>,
  { what, file, counts, statements }: ImportWrite,
): Promise<ImportOutcome> {
  if (checkOnly) return { kind: 'checked', ...counts };
  const line = audit.add({
    id: newId(),
    at: now(),
    actor,
    action: `${what}.imported`,
    subject: `import:${what}`,
    detail: { file, ...counts },
  });
  const outcome = await database.commit([...statements, line]);
  if (!outcome.ok) throw new StoreError('engine', `the import was not written: ${outcome.refusal}`);
  return { kind: 'imported', ...counts };
}

interface ImportWrite {
  readonly what: 'network' | 'planned_outages' | 'interruptions' | 'roster' | 'payment_points' | 'landmarks';
  readonly file: string;
  readonly counts: ImportCounts;
  readonly statements: readonly Statement[];
}
