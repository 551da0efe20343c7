import { z } from 'zod';
import { readCorrections, withCorrections, writeCorrections } from '../../dialogs/learning/session-corrections.ts';
import type { FaultClass } from '../../domain/faults/fault-facts.ts';
import type { Severity } from '../../domain/faults/severity.ts';
import type { Intent } from '../../domain/intent.ts';
import { LANGUAGES } from '../../domain/language.ts';
import type { CorrectionReason } from '../../domain/learning/candidate.ts';
import { type Corrections, correct } from '../../domain/learning/corrections.ts';
import { type Statement, statement } from '../../store/database.ts';
import { jsonText } from '../../store/json-text.ts';
import type { ServiceSession, TranscriptActivity } from '../../store/repositories/conversation-repository.ts';
import type { Actor } from '../actor.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { decideOnSession, type SessionSnapshot } from '../sessions/session-decision.ts';
import { readSummary } from '../sessions/session-summary.ts';

/** What a message was really about; at least one of intent, severity and class. */
export interface CorrectionOrder {
  readonly sessionId: string;
  /** The customer's message that was taken wrongly. */
  readonly seq: number;
  readonly right: { readonly intent?: Intent; readonly severity?: Severity; readonly class?: FaultClass };
  readonly why: CorrectionReason;
  readonly note?: string | undefined;
}

export type CorrectionOutcome = 'corrected' | 'unknown_session' | 'session_closed' | 'unknown_message';

/**
 * Puts right what the bot has made of a message: the session is shown and queued accordingly from now on, until the
 * customer says something graver, and the message is kept to learn from. All of it in one commit.
 */
export async function correctUnderstanding(
  parts: DeskParts,
  actor: Actor,
  order: CorrectionOrder,
): Promise<CorrectionOutcome> {
  const { sessionId, seq } = order;
  const session = await parts.repositories.conversations.session(sessionId);
  if (!session) return 'unknown_session';
  const text = textOf(await parts.repositories.conversations.activityAt(session.conversation_id, seq), sessionId);
  if (text === null) return 'unknown_message';
  const decided = await decideOnSession<CorrectionOutcome>(parts, sessionId, (snapshot, at) => {
    if (snapshot.session.state === 'closed') return { kind: 'answer', answer: 'session_closed' };
    return {
      kind: 'commit',
      rows: [],
      sessionId,
      effects: [
        putRight(parts, snapshot.session, order),
        ...lesson(parts, snapshot, { order, text, at }),
        audited(parts, {
          actor: actor.staffId,
          action: 'understanding.corrected',
          subject: `session:${sessionId}`,
          at,
          detail: { seq, before: shownIn(snapshot.session), ...order.right, why: order.why, note: order.note },
        }),
      ],
    };
  });
  if (decided.kind === 'answer') return decided.answer;
  announce(parts, { ...decided, sessionId });
  return 'corrected';
}

const message = jsonText().pipe(z.object({ type: z.literal('message'), text: z.string().trim().min(1) }));

/** The customer's words in this session; null where the row is anything else. */
function textOf(row: TranscriptActivity | undefined, sessionId: string): string | null {
  if (row?.author !== 'customer' || row.session_id !== sessionId) return null;
  return message.safeParse(row.body).data?.text ?? null;
}

function shownIn(session: ServiceSession) {
  const { intent, severity, fault } = readSummary(session.summary);
  return { intent: intent as Intent | null, severity, class: (fault?.class ?? null) as FaultClass | null };
}

function putRight({ database }: DeskParts, session: ServiceSession, { right }: CorrectionOrder): Statement {
  const standing = readCorrections(session.corrections);
  const shown = shownIn(session);
  const of = (from: Corrections): Corrections => ({
    ...from,
    ...(right.intent && right.intent !== shown.intent
      ? { intent: correct(from.intent, shown.intent, right.intent) }
      : {}),
    ...(right.severity && right.severity !== shown.severity
      ? { severity: correct(from.severity, shown.severity, right.severity) }
      : {}),
    ...(right.class && right.class !== shown.class ? { class: correct(from.class, shown.class, right.class) } : {}),
  });
  // What is shown has the standing corrections in it: only the new ones are laid over it.
  const summary = withCorrections(readSummary(session.summary), of({}));
  const change = {
    intent: summary.intent,
    severity: summary.severity ?? session.severity,
    summary: JSON.stringify(summary),
    corrections: writeCorrections(of(standing)),
  };
  return statement(
    database.query
      .updateTable('service_session')
      .set(change)
      .where('id', '=', session.id)
      .where('state', '<>', 'closed'),
    { expect: 1, refusal: 'session_closed' },
  );
}

function lesson(
  { understand, learning, newId }: DeskParts,
  { conversation, session }: SessionSnapshot,
  given: { readonly order: CorrectionOrder; readonly text: string; readonly at: number },
): Statement[] {
  const { order, text, at } = given;
  const language = LANGUAGES.find((one) => one === session.language);
  const candidate = learning.candidateOf({
    understanding: understand(text, language ? { language } : {}),
    reason: 'corrected',
    userName: conversation.user_name,
    sessionId: session.id,
    seq: order.seq,
    suggestion: { ...order.right, why: order.why },
    at,
    id: newId(),
  });
  return candidate ? [learning.candidates.keep(candidate)] : [];
}
