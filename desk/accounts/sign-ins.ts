import type { SignInItem, SignInList } from '../../web/protocol/desk/account.ts';
import type { Actor } from '../actor.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { readTimeCursor, writeTimeCursor } from '../time-cursor.ts';
import { AGENTS_GROUP, type SignedIn, seenSince } from './staff-sessions.ts';

export interface SignInsQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Where somebody is signed in, the newest first; null where the cursor is none of ours. */
export async function listSignIns(
  { repositories, now }: DeskParts,
  { staffId, current }: { readonly staffId: string; readonly current: string },
  { cursor, limit }: SignInsQuery,
): Promise<SignInList | null> {
  const after = cursor === undefined ? undefined : readTimeCursor(cursor);
  if (after === null) return null;
  const at = now();
  const found = await repositories.staffSessions.of(staffId, {
    now: at,
    seenSince: seenSince(at),
    after,
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    sessions: page.map(
      (row): SignInItem => ({
        id: row.id,
        current: row.token_hash === current,
        device: row.device,
        address: row.address,
        method: row.method,
        createdAt: row.created_at,
        lastSeenAt: row.last_seen_at,
        expiresAt: row.expires_at,
      }),
    ),
    next: found.length > limit && last ? writeTimeCursor({ at: last.created_at, id: last.id }) : null,
  };
}

/** Ends one of somebody's sign-ins; false where there is none of this id. Its lines of events end with their next beat. */
export async function endSignIn(
  parts: DeskParts,
  actor: Actor,
  { staffId, id }: { readonly staffId: string; readonly id: string },
): Promise<boolean> {
  const ended = await parts.database.commit([
    parts.repositories.staffSessions.endById(staffId, id),
    sessionsEnded(parts, actor, { staffId, which: id }),
  ]);
  return ended.ok;
}

/** Ends all of one's own but the one that asks. */
export async function endOtherSignIns(parts: DeskParts, caller: SignedIn): Promise<void> {
  const { staffId, session } = caller;
  await parts.database.commit([
    parts.repositories.staffSessions.endAllOf(staffId, { except: session.key }),
    sessionsEnded(parts, caller, { staffId, which: 'others' }),
  ]);
}

/** Ends all of somebody's. */
export async function endAllSignIns(parts: DeskParts, actor: Actor, staffId: string): Promise<void> {
  await parts.database.commit([
    parts.repositories.staffSessions.endAllOf(staffId),
    sessionsEnded(parts, actor, { staffId, which: 'all' }),
  ]);
  await parts.nerve.leave(AGENTS_GROUP, staffId);
}

function sessionsEnded(
  parts: DeskParts,
  { staffId: actor }: Actor,
  { staffId, which }: { staffId: string; which: string },
) {
  return audited(parts, {
    actor,
    action: 'staff.session_ended',
    subject: `staff:${staffId}`,
    at: parts.now(),
    detail: { which },
  });
}
