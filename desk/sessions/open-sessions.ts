import { orderInProgress, orderQueue } from '../../domain/desk/queue-order.ts';
import type { DeskSession } from '../../store/repositories/desk-session-repository.ts';
import type { SessionDetail, SessionList } from '../../web/protocol/desk/session.ts';
import type { Actor } from '../actor.ts';
import type { DeskParts } from '../desk-parts.ts';
import { shownListeners } from '../floor/listening.ts';
import { noteLook } from '../look-log.ts';
import { sessionItemOf } from './session-item.ts';
import { readSummary } from './session-summary.ts';

/** So many are listed at the most; in a storm the rest of the queue is behind these. */
const MOST_QUEUED = 500;
const MOST_OTHERS = 200;
const MOST_MINE = 100;
const MOST_EARLIER = 20;
const GIVEN_AWAY = ['session.released', 'session.transferred', 'session.reassigned', 'session.taken_over'] as const;

/** The queue in the order it should be served, the agent's own sessions, and what the bot and others are at. */
export async function listSessions(parts: DeskParts, actor: Actor): Promise<SessionList> {
  const { sessions, lastWords } = parts.repositories;
  const [queued, mine, others] = await Promise.all([
    sessions.queued(MOST_QUEUED),
    sessions.ownedBy(actor.staffId, MOST_MINE),
    sessions.heldByOthers(actor.staffId, MOST_OTHERS),
  ]);
  await noteLook(parts, actor, 'sessions');
  const said = await lastWords.of([...queued, ...mine, ...others]);
  const itemOf = (session: DeskSession) => sessionItemOf(session, said.get(session.conversation_id));
  return {
    queued: orderQueue(queued.map(itemOf)),
    mine: mine.map(itemOf),
    others: orderInProgress(others.map(itemOf)),
  };
}

/** A session with its story and the sessions before it; null where there is none. */
export async function showSession(parts: DeskParts, actor: Actor, sessionId: string): Promise<SessionDetail | null> {
  const { sessions, conversations, lastWords } = parts.repositories;
  const [listed, stored] = await Promise.all([sessions.byId(sessionId), conversations.session(sessionId)]);
  if (!listed || !stored) return null;
  await noteLook(parts, actor, `session:${sessionId}`);
  const summary = readSummary(stored.summary);
  const [earlier, note, said, listeners] = await Promise.all([
    earlierOf(parts, listed),
    lastNote(parts, sessionId),
    lastWords.of([listed]),
    shownListeners(parts, actor, sessionId),
  ]);
  return {
    session: sessionItemOf(listed, said.get(listed.conversation_id)),
    summary: note === null ? summary : { ...summary, gathered: { ...summary.gathered, note } },
    earlier,
    listeners,
  };
}

async function earlierOf({ repositories }: DeskParts, session: DeskSession): Promise<SessionDetail['earlier']> {
  const rows = await repositories.sessions.before(session, MOST_EARLIER);
  return rows.map(({ id, opened_at, intent, disposition }) => ({ id, openedAt: opened_at, intent, disposition }));
}

/** What the last agent who gave the session away left for the next. */
async function lastNote({ repositories }: DeskParts, sessionId: string): Promise<string | null> {
  const subject = `session:${sessionId}`;
  const given = await Promise.all(GIVEN_AWAY.map((action) => repositories.audit.about(subject, action, 1)));
  const [last] = given.flat().sort((a, b) => b.at - a.at);
  return typeof last?.detail.note === 'string' ? last.detail.note : null;
}
