import { type Kysely, type Selectable, sql } from 'kysely';
import { type CandidateReason, type CandidateState, weightOf } from '../../domain/learning/candidate.ts';
import { type Database, type Statement, statement } from '../database.ts';
import type { LearningCandidateTable } from '../tables/learning-tables.ts';
import type { Tables } from '../tables.ts';

export type StoredCandidate = Selectable<LearningCandidateTable>;

/** A message as it is said now. */
export type NewCandidate = Pick<
  StoredCandidate,
  'id' | 'key' | 'text' | 'language' | 'reason' | 'intent' | 'guess' | 'model' | 'suggestion' | 'session_id' | 'seq'
> & { readonly at: number };

/** Where a page of candidates begins: after this one. */
export type CandidatePosition = Pick<StoredCandidate, 'times' | 'last_at' | 'id'>;

export interface CandidateFilter {
  readonly state: CandidateState;
  readonly reason?: CandidateReason | undefined;
  readonly language?: StoredCandidate['language'] | undefined;
  readonly intent?: string | undefined;
}

/** What was decided about a candidate; the weight of its reason stays. */
export type CandidateDecision = Pick<StoredCandidate, 'state' | 'label' | 'decided_by' | 'decided_at'> & {
  /** As labelled; the one that stands where absent. */
  readonly intent?: string;
};

/** Messages to learn from. Writing is a statement for the commit that it belongs to. */
export class CandidateRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Keeps a message, or counts it where the like of it is kept already; one and the same is counted once. What was decided about that one stays decided. */
  keep({ at, ...candidate }: NewCandidate): Statement {
    const row = {
      ...candidate,
      weight: weightOf(candidate.reason),
      times: 1,
      first_at: at,
      last_at: at,
      state: 'open' as const,
      label: null,
      decided_by: null,
      decided_at: null,
    };
    return statement(
      this.#query
        .insertInto('learning_candidate')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({
            times: sql<number>`learning_candidate.times + case when excluded.session_id = learning_candidate.session_id and excluded.seq = learning_candidate.seq then 0 else 1 end`,
            last_at: sql<number>`excluded.last_at`,
            session_id: sql<string | null>`excluded.session_id`,
            seq: sql<number | null>`excluded.seq`,
            suggestion: sql<string | null>`coalesce(excluded.suggestion, learning_candidate.suggestion)`,
            reason: sql<CandidateReason>`case when excluded.weight > learning_candidate.weight then excluded.reason else learning_candidate.reason end`,
            weight: sql<number>`case when excluded.weight > learning_candidate.weight then excluded.weight else learning_candidate.weight end`,
          }),
        ),
      { expect: 1 },
    );
  }

  /** More has become known of a message that is kept: its reason weighs more now. Changes nothing where it weighs as much. */
  raise(key: string, reason: CandidateReason): Statement {
    const weight = weightOf(reason);
    return statement(
      this.#query
        .updateTable('learning_candidate')
        .set({ reason, weight })
        .where('key', '=', key)
        .where('weight', '<', weight),
    );
  }

  /** What is said most comes first, then the latest. */
  page(wanted: CandidateFilter & { readonly after?: CandidatePosition | undefined; readonly limit: number }) {
    const { state, reason, language, intent, after, limit } = wanted;
    let query = this.#query.selectFrom('learning_candidate').selectAll().where('state', '=', state);
    if (reason !== undefined) query = query.where('reason', '=', reason);
    if (language !== undefined) query = query.where('language', '=', language);
    if (intent !== undefined) query = query.where('intent', '=', intent);
    if (after !== undefined) {
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('times', 'last_at', 'id'), '<', tuple(after.times, after.last_at, after.id)),
      );
    }
    return query.orderBy('times', 'desc').orderBy('last_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  }

  async counts(): Promise<Record<CandidateState, number>> {
    const rows = await this.#query
      .selectFrom('learning_candidate')
      .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
      .groupBy('state')
      .execute();
    return { open: 0, labelled: 0, discarded: 0, ...Object.fromEntries(rows.map((row) => [row.state, +row.count])) };
  }

  byId(id: string): Promise<StoredCandidate | undefined> {
    return this.#query.selectFrom('learning_candidate').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** All that is labelled, in the order in which it was first said. */
  labelled(): Promise<StoredCandidate[]> {
    return this.#query
      .selectFrom('learning_candidate')
      .selectAll()
      .where('state', '=', 'labelled')
      .orderBy('first_at')
      .orderBy('id')
      .execute();
  }

  /** Refused as `decided` where somebody decided meanwhile. `from`: the state that the decision was made on. */
  decide(id: string, from: CandidateState, decision: CandidateDecision): Statement {
    return statement(
      this.#query.updateTable('learning_candidate').set(decision).where('id', '=', id).where('state', '=', from),
      { expect: 1, refusal: 'decided' },
    );
  }

  /** Drops what is open beyond the latest `most`, and what is open or discarded and has not been said since a moment. */
  forget({ most, before }: { readonly most: number; readonly before: number }): Statement[] {
    const beyond = this.#query
      .selectFrom('learning_candidate')
      .select('id')
      .where('state', '=', 'open')
      .orderBy('last_at', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST_DROPPED)
      .offset(most);
    return [
      statement(this.#query.deleteFrom('learning_candidate').where('id', 'in', beyond)),
      statement(
        this.#query.deleteFrom('learning_candidate').where('state', '<>', 'labelled').where('last_at', '<', before),
      ),
    ];
  }
}

/** At a time: the rest goes next time. */
const MOST_DROPPED = 10_000;
