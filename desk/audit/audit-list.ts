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

/** A page of the audit log, newest first. Reading it stands in it, what concerns a customer as a look at that customer. */
export async function listAudit(parts: AuditParts, actor: Actor, query: AuditQuery): Promise<AuditListOutcome> {
  const { cursor, limit, ...asked } = query;
  const after = cursor === undefined ? undefined : readTimeCursor(cursor);
  if (after === null) return { kind: 'invalid_cursor' };
  const meant = await meantBy(parts, asked);
  if (meant === null) return { kind: 'unknown_account' };
  await noteLook(parts, actor, meant.lookedAt);
  const found = await parts.log.page(meant.filter, { after, limit: limit + 1 });
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

export interface AuditMeant {
  readonly filter: AuditFilter;
  /** What the log may name as looked at: the log, or the account by its id, as the number does not belong into it. */
  readonly lookedAt: string;
}

/** What the log is asked for; null where the account is unknown. */
export async function meantBy(
  { log }: Pick<AuditParts, 'log'>,
  { subject, account, ...rest }: Omit<AuditQuery, 'cursor' | 'limit'>,
): Promise<AuditMeant | null> {
  if (account === undefined) {
    return { filter: subject === undefined ? rest : { ...rest, subjects: [subject] }, lookedAt: 'audit' };
  }
  const accountId = await log.accountOf(account);
  if (accountId === null) return null;
  const all = await log.subjectsOfAccount(accountId);
  const subjects = subject === undefined ? all : all.filter((one) => one === subject);
  return { filter: { ...rest, subjects }, lookedAt: `account:${accountId}` };
}

const detailJson = jsonText().pipe(z.record(z.string(), z.unknown()));

export async function entryItems(
  { repositories }: Pick<AuditParts, 'repositories'>,
  { roles }: Pick<Actor, 'roles'>,
  entries: readonly ListedEntry[],
): Promise<AuditEntryItem[]> {
  const names = await repositories.staff.namesOf(entries.map(({ actor }) => actor));
  const reader = {
    readsConversations: hasRight(roles, 'conversations.read'),
    identifies: hasRight(roles, 'customers.identify'),
  };
  return entries.map(({ id, at, actor, action, subject, detail, seq }) => ({
    ...{ id, at, action, subject, seq },
    actor: { id: actor, name: names.get(actor)?.name ?? null },
    // What somebody has tampered with must not keep the rest from being read.
    detail: shownDetail({ subject, detail: detailJson.safeParse(detail).data ?? { unreadable: true } }, reader),
  }));
}
