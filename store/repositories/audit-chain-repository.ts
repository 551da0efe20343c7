import { type Kysely, sql } from 'kysely';
import type { StoredEntry } from '../../domain/audit/canonical-link.ts';
import { type ChainHead, type FoundLink, NOTHING_EXAMINED } from '../../domain/audit/examine-chain.ts';
import type { NewLink } from '../../domain/audit/link-entries.ts';
import { type Database, type Statement, statement } from '../database.ts';
import type { Tables } from '../tables.ts';

/** The chain beside the audit log: which entry stands where, and what has yet to be chained. */
export class AuditChainRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  async head(): Promise<ChainHead> {
    const last = this.#query.selectFrom('audit_link').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1);
    return (await last.executeTakeFirst()) ?? NOTHING_EXAMINED.head;
  }

  async anyWaits(): Promise<boolean> {
    return (await this.#query.selectFrom('audit_pending').select('entry_id').limit(1).executeTakeFirst()) !== undefined;
  }

  /** Entries that have yet to be chained, the oldest first. */
  waiting(limit: number): Promise<StoredEntry[]> {
    return this.#query
      .selectFrom('audit_pending')
      .innerJoin('audit', 'audit.id', 'audit_pending.entry_id')
      .selectAll('audit')
      .orderBy('audit.at')
      .orderBy('audit.id')
      .limit(limit)
      .execute();
  }

  /** Chains entries that wait; refused as `chained` where one of them, or the place, is another's meanwhile. */
  chain(links: readonly NewLink[]): Statement[] {
    const rows = links.map(({ seq, entryId, chainedAt, hash }) => {
      return { seq, entry_id: entryId, chained_at: chainedAt, hash };
    });
    const ids = links.map(({ entryId }) => entryId);
    const done = this.#query.deleteFrom('audit_pending').where('entry_id', 'in', ids);
    return [
      statement(done, { expect: links.length, refusal: 'chained' }),
      statement(this.#query.insertInto('audit_link').values(rows), { expect: links.length }),
    ];
  }

  /** Links behind a seq, in order, each with its entry. */
  async links(after: number, limit: number): Promise<FoundLink[]> {
    const rows = await this.#query
      .selectFrom('audit_link as link')
      .leftJoin('audit', 'audit.id', 'link.entry_id')
      .select(['link.seq', 'link.entry_id', 'link.chained_at', 'link.hash'])
      .select(['audit.id', 'audit.at', 'audit.actor', 'audit.action', 'audit.subject', 'audit.detail'])
      .where('link.seq', '>', after)
      .orderBy('link.seq')
      .limit(limit)
      .execute();
    return rows.map(({ seq, entry_id, chained_at, hash, ...entry }) => ({
      seq,
      entryId: entry_id,
      chainedAt: chained_at,
      hash,
      // A left join makes all of them null or none.
      entry: entry.id === null ? null : (entry as StoredEntry),
    }));
  }

  /** Entries of the log behind an id, in order of their ids, each with its place in the chain. */
  entries(after: string, limit: number): Promise<{ id: string; at: number; seq: number | null }[]> {
    return this.#query
      .selectFrom('audit')
      .leftJoin('audit_link as link', 'link.entry_id', 'audit.id')
      .select(['audit.id', 'audit.at', 'link.seq'])
      .where('audit.id', '>', after)
      .orderBy('audit.id')
      .limit(limit)
      .execute();
  }

  /** Entries that were taken out of the log before they were chained. */
  async vanished(): Promise<number> {
    const gone = await this.#query
      .selectFrom('audit_pending')
      .leftJoin('audit', 'audit.id', 'audit_pending.entry_id')
      .select(sql<number>`count(*)`.as('count'))
      .where('audit.id', 'is', null)
      .executeTakeFirstOrThrow();
    return Number(gone.count);
  }
}
