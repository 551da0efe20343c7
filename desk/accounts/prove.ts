import type { Staff } from '../../store/repositories/staff-repository.ts';
import { audited } from '../audited.ts';
import type { AccountParts } from './account-parts.ts';
import { judgeProof, type Proof } from './judge-proof.ts';
import type { SignedIn } from './staff-sessions.ts';
import { clearOldTries, countTry, forgetTries, takeBackTry } from './tries.ts';

export type ProveOutcome =
  | { readonly kind: 'proved'; readonly staff: Staff }
  | { readonly kind: 'password_wrong' | 'code_missing' | 'code_wrong' }
  | { readonly kind: 'too_many_tries'; readonly retryAfterMs: number };

export interface ProofGiven extends Proof {
  readonly address: string;
}

/** Somebody who is signed in shows anew who they are; guesses count as those at the door do. */
export async function proveAnew(parts: AccountParts, caller: SignedIn, given: ProofGiven): Promise<ProveOutcome> {
  const { repositories, database, now } = parts;
  const staff = await repositories.staff.byId(caller.staffId);
  const place = { login: staff?.login ?? '', address: given.address };
  const retryAfterMs = await countTry(parts, place);
  if (retryAfterMs > 0) return { kind: 'too_many_tries', retryAfterMs };
  const verdict = await judgeProof(parts, staff, given);
  if (verdict.kind === 'code_missing') {
    await database.commit(takeBackTry(parts, place));
    return verdict;
  }
  const line = { actor: caller.staffId, subject: `staff:${caller.staffId}`, at: now() };
  if (staff && verdict.kind === 'shown') {
    const proved = await database.commit([
      ...verdict.effects,
      repositories.staffSessions.prove(caller.session.key, now()),
      audited(parts, { ...line, action: 'staff.proved', detail: { by: verdict.by } }),
      ...forgetTries(parts, place),
    ]);
    if (proved.ok) return { kind: 'proved', staff };
  }
  await database.commit([clearOldTries(parts), audited(parts, { ...line, action: 'staff.proof_refused' })]);
  return { kind: verdict.kind === 'refused' ? 'password_wrong' : 'code_wrong' };
}
