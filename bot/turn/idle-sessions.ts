import { SESSION_IDLE } from '../../dialogs/people/after-handoff.ts';
import type { Services } from '../../dialogs/services.ts';
import { type Database, statement } from '../../store/database.ts';
import type { ConversationRepository, ServiceSession } from '../../store/repositories/conversation-repository.ts';
import type { Transcript } from '../../store/transcript.ts';
import type { Mailbox } from './mailbox.ts';

const AT_A_TIME = 100;

/** Closes service sessions of the bot in which nothing has been said for the profile's idle time. */
export class IdleSessions {
  readonly #parts: {
    readonly database: Database;
    readonly conversations: ConversationRepository;
    readonly transcript: Transcript;
    readonly mailbox: Mailbox;
    readonly services: Pick<Services, 'profile'>;
    readonly now: () => number;
  };

  constructor(parts: {
    database: Database;
    conversations: ConversationRepository;
    transcript: Transcript;
    mailbox: Mailbox;
    services: Pick<Services, 'profile'>;
    now: () => number;
  }) {
    this.#parts = parts;
  }

  async close(): Promise<void> {
    const { conversations, services, now } = this.#parts;
    const before = now() - services.profile.session.idleMinutes * 60_000;
    for (const session of await conversations.idleSessions(before, AT_A_TIME)) await this.#closeOne(session);
  }

  /** Refused where somebody wrote or took over meanwhile: then it is idle no longer. */
  async #closeOne(session: ServiceSession): Promise<void> {
    const { database, conversations, transcript, mailbox, now } = this.#parts;
    const conversation = await conversations.byId(session.conversation_id);
    if (!conversation || conversation.session_id !== session.id) return;
    // What was only small talk is closed without a word; a matter that was dealt with may be rated.
    const asks = session.intent !== null;
    const event = { type: 'event', name: SESSION_IDLE, value: { sessionId: session.id } };
    const row = { author: 'system' as const, at: now(), handling: 'pending' as const, body: JSON.stringify(event) };
    const close = database.query
      .updateTable('service_session')
      .set({ state: 'closed', closed_at: now(), closed_by: 'idle' })
      .where('id', '=', session.id)
      .where('state', '=', 'bot');
    const change = { language: conversation.language, sessionId: null, now: now() };
    const outcome = await database.commit([
      ...transcript.decide(conversation, change, asks ? [row] : []),
      statement(close, { expect: 1, refusal: 'not_idle' }),
    ]);
    if (outcome.ok && asks) mailbox.wake(conversation.id);
  }
}
