import type { Heard } from '../heard.ts';
import { certainArea, likelyArea } from './areas.ts';

/** A place as the customer gave it. */
export type Where =
  | { readonly kind: 'position'; readonly lat: number; readonly lon: number }
  | { readonly kind: 'area'; readonly code: string; readonly name: { readonly zh: string; readonly en: string } }
  /** Where the verified account is supplied. */
  | { readonly kind: 'account' };

/** The place that a message gives. As the answer to "where?" a name may be misspelt. */
export function whereIn(heard: Heard, asked: boolean): Where | null {
  if (heard.position) return { kind: 'position', ...heard.position };
  const area = asked ? likelyArea(heard.areas) : certainArea(heard.areas);
  return area && { kind: 'area', code: area.code, name: area.name };
}

/** A place given, else where the verified account is supplied, if there is one. */
export function whereOrHome<W>(
  turn: { readonly memory: { readonly verified: object | null } },
  where: W | null,
): W | { readonly kind: 'account' } | null {
  return where ?? (turn.memory.verified ? { kind: 'account' } : null);
}
