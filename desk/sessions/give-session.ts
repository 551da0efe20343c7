import { type Statement, statement } from '../../store/database.ts';
import { ownedBy } from '../../store/repositories/presence-repository.ts';
import type { SessionChange } from '../../store/unit-of-work.ts';
import type { DeskParts } from '../desk-parts.ts';

/** A change of who owns a session, for its commit. */
export interface OwnerChange {
  readonly sessionId: string;
  /** Null where nobody owns it before; the commit is refused as `owner` where it is somebody else's meanwhile. */
  readonly from: string | null;
  /** Whoever gets it; null where nobody does. */
  readonly to: string | null;
  /** The rest of the change. */
  readonly change: Omit<SessionChange, 'agent_id' | 'last_activity_at'>;
  /** The new owner must have room; the commit is refused as `no_room`. */
  readonly within?: number;
  readonly at: number;
}

/**
 * Statements that change the owner of a session and nothing else of whose it is: the rows of those concerned are locked
 * first, so that what somebody has is counted right however many give to them at once.
 */
export function changeOwner({ database, repositories }: OwnerParts, given: OwnerChange): Statement[] {
  const { sessionId, from, to, change, within, at } = given;
  const concerned = [from, to].filter((one): one is string => one !== null);
  let update = database.query
    .updateTable('service_session')
    // Who closed a session stays its agent: the one who is rated.
    .set({ shown_as: null, ...change, agent_id: change.state === 'closed' ? from : to, last_activity_at: at })
    .where('id', '=', sessionId);
  update =
    from === null
      ? update.where('state', 'in', ['queued', 'bot'])
      : update.where('state', '=', 'assigned').where('agent_id', '=', from);
  return [
    ...repositories.presence.touch(concerned, at),
    ...(to !== null && within !== undefined ? [hasRoom(database, to, within)] : []),
    statement(update, { expect: 1, refusal: 'owner' }),
  ];
}

type OwnerParts = Pick<DeskParts, 'database'> & { readonly repositories: Pick<DeskParts['repositories'], 'presence'> };

/** Changes nothing; refused where the owner has as many as they can take. */
function hasRoom({ query }: DeskParts['database'], staffId: string, capacity: number): Statement {
  return statement(
    query
      .updateTable('agent_presence')
      .set(({ ref }) => ({ staff_id: ref('staff_id') }))
      .where('staff_id', '=', staffId)
      .where(ownedBy('agent_presence.staff_id'), '<', capacity),
    { expect: 1, refusal: 'no_room' },
  );
}
