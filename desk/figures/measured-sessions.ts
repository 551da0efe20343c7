import { z } from 'zod';
import { measureSession, type SessionEvent, type SessionMeasures } from '../../domain/figures/measure-session.ts';
import { jsonText } from '../../store/json-text.ts';
import type { Stretch } from '../../store/repositories/rating-repository.ts';
import type { FigureParts } from './figure-parts.ts';

const DAY_MS = 86_400_000;

/** A session with what it adds to the figures, and what it is counted under. */
export interface MeasuredSession extends SessionMeasures {
  /** Null for the bot. */
  readonly agentId: string | null;
  readonly team: string;
  /** When somebody began to wait for a person, or else when it was opened. */
  readonly began: number;
  readonly closedAt: number;
}

/** Sessions closed within a stretch of time, measured by what was recorded of them. */
export async function measuredSessions(parts: FigureParts, stretch: Stretch): Promise<MeasuredSession[]> {
  const { figures, settings, now } = parts;
  const sessions = await figures.closedWithin(stretch);
  const from = sessions.reduce((first, { opened_at }) => Math.min(first, opened_at), stretch.from);
  const events = eventsBySession(sessions.length === 0 ? [] : await figures.eventsWithin({ ...stretch, from }));
  const terms = {
    answerWithinMs: settings.answerWithinSeconds * 1000,
    repeatWithinMs: settings.repeatWithinDays * DAY_MS,
    now: now(),
  };
  return sessions.map(({ id, agent_id, skill, ...session }) => ({
    ...measureSession(
      {
        openedAt: session.opened_at,
        queuedAt: session.queued_at,
        takenAt: session.assigned_at,
        firstResponseAt: session.first_response_at,
        closedAt: session.closed_at,
        closedBy: session.closed_by,
        events: events.get(id) ?? [],
        againAt: session.again_at,
      },
      terms,
    ),
    agentId: agent_id,
    team: skill,
    began: session.queued_at ?? session.opened_at,
    closedAt: session.closed_at,
  }));
}

type Rows = Awaited<ReturnType<FigureParts['figures']['eventsWithin']>>;

function eventsBySession(rows: Rows): ReadonlyMap<string, SessionEvent[]> {
  const bySession = new Map<string, SessionEvent[]>();
  for (const { at, action, subject, detail } of rows) {
    const id = subject.replace(/^session:/, '');
    const known = bySession.get(id) ?? [];
    bySession.set(id, known);
    for (const type of typesOf(action, detail)) known.push({ at, type });
  }
  return bySession;
}

const detailJson = jsonText().pipe(z.object({ from: z.string().optional(), to: z.string().optional() }));

/** Handed on to a person, it stays in somebody's hands; given to a queue it is handed on and let go. */
function typesOf(action: string, detail: string): SessionEvent['type'][] {
  const { from, to } = detailJson.safeParse(detail).data ?? {};
  switch (action) {
    case 'session.claimed':
    case 'session.assigned':
      return ['taken'];
    case 'session.transferred':
      return to?.startsWith('skill:') ? ['handed_on', 'let_go'] : ['handed_on'];
    case 'session.taken_over':
      return from === undefined ? ['taken'] : ['handed_on'];
    case 'session.reassigned':
      if (from === undefined) return to?.startsWith('skill:') ? [] : ['taken'];
      return to?.startsWith('skill:') ? ['handed_on', 'let_go'] : ['handed_on'];
    case 'session.released':
      return to === 'queue' ? ['handed_on', 'let_go'] : ['let_go'];
    default:
      return ['let_go'];
  }
}
