import { type Kysely, sql } from 'kysely';
import type { DeliveryVerdict } from '../domain/delivery/judge-delivery.ts';
import { type Database, type Statement, statement } from './database.ts';
import type { LeasedColumns } from './tables/leased-columns.ts';
import type { Tables } from './tables.ts';

/** A row on its way out, as its sender has to know it. */
export interface LeasedRow {
  readonly id: string;
  readonly tries: number;
  /** Until when it is this sender's alone; whoever is later must not report on it. */
  readonly leaseUntil: number;
}

export interface LeaseTerms {
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
  readonly mostTries: number;
}

/** Tables whose rows leave one after the other. */
type LeasedTable = { [Name in keyof Tables]: Tables[Name] extends LeasedColumns ? Name : never }[keyof Tables];

export interface LeasedRowsTerms {
  readonly table: LeasedTable;
  /** Columns that say in whose row it stands: within them nothing overtakes what has a lower seq. */
  readonly lane: readonly string[];
  /** A condition on rows that are not tried again where nobody knows what became of a try. */
  readonly once?: string;
}

/** The reason of a try that whoever made it did not live to report on. */
const INTERRUPTED = 'interrupted';

/**
 * Rows of a table that have yet to leave. A row is claimed only when nothing before it in its lane is due or being sent,
 * so that none overtakes another; a claim is a lease, so that two processes don't send the same. Conditions that seem
 * said twice are those of the partial indexes, which SQLite wants word by word.
 */
export class LeasedRows {
  readonly #database: Database;
  readonly #query: Kysely<{ waiting: LeasedColumns }>;
  readonly #terms: LeasedRowsTerms;
  /** The table goes by this name for the compiler only. */
  readonly #table: 'waiting';

  constructor(database: Database, terms: LeasedRowsTerms) {
    this.#database = database;
    this.#query = database.query as unknown as Kysely<{ waiting: LeasedColumns }>;
    this.#terms = terms;
    this.#table = terms.table as unknown as 'waiting';
  }

  /** When the first row is due, or the first lease ends; null where nothing waits. */
  async nextAt(): Promise<number | null> {
    const row = await this.#query
      .selectFrom(this.#table)
      .select('due_at')
      .where(sql<boolean>`state in ('due', 'sending')`)
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst();
    return row?.due_at ?? null;
  }

  /**
   * Takes up to `limit` rows until `now + leaseMs`, counts the try, and answers their ids. What nobody has reported on
   * within its lease is taken back first: its outcome is unknown, so what goes out once stays so and the rest is due
   * again, or set aside after `mostTries`.
   */
  async claim({ now, leaseMs, limit, mostTries }: LeaseTerms): Promise<string[]> {
    const claim = this.#query
      .updateTable(this.#table)
      .set({ state: 'sending', tries: sql<number>`tries + 1`, due_at: now + leaseMs })
      .where('id', 'in', this.#claimable(now, limit))
      // Another process may have claimed it since the inner query was answered.
      .where('state', '=', sql.lit('due'))
      .where('due_at', '<=', now)
      .returning('id');
    const outcome = await this.#database.commit([...this.#takeBack(now, mostTries), statement(claim)]);
    return outcome.ok ? (outcome.rows.at(-1) ?? []).map(({ id }) => String(id)) : [];
  }

  /** Reports on a try; refused as `lease_over` where the row is another's by now. */
  settle({ id, leaseUntil }: Omit<LeasedRow, 'tries'>, verdict: DeliveryVerdict, now: number): Statement {
    const { state } = verdict;
    return statement(
      this.#query
        .updateTable(this.#table)
        .set({
          state,
          due_at: state === 'due' ? now + verdict.waitMs : now,
          last_error: state === 'sent' ? null : verdict.reason,
          sent_at: state === 'sent' ? now : null,
        })
        .where('id', '=', id)
        .where('state', '=', 'sending')
        .where('due_at', '=', leaseUntil),
      { expect: 1, refusal: 'lease_over' },
    );
  }

  #claimable(now: number, limit: number) {
    const sameLane = this.#terms.lane.map(
      (column) => sql<boolean>`${sql.ref(`earlier.${column}`)} = ${sql.ref(`candidate.${column}`)}`,
    );
    return this.#query
      .selectFrom(`${this.#table} as candidate`)
      .select('candidate.id')
      .where(sql<boolean>`candidate.state in ('due', 'sending')`)
      .where('candidate.state', '=', sql.lit('due'))
      .where('candidate.due_at', '<=', now)
      .where(({ not, exists, and, selectFrom }) =>
        not(
          exists(
            selectFrom(`${this.#table} as earlier`)
              .select(sql`1`.as('one'))
              .where(and(sameLane))
              .whereRef('earlier.seq', '<', 'candidate.seq')
              .where('earlier.state', '<>', sql.lit('sent'))
              .where(sql<boolean>`earlier.state in ('due', 'sending')`),
          ),
        ),
      )
      .orderBy('candidate.due_at')
      .orderBy('candidate.seq')
      .limit(limit);
  }

  #takeBack(now: number, mostTries: number): Statement[] {
    const { once } = this.#terms;
    const abandoned = this.#query
      .updateTable(this.#table)
      .where(sql<boolean>`state in ('due', 'sending')`)
      .where('state', '=', sql.lit('sending'))
      .where('due_at', '<=', now);
    return [
      ...(once === undefined
        ? []
        : [
            statement(
              abandoned.set({ state: 'unknown', last_error: INTERRUPTED }).where(sql<boolean>`${sql.raw(once)}`),
            ),
          ]),
      statement(abandoned.set({ state: 'dead', last_error: INTERRUPTED }).where('tries', '>=', mostTries)),
      statement(abandoned.set({ state: 'due', last_error: INTERRUPTED })),
    ];
  }
}
