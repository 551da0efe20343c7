import { createHash } from 'node:crypto';
import { z } from 'zod';
import { STAFF_ROLES, type StaffRole } from '../../domain/desk/rights.ts';
import { jsonText } from '../../store/json-text.ts';
import type { Actor } from '../actor.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';

/** A sign-in ends after so long without a word from the desk, and after a shift whatever happens. */
const SESSION_IDLE_MS = 60 * 60_000;
export const SESSION_LONGEST_MS = 12 * 60 * 60_000;
/** How closely "last seen" is kept. */
const SEEN_EVERY_MS = 60_000;
/** For so long after somebody has shown who they are, the gravest acts are theirs to do. */
const FRESH_MS = 10 * 60_000;

/** What has to be done before anything else: a password of one's own, a second factor. */
export type PendingStep = 'password' | 'totp';

export interface SignedIn extends Actor {
  readonly session: {
    /** Names the sign-in; the token itself is known to the browser only. */
    readonly key: string;
    readonly csrf: string;
    /** What it is called where it is listed. */
    readonly id: string;
    readonly method: 'password' | 'provider';
    readonly pending: readonly PendingStep[];
    /** Its owner has shown who they are a moment ago. */
    readonly fresh: boolean;
  };
}

const rolesSchema = jsonText().pipe(z.array(z.enum(STAFF_ROLES)));

/** Who holds the token; null where it is unknown, has run out, or the account is shut. `totpRoles` need a second factor. */
export async function whoHolds(
  parts: DeskParts & { readonly totpRoles: readonly StaffRole[] },
  token: string,
): Promise<SignedIn | null> {
  const { database, repositories, now } = parts;
  const at = now();
  const found = await repositories.staffSessions.signedIn(tokenHash(token), { now: at, seenSince: seenSince(at) });
  if (!found) return null;
  if (at - found.last_seen_at > SEEN_EVERY_MS) {
    await database.commit([repositories.staffSessions.touch(found.token_hash, at)]);
  }
  const roles = rolesSchema.parse(found.roles);
  return {
    staffId: found.staff_id,
    deskName: found.desk_name,
    roles,
    session: {
      key: found.token_hash,
      csrf: found.csrf,
      id: found.id,
      method: found.method,
      pending: pendingSteps(
        found,
        roles.some((role) => parts.totpRoles.includes(role)),
      ),
      fresh: at - found.proved_at < FRESH_MS,
    },
  };
}

/** Whom a provider has let in shows who they are there: password and second factor are its matter. */
function pendingSteps(
  { method, must_change, totp_secret }: { method: string; must_change: number | null; totp_secret: string | null },
  needsTotp: boolean,
): PendingStep[] {
  if (method === 'provider') return [];
  return [
    ...(must_change === 1 ? (['password'] as const) : []),
    ...(needsTotp && totp_secret === null ? (['totp'] as const) : []),
  ];
}

export async function signOut(
  parts: DeskParts,
  { staffId, session }: Pick<SignedIn, 'staffId'> & { readonly session: { readonly key: string } },
): Promise<void> {
  await parts.database.commit([
    parts.repositories.staffSessions.end(session.key),
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
