import type { Kysely } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { Tables } from '../tables.ts';

/** One line of who did or saw what. */
export interface AuditEntry {
  readonly id: string;
  readonly at: number;
  /** A staff id, or what acted in its stead, for example `anonymous`. */
  readonly actor: string;
  /** For example `session.claimed`. */
  readonly action: string;
  /** What it was done to, as `kind:id`. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The audit log: only ever added to. */
export class AuditRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Stands in the commit of what it tells of. */
  add({ detail = {}, ...entry }: AuditEntry): Statement {
    return statement(this.#query.insertInto('audit').values({ ...entry, detail: JSON.stringify(detail) }), {
      expect: 1,
    });
  }

  /** The newest entries about a subject, newest first. */
  async about(subject: string, action: string, limit: number): Promise<Required<AuditEntry>[]> {
    const rows = await this.#query
      .selectFrom('audit')
      .selectAll()
      .where('subject', '=', subject)
      .where('action', '=', action)
      .orderBy('at', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Readonly<Record<string, unknown>> }));
  }
}
