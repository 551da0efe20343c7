import type { DeskEvent } from '../web/protocol/desk/session.ts';
import type { Database, SqlValue, Statement } from './database.ts';
import { ANSWER_KEPT_MS, ANSWER_WAIT_MS, ANSWERED_ON_THE_LINE } from './inbox.ts';
import type { ShownRow } from './recent-rows.ts';
import type { Conversation, ServiceSession } from './repositories/conversation-repository.ts';
import type { BotState, TurnSnapshot } from './repositories/next-turn.ts';
import { newSession, sessionColumns } from './session-row.ts';
import { template } from './template.ts';
import type { NewActivity, Transcript } from './transcript.ts';

/** A reply as a turn decides it. */
export interface Reply {
  readonly body: string;
  readonly author: 'bot' | 'system';
  /** How it may be sent to a channel outside: see OutboxTable. */
  readonly kind: 'reply' | 'danger' | 'notice';
  /** For the desk only: stands in the transcript, goes to no customer. */
  readonly internal?: boolean;
}

type Columns<T> = { readonly [K in keyof T]: T[K] & SqlValue };

export type SessionChange = Partial<Omit<ServiceSession, 'id' | 'conversation_id' | 'opened_at'>>;

/** Compiles what turns write beside the transcript; one for the process. */
export class TurnStatements {
  readonly transcript: Transcript;
  readonly database: Database;
  readonly saveState;
  readonly openSession;
  readonly changeSession;
  readonly queueForChannel;

  constructor(database: Database, transcript: Transcript) {
    const { query } = database;
    this.database = database;
    this.transcript = transcript;
    this.saveState = template<{ key: string; id: string; value: string; now: number }>(
      (p) =>
        query
          .insertInto('bot_state')
          .values({ key: p('key'), conversation_id: p('id'), value: p('value'), updated_at: p('now') })
          .onConflict((conflict) =>
            conflict.column('key').doUpdateSet((excluded) => ({
              value: excluded.ref('excluded.value'),
              updated_at: excluded.ref('excluded.updated_at'),
            })),
          ),
      { expect: 1 },
    );
    this.openSession = template<Columns<ServiceSession>>(
      (p) => query.insertInto('service_session').values(sessionColumns(p)),
      { expect: 1 },
    );
    this.changeSession = template<Columns<ServiceSession>>(
      (p) => {
        const { id, conversation_id, opened_at, ...rest } = sessionColumns(p);
        return query.updateTable('service_session').set(rest).where('id', '=', id);
      },
      { expect: 1 },
    );
    this.queueForChannel = template<{
      id: string;
      conversationId: string;
      back: number;
      answers: number | null;
      channel: string;
      kind: string;
      state: 'due' | 'sending';
      dueAt: number;
      now: number;
    }>((p) =>
      query.insertInto('outbox').values(({ selectFrom, eb }) => ({
        id: p('id'),
        conversation_id: p('conversationId'),
        seq: eb(
          selectFrom('conversation').select('seq').where('id', '=', p('conversationId')),
          '-',
          p('back'),
        ) as never,
        answers: p('answers'),
        channel: p('channel'),
        kind: p('kind') as 'reply',
        state: p('state'),
        tries: 0,
        due_at: p('dueAt'),
        last_error: null,
        created_at: p('now'),
        sent_at: null,
      })),
    );
  }
}

/**
 * What one turn has decided, collected while it thinks and committed in one go: new dialog state, replies, the session's
 * change and every other effect. Nothing in here has happened until the commit says so.
 */
export class UnitOfWork {
  readonly conversation: Conversation;
  readonly now: number;
  readonly newId: () => string;
  language: string | null;
  /** The turn did not make out what was wanted. */
  misunderstood = false;
  readonly #snapshot: TurnSnapshot;
  readonly #statements: TurnStatements;
  readonly #state = new Map<string, string>();
  readonly #effects: Statement[] = [];
  readonly #replies: Reply[] = [];
  readonly #later: string[] = [];
  readonly #deskEvents = new Map<string, DeskEvent>();
  #session: ServiceSession;
  #sessionTouched: 'new' | 'changed' | 'untouched' | 'none';

  /** `opensSession`: whether a turn without an open service session opens one; a greeting or a rating does not. */
  constructor(given: {
    snapshot: TurnSnapshot;
    statements: TurnStatements;
    now: number;
    newId: () => string;
    opensSession: boolean;
  }) {
    const { snapshot, statements, now, newId, opensSession } = given;
    this.#snapshot = snapshot;
    this.#statements = statements;
    this.now = now;
    this.newId = newId;
    this.conversation = snapshot.conversation;
    this.language = snapshot.conversation.language;
    this.#session = snapshot.session ?? newSession(newId(), snapshot.conversation.id, now);
    this.#sessionTouched = snapshot.session ? 'untouched' : opensSession ? 'new' : 'none';
  }

  /** False in a turn that needs no service session and finds none open. */
  get hasSession(): boolean {
    return this.#sessionTouched !== 'none';
  }

