import type { Statement } from '../../store/database.ts';
import type { Staff } from '../../store/repositories/staff-repository.ts';
import type { AccountParts } from './account-parts.ts';
import { recoveryHash } from './once-codes.ts';
import { passwordFits } from './password.ts';
import { totpStep } from './totp.ts';

export interface Proof {
  readonly password: string;
  /** Of the authenticator, or a recovery code. */
  readonly code?: string | undefined;
}

export type ProofVerdict =
  /** `effects` spend the code: they belong into the commit, which is refused as `replayed` or `unknown` where it was spent before. */
  | {
      readonly kind: 'shown';
      readonly by: 'password' | 'totp' | 'recovery_code';
      readonly effects: readonly Statement[];
    }
  | { readonly kind: 'code_missing' }
  /** Nobody is told whether it is the login, the password or the account. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'code_wrong' };

/** Whether this is the person they say they are. As much work is done where there is no such person. */
export async function judgeProof(
  parts: AccountParts,
  staff: Staff | undefined,
  { password, code }: Proof,
): Promise<ProofVerdict> {
  const fits = await passwordFits(staff?.password_hash, password);
  if (!staff || !fits || staff.active !== 1) return { kind: 'refused' };
  const credential = await parts.repositories.credentials.of(staff.id);
  const isOver = credential?.one_time_until != null && credential.one_time_until <= parts.now();
  if (isOver) return { kind: 'refused' };
  if (credential?.totp_secret == null) return { kind: 'shown', by: 'password', effects: [] };
  if (code === undefined) return { kind: 'code_missing' };
  return judgeCode(parts, { staffId: staff.id, sealed: credential.totp_secret, code });
}

async function judgeCode(
  parts: AccountParts,
  { staffId, sealed, code }: { readonly staffId: string; readonly sealed: string; readonly code: string },
): Promise<ProofVerdict> {
  const { credentials } = parts.repositories;
  const typed = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(typed)) {
    return {
      kind: 'shown',
      by: 'recovery_code',
      effects: [credentials.spendRecoveryCode(staffId, recoveryHash(staffId, typed))],
    };
  }
  const secret = await parts.secrets.open(sealed, staffId);
  const step = secret === null ? null : totpStep(secret, typed, parts.now());
  if (step === null) return { kind: 'code_wrong' };
  return { kind: 'shown', by: 'totp', effects: [credentials.spendStep(staffId, step)] };
}
