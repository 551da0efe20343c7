import type { Conversation, ConversationRepository } from '../../store/repositories/conversation-repository.ts';
import type { ConversationStatus } from '../../web/protocol/conversation.ts';

export interface ConversationStatusParts {
  readonly conversations: ConversationRepository;
  /** Place in the queue from 1; null where the session does not wait. */
  readonly queuePlace: (sessionId: string) => Promise<number | null>;
  /** What customers call a member of staff; null where there is none. */
  readonly deskName: (staffId: string) => Promise<string | null>;
}

/** Tells who is speaking to a customer, for one who comes back. */
export class ConversationStatusReader {
  readonly #parts: ConversationStatusParts;

  constructor(parts: ConversationStatusParts) {
    this.#parts = parts;
  }

  async of({ session_id }: Pick<Conversation, 'session_id'>): Promise<ConversationStatus> {
    const { conversations, queuePlace, deskName } = this.#parts;
    const session = session_id === null ? undefined : await conversations.session(session_id);
    if (session?.state === 'queued') {
      const place = await queuePlace(session.id);
      return { speaker: 'waiting', ...(place === null ? {} : { place }) };
    }
    if (session?.state === 'assigned' && session.agent_id !== null) {
      return { speaker: 'agent', name: session.shown_as ?? (await deskName(session.agent_id)) ?? '' };
    }
    return { speaker: 'bot' };
  }
}
