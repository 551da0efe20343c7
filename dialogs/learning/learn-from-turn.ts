import type { CandidateReason } from '../../domain/learning/candidate.ts';
import { saysNo } from '../../nlu/says-no.ts';
import type { Route } from '../decide-route.ts';
import type { Turn } from '../turn.ts';

/** Keeps the message of this turn as one to learn from. What was chosen from an offer is no wording of the customer's. */
export function keepForLearning(turn: Turn, reason: CandidateReason): void {
  const { heard, memory, services, work } = turn;
  if (heard.chosen !== null) return;
  const candidate = services.learning.candidateOf({
    understanding: heard.understanding,
    reason,
    userName: work.conversation.user_name,
    sessionId: work.hasSession ? work.session.id : null,
    seq: work.inboundSeq,
    at: turn.now,
    id: work.newId(),
  });
  if (!candidate) return;
  turn.learned.push({ key: candidate.key, statement: services.learning.candidates.keep(candidate) });
  memory.unclear = { key: candidate.key, asked: reason === 'did_you_mean' };
}

/** What this message says of the one before it, which was not understood: that no guess was right, or that a person is wanted. */
export function learnFromAnswer(turn: Turn, route: Route): void {
  const { unclear } = turn.memory;
  turn.memory.unclear = null;
  if (!unclear) return;
  const reason = whatItSays(turn, route, unclear);
  if (reason)
    turn.learned.push({ key: unclear.key, statement: turn.services.learning.candidates.raise(unclear.key, reason) });
}

function whatItSays({ heard }: Turn, route: Route, { asked }: { asked: boolean }): CandidateReason | null {
  if (route.to === 'person') return 'handed_over';
  const { intent } = heard.understanding;
  const denies = heard.chosen === null && (intent === 'deny' || saysNo(heard.text));
  return asked && denies ? 'said_no' : null;
}

/** Adds to the turn's commit what it has learned, in the order of keys: two turns that write of the same messages wait for each other and never in a circle. */
export function commitLearned({ learned, work }: Pick<Turn, 'learned' | 'work'>): void {
  const inOrder = learned.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  work.add(...inOrder.map(({ statement }) => statement));
}
