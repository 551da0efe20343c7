import type { Kysely } from 'kysely';
import type { StoredEntry } from '../../domain/audit/canonical-link.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  /** Any of these. */
  readonly subjects?: readonly string[] | undefined;
  /** Milliseconds since 1970: from this moment on, and before that one. */
  readonly from?: number | undefined;
  readonly before?: number | undefined;
}

export interface AuditPosition {
  readonly at: number;
  readonly id: string;
}

/** An entry with its place in the chain; null where it has yet to be chained. */
export interface ListedEntry extends StoredEntry {
  readonly seq: number | null;
}

/** The audit log to be read, newest first. */
export class AuditLogRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  page(
    filter: AuditFilter,
    { after, limit }: { readonly after?: AuditPosition | undefined; readonly limit: number },
  ): Promise<ListedEntry[]> {
    const { actor, action, subjects, from, before } = filter;
    let query = this.#query
      .selectFrom('audit')
      .leftJoin('audit_link as link', 'link.entry_id', 'audit.id')
      .selectAll('audit')
      .select('link.seq');
    if (actor !== undefined) query = query.where('audit.actor', '=', actor);
    if (action !== undefined) query = query.where('audit.action', '=', action);
    if (subjects !== undefined) query = query.where('audit.subject', 'in', [...subjects]);
    if (from !== undefined) query = query.where('audit.at', '>=', from);
    if (before !== undefined) query = query.where('audit.at', '<', before);
    if (after !== undefined) {
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('audit.at', 'audit.id'), '<', tuple(after.at, after.id)),
      );
    }
    return query.orderBy('audit.at', 'desc').orderBy('audit.id', 'desc').limit(limit).execute();
  }

  /** Null where no account has the number. */
  async accountOf(number: string): Promise<string | null> {
    const account = await this.#query
      .selectFrom('account')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirst();
    return account?.id ?? null;
  }

  /** Everything that the log may name where a customer's matters were looked at or worked on. */
  async subjectsOfAccount(accountId: string): Promise<string[]> {
    const tickets = await this.#query
      .selectFrom('ticket')
      .select(['id', 'conversation_id'])
      .where('account_id', '=', accountId)
      .execute();
    const verified = await this.#query
      .selectFrom('verification')
      .select('conversation_id')
      .where('account_id', '=', accountId)
      .where('verified_at', 'is not', null)
      .execute();
    const conversations = [
      ...new Set([...tickets, ...verified].flatMap(({ conversation_id }) => conversation_id ?? [])),
    ];
    return [
      `account:${accountId}`,
      ...tickets.map(({ id }) => `ticket:${id}`),
      ...conversations.map((id) => `conversation:${id}`),
      ...(await this.#withinConversations(conversations)),
    ];
  }

  async #withinConversations(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const [sessions, attachments] = await Promise.all(
      (['service_session', 'attachment'] as const).map((table) =>
        this.#query.selectFrom(table).select('id').where('conversation_id', 'in', ids).execute(),
      ),
    );
    return [
      ...(sessions ?? []).map(({ id }) => `session:${id}`),
      ...(attachments ?? []).map(({ id }) => `attachment:${id}`),
    ];
  }
}
