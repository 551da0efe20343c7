import { z } from 'zod';
import { shownDetail } from '../../domain/audit/shown-detail.ts';
import { hasRight } from '../../domain/desk/rights.ts';
import { jsonText } from '../../store/json-text.ts';
import type { AuditFilter, ListedEntry } from '../../store/repositories/audit-log-repository.ts';
import type { AuditEntryItem, AuditList } from '../../web/protocol/desk/audit.ts';
import type { Actor } from '../actor.ts';
import { noteLook } from '../look-log.ts';
import { readTimeCursor, writeTimeCursor } from '../time-cursor.ts';
import type { AuditParts } from './audit-parts.ts';

export interface AuditQuery extends Omit<AuditFilter, 'subjects'> {
  readonly subject?: string | undefined;
  /** Whatever concerns the customer with this account. */
  readonly account?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export type AuditListOutcome =
  | { readonly kind: 'list'; readonly list: AuditList }
  | { readonly kind: 'invalid_cursor' }
  | { readonly kind: 'unknown_account' };

/** A page of the audit log, newest first. Reading it stands in it. */
export async function listAudit(parts: AuditParts, actor: Actor, query: AuditQuery): Promise<AuditListOutcome> {
  const { cursor, limit, ...asked } = query;
  const after = cursor === undefined ? undefined : readTimeCursor(cursor);
  if (after === null) return { kind: 'invalid_cursor' };
  const filter = await filterOf(parts, asked);
  if (filter === null) return { kind: 'unknown_account' };
  await noteLook(parts, actor, asked.account === undefined ? 'audit' : `audit:${asked.account}`);
  const found = await parts.log.page(filter, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    kind: 'list',
    list: {
      entries: await entryItems(parts, actor, page),
      next: found.length > limit && last ? writeTimeCursor(last) : null,
    },
  };
}

/** What the log is asked for; null where the account is unknown. */
export async function filterOf(
  { log }: Pick<AuditParts, 'log'>,
  { subject, account, ...rest }: Omit<AuditQuery, 'cursor' | 'limit'>,
): Promise<AuditFilter | null> {
  if (account === undefined) return subject === undefined ? rest : { ...rest, subjects: [subject] };
  const subjects = await log.subjectsOfAccount(account);
  if (subjects === null) return null;
  return { ...rest, subjects: subject === undefined ? subjects : subjects.filter((one) => one === subject) };
}

const detailJson = jsonText().pipe(z.record(z.string(), z.unknown()));

export async function entryItems(
  { repositories }: Pick<AuditParts, 'repositories'>,
  { roles }: Pick<Actor, 'roles'>,
  entries: readonly ListedEntry[],
): Promise<AuditEntryItem[]> {
  const names = await repositories.staff.namesOf(entries.map(({ actor }) => actor));
  const reader = { readsConversations: hasRight(roles, 'conversations.read') };
  return entries.map(({ id, at, actor, action, subject, detail, seq }) => ({
    ...{ id, at, action, subject, seq },
    actor: { id: actor, name: names.get(actor)?.name ?? null },
    // What somebody has tampered with must not keep the rest from being read.
    detail: shownDetail({ subject, detail: detailJson.safeParse(detail).data ?? { unreadable: true } }, reader),
  }));
}
