import type { RatingItem, RatingList } from '../../web/protocol/desk/rating.ts';
import type { Actor } from '../actor.ts';
import { type DaysAsked, daysOf } from '../local-days.ts';
import { noteLook } from '../look-log.ts';
import { readTimeCursor, writeTimeCursor } from '../time-cursor.ts';
import type { RatingParts } from './rating-parts.ts';

export interface RatingQuery extends DaysAsked {
  /** A staff id; `bot` for its own. */
  readonly agent?: string | undefined;
  readonly atMost?: number | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * Ratings one by one, newest first; null where the cursor is none of ours. Whoever reads does not find those given to
 * themselves, for each leads to its conversation.
 */
export async function listRatings(parts: RatingParts, actor: Actor, query: RatingQuery): Promise<RatingList | null> {
  const { cursor, limit, agent, atMost, ...asked } = query;
  const position = cursor === undefined ? undefined : readTimeCursor(cursor);
  if (position === null) return null;
  await noteLook(parts, actor, 'ratings');
  const after = position && { created_at: position.at, session_id: position.id };
  const filter = {
    ...daysOf(parts, asked),
    agent: agent === 'bot' ? null : agent,
    atMost,
    ...(parts.terms.namedToAgents ? {} : { notOf: actor.staffId }),
  };
  const found = await parts.ratings.page(filter, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    ratings: await ratingItems(parts, page),
    next: found.length > limit && last ? writeTimeCursor({ at: last.created_at, id: last.session_id }) : null,
  };
}

export async function ratingItems(
  { repositories }: Pick<RatingParts, 'repositories'>,
  rows: Awaited<ReturnType<RatingParts['ratings']['page']>>,
): Promise<RatingItem[]> {
  const names = await repositories.staff.namesOf(rows.flatMap(({ agent_id }) => agent_id ?? []));
  return rows.map(({ session_id, agent_id, created_at, skill, follow_up, ...row }) => ({
    ...row,
    sessionId: session_id,
    agent: agent_id === null ? null : { id: agent_id, name: names.get(agent_id)?.name ?? agent_id },
    at: created_at,
    team: skill,
    followUp: follow_up,
  }));
}
