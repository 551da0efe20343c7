import { audited } from '../audited.ts';
import type { AccountParts } from './account-parts.ts';
import { judgeProof, type Proof } from './judge-proof.ts';
import { openSession, type SignInPlace } from './open-session.ts';
import { clearOldTries, countTry, fingerprint, forgetTries, takeBackTry } from './tries.ts';

export interface Credentials extends Proof, SignInPlace {
  readonly login: string;
}

export type SignInOutcome =
  /** `token` is the cookie's; it is kept nowhere here. */
  | {
      readonly kind: 'signed_in';
      readonly token: string;
      readonly staffId: string;
      readonly csrf: string;
      readonly sessionId: string;
    }
  /** Unknown login, wrong password or an account that is shut: nobody is told which. */
  | { readonly kind: 'refused' }
  /** The password is right, and there is a second factor. */
  | { readonly kind: 'code_missing' | 'code_wrong' }
  | { readonly kind: 'too_many_tries'; readonly retryAfterMs: number };

/** Signs a member of staff in. Logins are compared without regard to case. */
export async function signIn(parts: AccountParts, credentials: Credentials): Promise<SignInOutcome> {
  const login = credentials.login.trim().toLowerCase();
  const place = { login, address: credentials.address };
  const retryAfterMs = await countTry(parts, place);
  if (retryAfterMs > 0) return { kind: 'too_many_tries', retryAfterMs };
  const staff = await parts.repositories.staff.byLogin(login);
  const verdict = await judgeProof(parts, staff, credentials);
  if (verdict.kind === 'code_missing') {
    await parts.database.commit(takeBackTry(parts, place));
    return verdict;
  }
  if (!staff || verdict.kind !== 'shown') {
    await noteRefusal(parts, place);
    return { kind: verdict.kind === 'code_wrong' ? 'code_wrong' : 'refused' };
  }
  const opened = openSession(parts, { staffId: staff.id, method: 'password', place: credentials, by: verdict.by });
  const signedIn = await parts.database.commit([
    ...verdict.effects,
    ...opened.statements,
    ...forgetTries(parts, place),
  ]);
  if (!signedIn.ok) {
    // The code was spent before, or is none.
    await noteRefusal(parts, place);
    return { kind: 'code_wrong' };
  }
  const { token, csrf, session } = opened;
  return { kind: 'signed_in', token, csrf, staffId: staff.id, sessionId: session.id };
}

async function noteRefusal(parts: AccountParts, { login, address }: { login: string; address: string }): Promise<void> {
  const subject = `login:${fingerprint(login)}`;
  const line = { actor: 'anonymous', action: 'staff.sign_in_refused', subject, at: parts.now(), detail: { address } };
  await parts.database.commit([clearOldTries(parts), audited(parts, line)]);
}
