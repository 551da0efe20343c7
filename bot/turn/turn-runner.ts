import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { type Database, type Statement, statement } from '../../store/database.ts';
import type { ConversationRepository } from '../../store/repositories/conversation-repository.ts';
import type { TurnSnapshot } from '../../store/repositories/next-turn.ts';
import { type TurnStatements, UnitOfWork } from '../../store/unit-of-work.ts';
import type { TurnAdapter } from './turn-adapter.ts';
import type { TurnStorage } from './turn-storage.ts';

/** After so many tries that failed an inbound is set aside. */
const MOST_FAILURES = 3;
/**
 * After so many tries that ended with the process it is set aside too. Whoever ends a process may end it over anybody's
 * message, so this is generous: a message that kills is taken up alone and last (see the sweeper) and holds up no other.
 */
const MOST_TRIES = 8;
/** Conflicts in a row after which a turn gives way to the sweeper; more means that something else is wrong. */
const MOST_CONFLICTS = 25;

export interface TurnRunnerParts {
  readonly database: Database;
  readonly conversations: ConversationRepository;
  readonly statements: TurnStatements;
  readonly adapter: TurnAdapter;
  readonly storage: TurnStorage;
  readonly log: Logger;
  readonly now: () => number;
  readonly newId: () => string;
  /** The bot: decides a turn. */
  readonly decide: (context: TurnContext) => Promise<void>;
  /** What is said when an inbound is set aside: words and a place in the queue, in the unit of work. */
  readonly giveUp: (work: UnitOfWork) => void;
  /** After a commit: seq is the conversation's last. */
  readonly committed: (turn: CommittedTurn) => void;
}

export interface CommittedTurn {
  readonly work: UnitOfWork;
  readonly seq: number;
  readonly as: 'done' | 'dead';
  /** Milliseconds from the turn's start to its commit. */
  readonly took: number;
  /** Milliseconds from the inbound's arrival to the commit. */
  readonly waited: number;
}

export interface Handled {
  /** False where nothing waited. */
  readonly handled: boolean;
  /** More waited behind it when it was begun; what came in since has woken the mailbox. */
  readonly more: boolean;
}

/** Handles a conversation's inbound activities one at a time: decides, then commits once. */
export class TurnRunner {
  readonly #parts: TurnRunnerParts;

  constructor(parts: TurnRunnerParts) {
    this.#parts = parts;
  }

  /**
   * Handles the lowest unhandled inbound. `firstTries` names the inbound whose first try was counted with its
   * acceptance in this process; any other is counted before it is handled. `failures` is how often handling it has
   * failed just now. Rejects where it fails again.
   */
  async handleNext(conversationId: string, firstTries: Set<number>, failures = 0): Promise<Handled> {
    for (let conflicts = 0; conflicts < MOST_CONFLICTS; ) {
      const snapshot = await this.#parts.conversations.nextTurn(conversationId);
      if (!snapshot) return { handled: false, more: false };
      const first = firstTries.delete(snapshot.inbound.seq);
      const tries = first || conflicts > 0 ? snapshot.inbound.tries : await this.#countTry(snapshot);
      if (tries === null) continue;
      const hopeless = tries > MOST_TRIES || failures >= MOST_FAILURES;
      const done = hopeless ? await this.#setAside(snapshot) : await this.#handle(snapshot);
      if (done) return { handled: true, more: snapshot.more };
      conflicts += 1;
    }
    throw new Error(`a turn met ${MOST_CONFLICTS} conflicts in a row`);
  }

  /** False on a conflict: somebody decided meanwhile, the turn has to be thought again. */
  async #handle(snapshot: TurnSnapshot): Promise<boolean> {
    const work = this.#begin(snapshot);
    const { adapter, storage, decide } = this.#parts;
    await storage.within(work, () => adapter.runTurn(activityOf(snapshot), work, decide));
    return this.#commit(snapshot, work, 'done');
  }

  #setAside(snapshot: TurnSnapshot): Promise<boolean> {
    const work = this.#begin(snapshot);
    this.#parts.giveUp(work);
    return this.#commit(snapshot, work, 'dead');
  }

  #begin(snapshot: TurnSnapshot): UnitOfWork {
    const { statements, now, newId } = this.#parts;
    const { author, body } = snapshot.inbound;
    const opensSession =
      author === 'customer' && (JSON.parse(body) as Partial<Activity>).type === ActivityTypes.Message;
    return new UnitOfWork({ snapshot, statements, now: now(), newId, opensSession });
  }

  async #commit(snapshot: TurnSnapshot, work: UnitOfWork, as: 'done' | 'dead'): Promise<boolean> {
    const { database, conversations, log, committed, now } = this.#parts;
    const outcome = await database.commit(work.compile(as));
    if (!outcome.ok) {
      log.debug({ conversation: snapshot.conversation.id, refusal: outcome.refusal }, 'turn thought again');
      return false;
    }
    const seq = Number(outcome.rows[0]?.[0]?.seq);
    conversations.justWritten(snapshot.conversation.id, work.shown(seq));
    committed({ work, seq, as, took: now() - work.now, waited: now() - snapshot.inbound.at });
    return true;
  }

  /** Counts a try before it is made, so that a message which kills the process is counted too. Null where it was handled meanwhile. */
  async #countTry({ inbound }: TurnSnapshot): Promise<number | null> {
    const outcome = await this.#parts.database.commit([this.#countStatement(inbound)]);
    return outcome.ok ? Number(outcome.rows[0]?.[0]?.tries) : null;
  }

  #countStatement({ conversation_id, seq }: TurnSnapshot['inbound']): Statement {
    return statement(
      this.#parts.database.query
        .updateTable('activity')
        .set({ tries: sql<number>`tries + 1` })
        .where('conversation_id', '=', conversation_id)
        .where('seq', '=', seq)
        .where('handling', '=', 'pending')
        .returning('tries'),
      { expect: 1, refusal: 'handled' },
    );
  }
}

/** The stored row as Bot Framework sees it. */
export function activityOf({ conversation, inbound }: TurnSnapshot): Partial<Activity> {
  const body = JSON.parse(inbound.body) as Partial<Activity>;
  return {
    ...body,
    type: body.type ?? ActivityTypes.Message,
    id: `${conversation.id}|${inbound.seq}`,
    channelId: conversation.channel,
    serviceUrl: 'urn:switchboard',
    timestamp: new Date(inbound.at),
    conversation: { id: conversation.id, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: conversation.user_id, name: conversation.user_name ?? '' },
    recipient: { id: 'switchboard', name: 'Switchboard' },
  };
}
