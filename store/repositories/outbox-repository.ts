import { type Kysely, sql } from 'kysely';
import type { DeliveryVerdict } from '../../domain/delivery/judge-delivery.ts';
import type { Database, Statement } from '../database.ts';
import { type LeasedRow, LeasedRows, type LeaseTerms } from '../leased-rows.ts';
import type { OutboxTable } from '../tables/conversation-tables.ts';
import type { Tables } from '../tables.ts';

/** A message on its way out, with all that a channel needs of it. */
export interface Delivery extends LeasedRow {
  readonly conversationId: string;
  readonly seq: number;
  readonly kind: OutboxTable['kind'];
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

/** What has yet to leave for channels outside, in order within a conversation. */
export class OutboxRepository {
  readonly #query: Kysely<Tables>;
  readonly #rows: LeasedRows;

  constructor(database: Database) {
    this.#query = database.query;
    // Hearing a notice twice is worse than missing it.
    this.#rows = new LeasedRows(database, { table: 'outbox', lane: ['conversation_id'], once: "kind = 'notice'" });
  }

  /** When the first message is due, or the first lease ends; null where nothing waits. */
  nextAt(): Promise<number | null> {
    return this.#rows.nextAt();
  }

  /** Takes messages as LeasedRows says, and reads what their channels need. */
  async claim(terms: LeaseTerms): Promise<Delivery[]> {
    const ids = await this.#rows.claim(terms);
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
  settle(delivery: Omit<LeasedRow, 'tries'>, verdict: DeliveryVerdict, now: number): Statement {
    return this.#rows.settle(delivery, verdict, now);
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
