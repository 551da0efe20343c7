import { sql } from 'kysely';
import type { Database, Statement } from './database.ts';
import type { ShownRow } from './recent-rows.ts';
import type { ActivityTable, ConversationTable } from './tables/conversation-tables.ts';
import { template } from './template.ts';

/** One row for the transcript; its seq is given by the commit. */
export interface NewActivity {
  readonly author: ActivityTable['author'];
  readonly authorId?: string | null;
  readonly sessionId?: string | null;
  readonly messageId?: string | null;
  /** JSON of a Bot Framework activity. */
  readonly body: string;
  readonly at: number;
  /** pending where the bot's turn has to handle it. */
  readonly handling: 'pending' | 'none';
  /** For the bot and the desk only: never shown to the customer. */
  readonly internal?: boolean;
}

/** What a decision leaves on the conversation's row. */
export interface ConversationChange {
  readonly language: string | null;
  readonly sessionId: string | null;
}

/**
 * The statements that write transcripts. Seq rises by one without gaps: the conversation's row is raised by the number of
 * rows first, which locks it, and each row takes its place counted back from there.
 */
export class Transcript {
  readonly #raise;
  readonly #raiseUnlessKnown;
  readonly #raiseAsDecided;
  readonly #append;
  readonly #handled;

  constructor({ query }: Database) {
    this.#raise = template<{ id: string; by: number }>(
      (p) =>
        query
          .updateTable('conversation')
          .set({ seq: sql<number>`seq + ${p('by')}` })
          .where('id', '=', p('id'))
          .returning('seq'),
      { expect: 1, refusal: 'unknown_conversation' },
    );
    this.#raiseUnlessKnown = template<{ id: string; messageId: string }>(
      (p) =>
        query
          .updateTable('conversation')
          .set({ seq: sql<number>`seq + 1` })
          .where('id', '=', p('id'))
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('activity')
                  .select(sql`1`.as('one'))
                  .where('conversation_id', '=', p('id'))
                  .where('message_id', '=', p('messageId')),
              ),
            ),
          )
          .returning(({ selectFrom }) => [
            'seq',
            selectFrom('service_session')
              .select('severity')
              .whereRef('service_session.id', '=', 'conversation.session_id')
              .as('severity'),
          ]),
      { expect: 1, refusal: 'duplicate' },
    );
    this.#raiseAsDecided = template<{
      id: string;
      by: number;
      version: number;
      language: string | null;
      sessionId: string | null;
      now: number;
    }>(
      (p) =>
        query
          .updateTable('conversation')
          .set({
            seq: sql<number>`seq + ${p('by')}`,
            version: sql<number>`version + 1`,
            language: p('language'),
            session_id: p('sessionId'),
            updated_at: p('now'),
          })
          .where('id', '=', p('id'))
          .where('version', '=', p('version'))
          .returning('seq'),
      { expect: 1, refusal: 'version' },
    );
    this.#append = template<{
      id: string;
      back: number;
      direction: string;
      author: string;
      authorId: string | null;
      sessionId: string | null;
      messageId: string | null;
      body: string;
      at: number;
      handling: string;
      tries: number;
    }>(
      (p) =>
        query
          .insertInto('activity')
          .values({
            conversation_id: p('id'),
            seq: sql<number>`(select seq from conversation where id = ${p('id')}) - ${p('back')}`,
            direction: p('direction') as ActivityTable['direction'],
            author: p('author') as ActivityTable['author'],
            author_id: p('authorId'),
            session_id: p('sessionId'),
            message_id: p('messageId'),
            body: p('body'),
            at: p('at'),
            handling: p('handling') as ActivityTable['handling'],
            tries: p('tries'),
          })
          .onConflict((conflict) => conflict.doNothing()),
      { expect: 1, refusal: 'duplicate' },
    );
    this.#handled = template<{ id: string; seq: number; sessionId: string | null; handling: string }>(
      (p) =>
        query
          .updateTable('activity')
          .set({ handling: p('handling') as ActivityTable['handling'], session_id: p('sessionId') })
          .where('conversation_id', '=', p('id'))
          .where('seq', '=', p('seq'))
          .where('handling', '=', sql.lit('pending'))
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('activity as earlier')
                  .select(sql`1`.as('one'))
                  .where('earlier.conversation_id', '=', p('id'))
                  .where('earlier.handling', '=', sql.lit('pending'))
                  .where('earlier.seq', '<', p('seq')),
              ),
            ),
          ),
      { expect: 1, refusal: 'handled' },
    );
  }

  /**
   * Takes in one message from outside. Refused as `duplicate` where the message id is known already (or the
   * conversation is not). The first row returned holds its seq, and the severity of the open service session. The first
   * try at handling counts as made.
   */
  accept(conversationId: string, activity: NewActivity & { messageId: string }): Statement[] {
    return [
      this.#raiseUnlessKnown({ id: conversationId, messageId: activity.messageId }),
      this.#row(conversationId, activity, 0),
    ];
  }

  /** Appends rows where nothing is decided; refused as `unknown_conversation`. The first row returned holds the last seq. */
  append(conversationId: string, activities: readonly NewActivity[]): Statement[] {
    return [
      this.#raise({ id: conversationId, by: activities.length }),
      ...activities.map((activity, index) => this.#row(conversationId, activity, activities.length - 1 - index)),
    ];
  }

  /**
   * Appends what was decided on the conversation as it was at `version`; refused as `version` where somebody decided
   * meanwhile. The first row returned holds the last seq.
   */
  decide(
    conversation: Pick<ConversationTable, 'id' | 'version'>,
    change: ConversationChange & { now: number },
    activities: readonly NewActivity[],
  ): Statement[] {
    const { id, version } = conversation;
    return [
      this.#raiseAsDecided({ id, version, by: activities.length, ...change }),
      ...activities.map((activity, index) => this.#row(id, activity, activities.length - 1 - index)),
    ];
  }

  /** Marks the inbound handled; refused as `handled` where it is so already, or where an earlier one is not. */
  handled(inbound: { conversationId: string; seq: number; sessionId: string | null; as: 'done' | 'dead' }): Statement {
    const { conversationId: id, seq, sessionId, as } = inbound;
    return this.#handled({ id, seq, sessionId, handling: as });
  }

  /** What has become of activities that were written together, once the commit has told the conversation's last seq. */
  shown(activities: readonly NewActivity[], lastSeq: number): ShownRow[] {
    return activities.map((activity, index) => ({
      seq: lastSeq - (activities.length - 1 - index),
      direction: directionOf(activity),
      author: activity.author,
      author_id: activity.authorId ?? null,
      body: activity.body,
      at: activity.at,
    }));
  }

  #row(id: string, activity: NewActivity, back: number): Statement {
    return this.#append({
      id,
      back,
      direction: directionOf(activity),
      author: activity.author,
      authorId: activity.authorId ?? null,
      sessionId: activity.sessionId ?? null,
      messageId: activity.messageId ?? null,
      body: activity.body,
      at: activity.at,
      handling: activity.handling,
      tries: activity.handling === 'pending' ? 1 : 0,
    });
  }
}

function directionOf({ handling, internal }: NewActivity): ActivityTable['direction'] {
  return handling === 'pending' || internal ? 'in' : 'out';
}
