import { canonicalLink, type StoredEntry } from './canonical-link.ts';
import type { ChainHead, Sha256 } from './examine-chain.ts';

export interface NewLink {
  readonly seq: number;
  readonly entryId: string;
  readonly chainedAt: number;
  readonly hash: string;
}

/** Links for entries in the order given, behind a head. */
export function linkEntries(
  head: ChainHead,
  entries: readonly StoredEntry[],
  { sha256, chainedAt }: { readonly sha256: Sha256; readonly chainedAt: number },
): NewLink[] {
  let { seq, hash } = head;
  return entries.map((entry) => {
    seq += 1;
    hash = sha256(canonicalLink({ seq, previous: hash, chainedAt }, entry));
    return { seq, entryId: entry.id, chainedAt, hash };
  });
}
