import { hasRight } from '../../domain/desk/rights.ts';
import type { RatingRepository } from '../../store/repositories/rating-repository.ts';
import type { TranscriptRow } from '../../web/protocol/desk/session.ts';
import { RATING_EVENT } from '../../web/protocol/wire-names.ts';
import type { Actor } from '../actor.ts';

/** What stands in a rating's place: a row that shows nothing, so that no seq is missing. */
const VEILED = { type: 'event', name: RATING_EVENT };

/** A transcript as somebody may see it: ratings are for those who read ratings, and none of their own. */
export async function veilRatings(
  ratings: RatingRepository,
  { staffId, roles }: Pick<Actor, 'staffId' | 'roles'>,
  { conversationId, rows }: { readonly conversationId: string; readonly rows: readonly TranscriptRow[] },
): Promise<TranscriptRow[]> {
  const given = await ratings.givenIn(conversationId);
  const readsAll = hasRight(roles, 'ratings.read');
  const shown = new Set(given.flatMap(({ seq, agent_id }) => (readsAll && agent_id !== staffId ? [seq] : [])));
  const saidWith = new Set(given.map(({ seq }) => seq));
  return rows.map((row) => {
    const isRating = saidWith.has(row.seq) || (row.author === 'customer' && row.activity.name === RATING_EVENT);
    return isRating && !shown.has(row.seq) ? { ...row, activity: VEILED } : row;
  });
}
