import type { Unassigned } from '../../domain/desk/assign.ts';
import { orderQueue } from '../../domain/desk/queue-order.ts';
import type { DeskSessionRepository } from '../../store/repositories/desk-session-repository.ts';

/** Beyond so many nobody counts places. */
const MOST_COUNTED = 2000;

export interface WaitingConversation extends Unassigned {
  readonly conversationId: string;
}

/** Who waits for a person, in the order of serving. */
export class WaitingQueue {
  readonly #sessions: DeskSessionRepository;

  constructor(sessions: DeskSessionRepository) {
    this.#sessions = sessions;
  }

  async inOrder(): Promise<WaitingConversation[]> {
    const rows = await this.#sessions.waiting(MOST_COUNTED);
    return orderQueue(
      rows.map((row) => ({
        id: row.id,
        conversationId: row.conversation_id,
        severity: row.severity,
        queuedAt: row.queued_at,
        specialNeed: row.special_need === 1,
        returned: row.returned_at !== null,
        skill: row.skill,
        language: row.language,
        givenBackBy: row.given_back_by,
      })),
    );
  }

  /** From 1; null where the session does not wait. */
  async placeOf(sessionId: string): Promise<number | null> {
    const index = (await this.inOrder()).findIndex(({ id }) => id === sessionId);
    return index < 0 ? null : index + 1;
  }
}
