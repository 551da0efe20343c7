import { RATING_EVENT } from '../../protocol/wire-names.ts';
import type { OutgoingItem } from '../connection/outgoing.ts';
import type { Activity } from '../wire/activity.ts';
import { isRecord } from '../wire/check.ts';

/** The score given to each service session, by its id: a session is rated once, on whichever page. */
export function givenRatings(rows: readonly Activity[], outgoing: readonly OutgoingItem[]): Map<string, number> {
  const events = [...rows, ...outgoing.map(({ activity }) => activity)];
  const ratings = new Map<string, number>();
  for (const { type, name, value } of events) {
    if (type !== 'event' || name !== RATING_EVENT || !isRecord(value)) continue;
    if (typeof value.sessionId === 'string' && typeof value.score === 'number')
      ratings.set(value.sessionId, value.score);
  }
  return ratings;
}
