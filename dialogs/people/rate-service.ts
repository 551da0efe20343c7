import { isLow } from '../../domain/ratings/rating-terms.ts';
import type { RatingValue } from '../../web/protocol/conversation.ts';
import type { Turn } from '../turn.ts';

/** Asks for a rating of a service session that has been closed. */
export async function askForRating(turn: Turn, sessionId: string): Promise<void> {
  const { rating } = turn.words;
  turn.memory.toRate = sessionId;
  await turn.say({
    card: {
      kind: 'rating',
      title: rating.title,
      sessionId,
      labels: [...rating.labels],
      wordsPlaceholder: rating.placeholder,
      submitLabel: rating.submit,
      thanks: rating.thanks,
    },
  });
}

/**
 * Takes a rating: once per session, of a session of this conversation that has been closed; it can't be changed afterwards.
 * A low one is a supervisor's to follow up from the same moment.
 */
export async function takeRating(turn: Turn, { sessionId, score, words }: RatingValue): Promise<void> {
  const { work, memory, language, services, now } = turn;
  const rated = await services.ratings.ratable(sessionId, work.conversation.id);
  if (rated === null) {
    await turn.say({ text: turn.words.rating.already });
    return;
  }
  work.add(
    services.ratings.rate({
      session_id: sessionId,
      conversation_id: work.conversation.id,
      agent_id: rated.agentId,
      score,
      words: words?.trim() || null,
      language,
      created_at: now,
      seq: work.inboundSeq,
    }),
  );
  if (isLow(score, services.profile.ratings)) {
    work.add(...services.followUps.open(sessionId, { rated: rated.agentId, score, at: now }));
  }
  if (memory.toRate === sessionId) memory.toRate = null;
  await turn.say({ text: turn.words.rating.thanks });
}
