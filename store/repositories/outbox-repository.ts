import { type Kysely, sql } from 'kysely';
import type { DeliveryVerdict } from '../../domain/delivery/judge-delivery.ts';
import { type Database, type Statement, statement } from '../database.ts';
import type { OutboxTable } from '../tables/conversation-tables.ts';
import type { Tables } from '../tables.ts';

/** A message on its way out, with all that a channel needs of it. */
export interface Delivery {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly kind: OutboxTable['kind'];
  readonly tries: number;
  /** Until when it is this sender's alone; whoever is later must not report on it. */
  readonly leaseUntil: number;
  readonly channel: string;
  readonly thread: string;
  /** JSON: where the conversation is written to. */
  readonly reference: string;
  readonly language: string | null;
  readonly author: string;
  /** JSON: the activity. */
  readonly body: string;
  /** The channel's own id of the message that this answers, where it answers one. */
  readonly answersId: string | null;
}

interface Claim {
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
  readonly mostTries: number;
}

/** The reason of a try that whoever made it did not live to report on. */
const INTERRUPTED = 'interrupted';

/**
 * What has yet to leave for channels outside. Within a conversation a message is claimed only when nothing before it is
 * due or being sent, so that none overtakes another; a claim is a lease, so that two processes don't send the same.
 * Conditions that seem said twice are those of the partial indexes, which SQLite wants word by word.
 */
export class OutboxRepository {
  readonly #database: Database;
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#database = database;
    this.#query = database.query;
  }

  /** When the first message is due, or the first lease ends; null where nothing waits. */
  async nextAt(): Promise<number | null> {
    const row = await this.#query
      .selectFrom('outbox')
      .select('due_at')
      .where(sql<boolean>`state in ('due', 'sending')`)
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst();
    return row?.due_at ?? null;
  }

  /**
   * Takes up to `limit` messages until `now + leaseMs` and counts the try. What nobody has reported on within its lease
   * is taken back first: its outcome is unknown, so a notice stays so and the rest is due again, or set aside after
   * `mostTries`.
   */
  async claim({ now, leaseMs, limit, mostTries }: Claim): Promise<Delivery[]> {
    const claimable = this.#query
      .selectFrom('outbox as candidate')
      .select('candidate.id')
      .where(sql<boolean>`candidate.state in ('due', 'sending')`)
      .where('candidate.state', '=', sql.lit('due'))
      .where('candidate.due_at', '<=', now)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('outbox as earlier')
              .select(sql`1`.as('one'))
              .whereRef('earlier.conversation_id', '=', 'candidate.conversation_id')
              .whereRef('earlier.seq', '<', 'candidate.seq')
              .where('earlier.state', '<>', sql.lit('sent'))
              .where(sql<boolean>`earlier.state in ('due', 'sending')`),
          ),
        ),
      )
      .orderBy('candidate.due_at')
      .orderBy('candidate.seq')
      .limit(limit);
    const outcome = await this.#database.commit([
      ...this.#takeBack(now, mostTries),
      statement(
        this.#query
          .updateTable('outbox')
          .set({ state: 'sending', tries: sql<number>`tries + 1`, due_at: now + leaseMs })
          .where('id', 'in', claimable)
          // Another process may have claimed it since the inner query was answered.
          .where('state', '=', sql.lit('due'))
          .where('due_at', '<=', now)
          .returning('id'),
      ),
    ]);
    const ids = outcome.ok ? (outcome.rows.at(-1) ?? []).map(({ id }) => String(id)) : [];
    return ids.length > 0 ? this.#deliveries().where('outbox.id', 'in', ids).execute() : [];
  }

  /** What the turn of an inbound said and is kept for its sender, in order. */
  keptFor(conversationId: string, inboundSeq: number): Promise<Delivery[]> {
    return this.#deliveries()
      .where('outbox.conversation_id', '=', conversationId)
      .where('outbox.state', '<>', sql.lit('sent'))
      .where('outbox.state', '=', 'sending')
      .where('outbox.tries', '=', 0)
      .where('outbox.answers', '=', inboundSeq)
      .orderBy('outbox.seq')
      .execute();
  }

  /** Reports on a try; refused as `lease_over` where the message is another's by now. */
  settle(delivery: Pick<Delivery, 'id' | 'leaseUntil'>, verdict: DeliveryVerdict, now: number): Statement {
    const { state } = verdict;
    return statement(
      this.#query
        .updateTable('outbox')
        .set({
          state,
          due_at: state === 'due' ? now + verdict.waitMs : now,
          last_error: state === 'sent' ? null : verdict.reason,
          sent_at: state === 'sent' ? now : null,
        })
        .where('id', '=', delivery.id)
        .where('state', '=', 'sending')
        .where('due_at', '=', delivery.leaseUntil),
      { expect: 1, refusal: 'lease_over' },
    );
  }

  #takeBack(now: number, mostTries: number): Statement[] {
    const abandoned = this.#query
      .updateTable('outbox')
      .where(sql<boolean>`state in ('due', 'sending')`)
      .where('state', '=', sql.lit('sending'))
      .where('due_at', '<=', now);
    return [
      statement(abandoned.set({ state: 'unknown', last_error: INTERRUPTED }).where('kind', '=', 'notice')),
      statement(abandoned.set({ state: 'dead', last_error: INTERRUPTED }).where('tries', '>=', mostTries)),
      statement(abandoned.set({ state: 'due', last_error: INTERRUPTED })),
    ];
  }

  #deliveries() {
    return this.#query
      .selectFrom('outbox')
      .innerJoin('conversation', 'conversation.id', 'outbox.conversation_id')
      .innerJoin('activity', (join) =>
        join.onRef('activity.conversation_id', '=', 'outbox.conversation_id').onRef('activity.seq', '=', 'outbox.seq'),
      )
      .leftJoin('activity as inbound', (join) =>
        join
          .onRef('inbound.conversation_id', '=', 'outbox.conversation_id')
          .onRef('inbound.seq', '=', 'outbox.answers'),
      )
      .select([
        'outbox.id as id',
        'outbox.conversation_id as conversationId',
        'outbox.seq as seq',
        'outbox.kind as kind',
        'outbox.tries as tries',
        'outbox.due_at as leaseUntil',
        'outbox.channel as channel',
        'conversation.thread as thread',
        'conversation.language as language',
        'activity.author as author',
        'activity.body as body',
        'inbound.message_id as answersId',
      ])
      .select(({ fn }) => fn.coalesce('conversation.reference', sql.lit('')).as('reference'));
  }
}
