import { randomBytes } from 'node:crypto';
import { coarseAddress } from '../../domain/accounts/coarse-address.ts';
import { deviceName } from '../../domain/accounts/device-name.ts';
import type { Statement } from '../../store/database.ts';
import type { StaffSession } from '../../store/repositories/staff-session-repository.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { SESSION_LONGEST_MS, seenSince, tokenHash } from './staff-sessions.ts';

/** The browser that somebody signs in with. */
export interface SignInPlace {
  readonly address: string;
  readonly userAgent?: string | undefined;
  /** The token of the sign-in that this one takes the place of. */
  readonly before?: string | undefined;
}

export interface OpenedSession {
  /** The cookie's; kept nowhere here. */
  readonly token: string;
  readonly csrf: string;
  readonly session: Pick<StaffSession, 'id' | 'method'>;
  readonly statements: readonly Statement[];
}

/** A new sign-in, for the commit of what it rests on. The one that the browser had before ends with it: no token outlives it. */
export function openSession(
  parts: DeskParts,
  {
    staffId,
    method,
    place,
    by,
    proved = true,
  }: {
    readonly staffId: string;
    readonly method: StaffSession['method'];
    readonly place: SignInPlace;
    /** How its owner has shown who they are. */
    readonly by: string;
    /** False where somebody else vouches for them without having asked just now. */
    readonly proved?: boolean;
  },
): OpenedSession {
  const { repositories, now, newId } = parts;
  const at = now();
  const token = randomBytes(32).toString('base64url');
  const csrf = randomBytes(32).toString('base64url');
  const session: StaffSession = {
    token_hash: tokenHash(token),
    id: newId(),
    staff_id: staffId,
    csrf,
    device: deviceName(place.userAgent),
    address: coarseAddress(place.address),
    method,
    created_at: at,
    last_seen_at: at,
    expires_at: at + SESSION_LONGEST_MS,
    proved_at: proved ? at : 0,
  };
  const detail = { address: place.address, by };
  return {
    token,
    csrf,
    session,
    statements: [
      repositories.staffSessions.endOld({ now: at, seenSince: seenSince(at) }),
      ...(place.before === undefined ? [] : [repositories.staffSessions.end(tokenHash(place.before))]),
      repositories.staffSessions.add(session),
      audited(parts, { actor: staffId, action: 'staff.signed_in', subject: `staff:${staffId}`, at, detail }),
    ],
  };
}
