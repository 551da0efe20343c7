/** GB 32100-2015: 31 signs, without I, O, S, V and Z, which are easily misread. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

export type CreditCodeVerdict =
  | { readonly kind: 'valid'; readonly code: string }
  | { readonly kind: 'length'; readonly length: number }
  /** A sign that no code has. */
  | { readonly kind: 'sign'; readonly sign: string }
  /** The last sign does not follow from the others: something is mistyped. */
  | { readonly kind: 'check' };

/**
 * Judges a unified social credit code, which is a company's tax number, by GB 32100-2015: 18 signs, the last of them
 * 31 − (Σ value × 3^(position − 1) mod 31) mod 31. Spaces, dashes, small letters and full-width forms are put right first.
 */
export function judgeCreditCode(said: string): CreditCodeVerdict {
  const code = said
    .normalize('NFKC')
    .replace(/[\s\-‐-―]/gu, '')
    .toUpperCase();
  if (code.length !== LENGTH) return { kind: 'length', length: code.length };
  const values = Array.from(code, (sign) => SIGNS.indexOf(sign));
  const wrong = values.indexOf(-1);
  if (wrong >= 0) return { kind: 'sign', sign: code.charAt(wrong) };
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, -1)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return values.at(-1) === (31 - (sum % 31)) % 31 ? { kind: 'valid', code } : { kind: 'check' };
}
