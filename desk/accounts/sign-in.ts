import { createHash, randomBytes } from 'node:crypto';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { passwordFits } from './password.ts';
import { SESSION_LONGEST_MS, seenSince, tokenHash } from './staff-sessions.ts';

/** Tries within a quarter of an hour: of one login from anywhere, and from one address, which an office shares. */
const TRIES_MS = 15 * 60_000;
const TRIES_PER_LOGIN = 10;
const TRIES_PER_ADDRESS = 60;

export interface Credentials {
  readonly login: string;
  readonly password: string;
  /** Where the try comes from. */
  readonly address: string;
}

export type SignInOutcome =
  /** `token` is the cookie's; it is kept nowhere here. */
  | { readonly kind: 'signed_in'; readonly token: string; readonly staffId: string; readonly csrf: string }
  /** Unknown login, wrong password or an account that is shut: nobody is told which. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'too_many_tries'; readonly retryAfterMs: number };

/** Signs a member of staff in. Logins are compared without regard to case. */
export async function signIn(parts: DeskParts, credentials: Credentials): Promise<SignInOutcome> {
  const login = credentials.login.trim().toLowerCase();
  const retryAfterMs = await spendTry(parts, { login, address: credentials.address });
  if (retryAfterMs > 0) return { kind: 'too_many_tries', retryAfterMs };
  const staff = await parts.repositories.staff.byLogin(login);
  const fits = await passwordFits(staff?.password_hash, credentials.password);
  if (!staff || !fits || staff.active !== 1) {
    await noteRefusal(parts, { login, address: credentials.address });
    return { kind: 'refused' };
  }
  return { kind: 'signed_in', staffId: staff.id, ...(await open(parts, staff.id, credentials.address)) };
}

async function spendTry({ nerve }: DeskParts, { login, address }: { login: string; address: string }): Promise<number> {
  const [byLogin, byAddress] = await Promise.all([
    nerve.spend(`sign-in:login:${fingerprint(login)}`, TRIES_PER_LOGIN, TRIES_MS),
    nerve.spend(`sign-in:address:${fingerprint(address)}`, TRIES_PER_ADDRESS, TRIES_MS),
  ]);
  return Math.max(byLogin.retryAfterMs, byAddress.retryAfterMs);
}

async function open(parts: DeskParts, staffId: string, address: string): Promise<{ token: string; csrf: string }> {
  const { database, repositories, now } = parts;
  const at = now();
  const token = randomBytes(32).toString('base64url');
  const csrf = randomBytes(32).toString('base64url');
  await database.commit([
    repositories.staff.endOldSessions({ now: at, seenSince: seenSince(at) }),
    repositories.staff.addSession({
      token_hash: tokenHash(token),
      staff_id: staffId,
      csrf,
      created_at: at,
      last_seen_at: at,
      expires_at: at + SESSION_LONGEST_MS,
    }),
    audited(parts, { actor: staffId, action: 'staff.signed_in', subject: `staff:${staffId}`, at, detail: { address } }),
  ]);
  return { token, csrf };
}

/** The login stands in the log as a fingerprint: a password typed into the wrong field must not. */
async function noteRefusal(parts: DeskParts, { login, address }: { login: string; address: string }): Promise<void> {
  const subject = `login:${fingerprint(login)}`;
  const line = { actor: 'anonymous', action: 'staff.sign_in_refused', subject, at: parts.now(), detail: { address } };
  await parts.database.commit([audited(parts, line)]);
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
