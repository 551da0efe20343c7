import type { OwnAccount, PasswordChange, TotpSetup } from '../../web/protocol/desk/account.ts';
import { audited } from '../audited.ts';
import type { AccountParts } from './account-parts.ts';
import { skillsIn } from './member-item.ts';
import { recoveryCodes, recoveryHash } from './once-codes.ts';
import { type OpenedSession, openSession, type SignInPlace } from './open-session.ts';
import { hashPassword } from './password.ts';
import type { PasswordFault } from './password-rules.ts';
import { type ProveOutcome, proveAnew } from './prove.ts';
import type { SignedIn } from './staff-sessions.ts';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

/** One's own account; null where it is gone. */
export async function showOwnAccount(parts: AccountParts, { staffId, roles }: SignedIn): Promise<OwnAccount | null> {
  const { staff: people, credentials } = parts.repositories;
  const staff = await people.byId(staffId);
  if (!staff) return null;
  const credential = await credentials.of(staffId);
  return {
    ...skillsIn(staff.skills),
    passwordChangedAt: credential?.changed_at ?? null,
    totp: {
      on: credential?.totp_secret != null,
      since: credential?.totp_since ?? null,
      codesLeft: await credentials.recoveryCodesLeft(staffId),
      required: roles.some((role) => parts.totpRoles.includes(role)),
    },
  };
}

export type PasswordOutcome =
  | { readonly kind: 'changed'; readonly opened: OpenedSession }
  | { readonly kind: PasswordFault | 'password_same' }
  | Exclude<ProveOutcome, { kind: 'proved' }>;

/** Sets a password of one's own. Every sign-in ends but the browser's that asks, which gets a new one. */
export async function changeOwnPassword(
  parts: AccountParts,
  caller: SignedIn,
  given: PasswordChange & { readonly place: SignInPlace },
): Promise<PasswordOutcome> {
  const { repositories, database, now, passwordRules } = parts;
  const staff = await repositories.staff.byId(caller.staffId);
  const fault = passwordRules.faultOf(given.password, staff ? [staff.login, staff.name, staff.desk_name] : []);
  if (fault !== null) return { kind: fault };
  if (given.password === given.current) return { kind: 'password_same' };
  const proof = { password: given.current, code: given.code, address: given.place.address };
  const proved = await proveAnew(parts, caller, proof);
  if (proved.kind !== 'proved') return proved;
  const at = now();
  const { staffId } = caller;
  const password_hash = await hashPassword(given.password);
  const opened = openSession(parts, { staffId, method: 'password', place: given.place, by: 'password_change' });
  const changed = await database.commit([
    repositories.staff.setPassword(staffId, password_hash),
    repositories.credentials.put(staffId, { must_change: 0, one_time_until: null, changed_at: at }),
    repositories.staffSessions.endAllOf(staffId),
    ...opened.statements,
    audited(parts, { actor: staffId, action: 'staff.password_changed', subject: `staff:${staffId}`, at }),
  ]);
  if (!changed.ok) throw new Error(`a password could not be changed: ${changed.refusal}`);
  return { kind: 'changed', opened };
}

/** Begins to set a second factor up, or anew; the one that is there is good until the new one is confirmed. Null where the account is gone. */
export async function beginTotp(parts: AccountParts, { staffId }: SignedIn): Promise<TotpSetup | null> {
  const staff = await parts.repositories.staff.byId(staffId);
  if (!staff) return null;
  const secret = newTotpSecret();
  const totp_pending = await parts.secrets.seal(secret, staffId);
  await parts.database.commit([parts.repositories.credentials.put(staffId, { totp_pending })]);
  return { secret, uri: totpUri(secret, { issuer: parts.issuer, login: staff.login }) };
}

/** The authenticator works: from now on it is asked for. Answers the recovery codes; null where the code is wrong. */
export async function confirmTotp(parts: AccountParts, { staffId }: SignedIn, code: string): Promise<string[] | null> {
  const { credentials } = parts.repositories;
  const at = parts.now();
  const sealed = (await credentials.of(staffId))?.totp_pending;
  const secret = sealed == null ? null : await parts.secrets.open(sealed, staffId);
  const step = secret === null ? null : totpStep(secret, code.replaceAll(/\s/g, ''), at);
  if (step === null || sealed == null) return null;
  const codes = recoveryCodes();
  await parts.database.commit([
    credentials.put(staffId, { totp_secret: sealed, totp_pending: null, totp_since: at, totp_step: step }),
    ...credentials.replaceRecoveryCodes(staffId, hashed(staffId, codes), at),
    audited(parts, { actor: staffId, action: 'staff.totp_on', subject: `staff:${staffId}`, at }),
  ]);
  return codes;
}

/** New recovery codes in place of those there were; null where there is no second factor. */
export async function renewRecoveryCodes(parts: AccountParts, { staffId }: SignedIn): Promise<string[] | null> {
  const { credentials } = parts.repositories;
  if ((await credentials.of(staffId))?.totp_secret == null) return null;
  const at = parts.now();
  const codes = recoveryCodes();
  await parts.database.commit([
    ...credentials.replaceRecoveryCodes(staffId, hashed(staffId, codes), at),
    audited(parts, { actor: staffId, action: 'staff.recovery_codes', subject: `staff:${staffId}`, at }),
  ]);
  return codes;
}

/** Takes one's second factor away; false where a role asks for it. */
export async function removeOwnTotp(parts: AccountParts, caller: SignedIn): Promise<boolean> {
  const { staffId, roles } = caller;
  if (roles.some((role) => parts.totpRoles.includes(role))) return false;
  await parts.database.commit([
    ...withoutTotp(parts, staffId),
    audited(parts, { actor: staffId, action: 'staff.totp_off', subject: `staff:${staffId}`, at: parts.now() }),
  ]);
  return true;
}

export function withoutTotp(
  { repositories }: { readonly repositories: Pick<AccountParts['repositories'], 'credentials'> },
  staffId: string,
) {
  return [
    repositories.credentials.put(staffId, { totp_secret: null, totp_pending: null, totp_since: null, totp_step: null }),
    repositories.credentials.removeRecoveryCodes(staffId),
  ];
}

function hashed(staffId: string, codes: readonly string[]): string[] {
  return codes.map((code) => recoveryHash(staffId, code));
}
