import type { Statement } from '../../store/database.ts';
import type { Conversation, ServiceSession } from '../../store/repositories/conversation-repository.ts';
import type { NewActivity } from '../../store/transcript.ts';
import type { DeskParts } from '../desk-parts.ts';

/** Conflicts in a row after which something else must be wrong. */
const MOST_CONFLICTS = 25;

export interface SessionSnapshot {
  readonly conversation: Conversation;
  readonly session: ServiceSession;
}

export type Plan<A extends string> =
  | {
      readonly kind: 'commit';
      readonly rows: readonly NewActivity[];
      /** The conversation's open session from now on. */
      readonly sessionId: string | null;
      /** Stand or fall with the rows; a refusal means that the plan is made anew. */
      readonly effects: readonly Statement[];
    }
  /** Nothing is written. */
  | { readonly kind: 'answer'; readonly answer: A };

export type Decided<A extends string> =
  | {
      readonly kind: 'committed';
      readonly conversationId: string;
      readonly seq: number;
      /** True where a row waits for the bot. */
      readonly pending: boolean;
    }
  | { readonly kind: 'answer'; readonly answer: A | 'unknown_session' };

/**
 * One decision of a person about a service session: read, planned, and committed in one go against the version that was
 * read. Where somebody decided meanwhile it is read and planned again, so `plan` may read and must be free of effects. `final`: refusals
 * that are an answer, and not planned again.
 */
export async function decideOnSession<A extends string>(
  { database, repositories, statements, now }: Pick<DeskParts, 'database' | 'repositories' | 'statements' | 'now'>,
  sessionId: string,
  plan: (snapshot: SessionSnapshot, now: number) => Plan<A> | Promise<Plan<A>>,
  final: Readonly<Record<string, A>> = {},
): Promise<Decided<A>> {
  for (let conflicts = 0; conflicts < MOST_CONFLICTS; conflicts += 1) {
    const snapshot = await repositories.sessions.forDecision(sessionId);
    if (!snapshot) return { kind: 'answer', answer: 'unknown_session' };
    const at = now();
    const planned = await plan(snapshot, at);
    if (planned.kind === 'answer') return planned;
    const { conversation } = snapshot;
    const change = { language: conversation.language, sessionId: planned.sessionId, now: at };
    const outcome = await database.commit([
      ...statements.transcript.decide(conversation, change, planned.rows),
      ...planned.effects,
    ]);
    if (outcome.ok) {
      return {
        kind: 'committed',
        conversationId: conversation.id,
        seq: Number(outcome.rows[0]?.[0]?.seq),
        pending: planned.rows.some((row) => row.handling === 'pending'),
      };
    }
    const answer = final[outcome.refusal];
    if (answer !== undefined) return { kind: 'answer', answer };
  }
  throw new Error(`a decision at the desk met ${MOST_CONFLICTS} conflicts in a row`);
}