  /** The open service session; where none is open, the one that the first change opens. */
  get session(): ServiceSession {
    return this.#session;
  }

  get inboundSeq(): number {
    return this.#snapshot.inbound.seq;
  }

  /** Who wrote it: what the desk and the sweeper write is to be believed, what a customer writes is not. */
  get inboundAuthor(): TurnSnapshot['inbound']['author'] {
    return this.#snapshot.inbound.author;
  }

  get replies(): readonly Reply[] {
    return this.#replies;
  }

  /** What the desk is told once this is committed. */
  get deskEvents(): readonly DeskEvent[] {
    return [...this.#deskEvents.values()];
  }

  changeSession(change: SessionChange): void {
    this.#session = { ...this.#session, ...change };
    if (this.#sessionTouched === 'untouched') this.#sessionTouched = 'changed';
    if (this.#sessionTouched === 'none') this.#sessionTouched = 'new';
    this.tellDesk({ type: 'queue' });
  }

  readState(key: string): string | undefined {
    return this.#state.get(key) ?? this.#snapshot.state.find((row: BotState) => row.key === key)?.value;
  }

  writeState(key: string, value: string): void {
    this.#state.set(key, value);
  }

  reply(reply: Reply): void {
    this.#replies.push(reply);
  }

  /** Has the bot take up this event of the system in a turn of its own, after what has come in meanwhile. */
  later(event: Readonly<Record<string, unknown>>): void {
    this.#later.push(JSON.stringify(event));
  }

  /** Whether the conversation is to be taken up again at once. */
  get comesBack(): boolean {
    return this.#later.length > 0;
  }

  /** Adds statements that stand or fall with the turn. A refusal makes the turn think again. */
  add(...statements: readonly Statement[]): void {
    this.#effects.push(...statements);
  }

  /** Tells the desk afterwards, once however often it is said, for example that a ticket stands. */
  tellDesk(event: DeskEvent): void {
    this.#deskEvents.set(JSON.stringify(event), event);
  }

  /** Everything decided, in the order it is committed. The first row returned holds the conversation's last seq. */
  compile(as: 'done' | 'dead'): Statement[] {
    const { transcript, saveState } = this.#statements;
    const sessionId = this.hasSession ? this.#session.id : null;
    const open = this.#session.state !== 'closed';
    return [
      ...transcript.decide(
        this.conversation,
        { language: this.language, sessionId: open ? sessionId : null, now: this.now },
        this.#rows(),
      ),
      transcript.handled({ conversationId: this.conversation.id, seq: this.inboundSeq, sessionId, as }),
      ...[...this.#state].map(([key, value]) => saveState({ key, id: this.conversation.id, value, now: this.now })),
      ...this.#sessionStatements(),
      ...this.#effects,
      ...this.#outbox(),
    ];
  }

  /** What was decided as rows of the transcript. `lastSeq`: as the commit has told it. */
  shown(lastSeq: number): ShownRow[] {
    return this.#statements.transcript.shown(this.#rows(), lastSeq);
  }

  #rows(): NewActivity[] {
    const sessionId = this.hasSession ? this.#session.id : null;
    const common = { sessionId, at: this.now };
    // The replies stand last: the outbox counts them back from the end.
    return [
      ...this.#later.map((body) => ({ ...common, body, author: 'system' as const, handling: 'pending' as const })),
      ...this.#replies.map(({ body, author, internal = false }) => ({
        ...common,
        ...{ author, body, internal },
        handling: 'none' as const,
      })),
    ];
  }

  #sessionStatements(): Statement[] {
    if (!this.hasSession) return [];
    const { openSession, changeSession } = this.#statements;
    const row = { ...this.#session, last_activity_at: this.now };
    return [this.#sessionTouched === 'new' ? openSession(row) : changeSession(row)];
  }

  /** Direct Line reads the transcript; every other channel is written to. */
  #outbox(): Statement[] {
    const { conversation, now } = this;
    if (conversation.reference === null) return [];
    const keptUntil = this.#keptUntil();
    return this.#replies.map(({ kind }, index) =>
      this.#statements.queueForChannel({
        id: this.newId(),
        conversationId: conversation.id,
        back: this.#replies.length - 1 - index,
        answers: this.inboundSeq,
        channel: conversation.channel,
        kind,
        state: keptUntil === null ? 'due' : 'sending',
        dueAt: keptUntil ?? now,
        now,
      }),
    );
  }

  /** Until when the replies are kept for a sender who waits on the line; null where nobody does, or not any more. */
  #keptUntil(): number | null {
    const { at, body } = this.#snapshot.inbound;
    if (this.now >= at + ANSWER_WAIT_MS) return null;
    const { channelData } = JSON.parse(body) as { channelData?: { answered?: unknown } };
    return channelData?.answered === ANSWERED_ON_THE_LINE.answered ? at + ANSWER_KEPT_MS : null;
  }
}
