export interface OpenVerification {
  /** Wrong tries so far. */
  readonly tries: number;
  readonly expiresAt: number;
  readonly verifiedAt: number | null;
  /** False where there is no such account: then no code is right. */
  readonly accountExists: boolean;
}

/** What a code that was given comes to. `wrong` tells how many tries are left; `spent`: that was the last one. */
export type CodeVerdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'spent' }
  | { readonly kind: 'expired' };

/** Judges a code; pure. `matches` is the outcome of comparing it, which is done in every case, so that all take alike. */
export function judgeCode(
  open: OpenVerification,
  given: { readonly matches: boolean; readonly now: number; readonly tries: number },
): CodeVerdict {
  if (open.tries >= given.tries) return { kind: 'spent' };
  if (open.verifiedAt !== null || given.now >= open.expiresAt) return { kind: 'expired' };
  if (given.matches && open.accountExists) return { kind: 'right' };
  const left = given.tries - open.tries - 1;
  return left > 0 ? { kind: 'wrong', left } : { kind: 'spent' };
}
