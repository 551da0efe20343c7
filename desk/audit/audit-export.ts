import type { ListedEntry } from '../../store/repositories/audit-log-repository.ts';
import type { AuditEntryItem } from '../../web/protocol/desk/audit.ts';
import type { Actor } from '../actor.ts';
import { audited } from '../audited.ts';
import { csvFile } from '../csv-file.ts';
import { type AuditQuery, entryItems, meantBy } from './audit-list.ts';
import type { AuditParts } from './audit-parts.ts';

export type AuditFormat = 'csv' | 'jsonl';

/** What a file for reading holds at the most, the newest; all of it, with its hashes, is the command's to export. */
export const MOST_EXPORTED = 20_000;
const AT_A_TIME = 1000;

export type AuditExportOutcome =
  | { readonly kind: 'file'; readonly text: string }
  | { readonly kind: 'unknown_account' };

/** What the log tells to a filter, newest first, as a file. That it was taken stands in the log. */
export async function exportAudit(
  parts: AuditParts,
  actor: Actor,
  { format, query }: { readonly format: AuditFormat; readonly query: Omit<AuditQuery, 'cursor' | 'limit'> },
): Promise<AuditExportOutcome> {
  const meant = await meantBy(parts, query);
  if (meant === null) return { kind: 'unknown_account' };
  const found: ListedEntry[] = [];
  for (;;) {
    const page = await parts.log.page(meant.filter, { after: found.at(-1), limit: AT_A_TIME });
    found.push(...page);
    if (page.length < AT_A_TIME || found.length >= MOST_EXPORTED) break;
  }
  const items = await entryItems(parts, actor, found);
  const { account: _number, ...asked } = query;
  const line = { actor: actor.staffId, action: 'audit.exported', subject: meant.lookedAt, at: parts.now() };
  await parts.database.commit([audited(parts, { ...line, detail: { ...asked, format, entries: items.length } })]);
  return { kind: 'file', text: format === 'csv' ? asCsv(items) : asLines(items) };
}

const COLUMNS = ['seq', 'time', 'actor', 'name', 'action', 'subject', 'detail', 'id'];

function asCsv(items: readonly AuditEntryItem[]): string {
  const rows = items.map(({ seq, at, actor, action, subject, detail, id }) => {
    return [seq, new Date(at).toISOString(), actor.id, actor.name, action, subject, JSON.stringify(detail), id];
  });
  return csvFile([COLUMNS, ...rows]);
}

function asLines(items: readonly AuditEntryItem[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}
