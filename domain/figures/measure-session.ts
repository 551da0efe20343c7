/** What happened to a service session while people had to do with it. */
export interface SessionEvent {
  readonly at: number;
  readonly type: 'taken' | 'handed_on' | 'let_go';
}

/** A service session that has been closed; moments are milliseconds since 1970, null where it was never so. */
export interface SessionRecord {
  readonly openedAt: number;
  readonly queuedAt: number | null;
  readonly takenAt: number | null;
  readonly firstResponseAt: number | null;
  readonly closedAt: number;
  readonly closedBy: 'agent' | 'bot' | 'idle' | null;
  /** In order of time; those that were recorded. */
  readonly events: readonly SessionEvent[];
  /** When the same customer came with a matter again; null where they have not. */
  readonly againAt: number | null;
}

export interface FigureTerms {
  /** Somebody who waits is to be taken over within so long. */
  readonly answerWithinMs: number;
  /** Who comes again within so long was not helped. */
  readonly repeatWithinMs: number;
  readonly now: number;
}

/** Spans in milliseconds; null where there is nothing to measure. */
export interface SessionMeasures {
  /** In the queue, until somebody took it or, given up, until it was closed. */
  readonly waited: number | null;
  readonly withinTerm: boolean | null;
  readonly givenUp: boolean;
  /** From the queue, or else from being taken, to a person's first words. */
  readonly firstResponse: number | null;
  /** In people's hands, all stretches together. */
  readonly handled: number | null;
  readonly transfers: number;
  /** Closed without being handed on, and not come with again; null while that cannot be told yet, or nobody served it. */
  readonly atFirstContact: boolean | null;
}

/** What one session adds to the figures. */
export function measureSession(session: SessionRecord, terms: FigureTerms): SessionMeasures {
  const { queuedAt, firstResponseAt, closedAt, events } = session;
  const taken = events.find(({ type, at }) => type === 'taken' && at >= (queuedAt ?? 0))?.at ?? session.takenAt;
  const givenUp = queuedAt !== null && taken === null;
  const waited = queuedAt === null ? null : Math.max(0, (taken ?? closedAt) - queuedAt);
  const transfers = events.filter(({ type }) => type === 'handed_on').length;
  const spoken = firstResponseAt === null ? null : firstResponseAt - (queuedAt ?? taken ?? firstResponseAt);
  return {
    waited,
    withinTerm: waited === null ? null : !givenUp && waited <= terms.answerWithinMs,
    givenUp,
    firstResponse: spoken === null ? null : Math.max(0, spoken),
    handled: taken === null ? null : handledSpan(session, taken),
    transfers,
    atFirstContact: givenUp ? null : atFirstContact(session, transfers, terms),
  };
}

/** Taking begins a stretch, letting go ends it; what is handed on goes on in other hands. */
function handledSpan({ events, closedAt }: SessionRecord, taken: number): number {
  let span = 0;
  let since: number | null = events.some(({ type }) => type === 'taken') ? null : taken;
  for (const { type, at } of events) {
    if (type === 'taken') since ??= at;
    if (type === 'let_go' && since !== null) {
      span += at - since;
      since = null;
    }
  }
  return Math.max(0, span + (since === null ? 0 : closedAt - since));
}

function atFirstContact(
  { closedAt, againAt }: SessionRecord,
  transfers: number,
  { repeatWithinMs, now }: FigureTerms,
): boolean | null {
  if (transfers > 0) return false;
  if (againAt !== null && againAt - closedAt <= repeatWithinMs) return false;
  return now - closedAt < repeatWithinMs ? null : true;
}
