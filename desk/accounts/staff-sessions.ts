import { createHash } from 'node:crypto';
import { z } from 'zod';
import { STAFF_ROLES } from '../../domain/desk/rights.ts';
import { jsonText } from '../../store/json-text.ts';
import type { Actor } from '../actor.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';

/** A sign-in ends after so long without a word from the desk, and after a shift whatever happens. */
const SESSION_IDLE_MS = 60 * 60_000;
export const SESSION_LONGEST_MS = 12 * 60 * 60_000;
/** How closely "last seen" is kept. */
const SEEN_EVERY_MS = 60_000;

export interface SignedIn extends Actor {
  /** Names the sign-in; the token itself is known to the browser only. */
  readonly session: { readonly key: string; readonly csrf: string };
}

const rolesSchema = jsonText().pipe(z.array(z.enum(STAFF_ROLES)));

/** Who holds the token; null where it is unknown, has run out, or the account is shut. */
export async function whoHolds(parts: DeskParts, token: string): Promise<SignedIn | null> {
  const { database, repositories, now } = parts;
  const at = now();
  const found = await repositories.staff.signedIn(tokenHash(token), { now: at, seenSince: seenSince(at) });
  if (!found) return null;
  if (at - found.last_seen_at > SEEN_EVERY_MS) {
    await database.commit([repositories.staff.touchSession(found.token_hash, at)]);
  }
  return {
    staffId: found.staff_id,
    deskName: found.desk_name,
    roles: rolesSchema.parse(found.roles),
    session: { key: found.token_hash, csrf: found.csrf },
  };
}

export async function signOut(parts: DeskParts, { staffId, session }: SignedIn): Promise<void> {
  await parts.database.commit([
    parts.repositories.staff.endSession(session.key),
    audited(parts, { actor: staffId, action: 'staff.signed_out', subject: `staff:${staffId}`, at: parts.now() }),
  ]);
  await parts.nerve.leave(AGENTS_GROUP, staffId);
}

/** The nervous system's group of those who can serve and have a desk open. */
export const AGENTS_GROUP = 'agents';

export function seenSince(now: number): number {
  return now - SESSION_IDLE_MS;
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
