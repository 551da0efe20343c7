import { canonicalLink, START, type StoredEntry } from './canonical-link.ts';

/** Hex SHA-256 of a text as UTF-8. */
export type Sha256 = (text: string) => string;

/** A link of the chain as it is found, with the entry that it stands for; null where that is gone. */
export interface FoundLink {
  readonly seq: number;
  readonly entryId: string;
  readonly chainedAt: number;
  readonly hash: string;
  readonly entry: StoredEntry | null;
}

/** What a chain ended with at some moment, kept elsewhere. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export type ChainFault =
  /** Links from `seq` up to the next that is there are gone. */
  | { readonly kind: 'links_missing'; readonly seq: number }
  | { readonly kind: 'entry_missing'; readonly seq: number; readonly entryId: string }
  /** The entry, its link, or the hash of the link before is not what was chained. */
  | { readonly kind: 'altered'; readonly seq: number; readonly entryId: string }
  /** A head that was kept elsewhere is not in this chain: it was cut off, or made anew. */
  | { readonly kind: 'head_lost'; readonly seq: number };

/** How far a chain has been looked through. */
export interface Examined {
  readonly head: ChainHead;
  readonly links: number;
  readonly faults: number;
  /** The first so many, in order. */
  readonly firstFaults: readonly ChainFault[];
}

export const NOTHING_EXAMINED: Examined = { head: { seq: 0, hash: START }, links: 0, faults: 0, firstFaults: [] };

const FAULTS_TOLD = 20;

/** Looks at the next link found; what lies behind a fault is looked at against what stands there. */
export function examineLink(
  before: Examined,
  link: FoundLink,
  { sha256, heads }: { readonly sha256: Sha256; readonly heads: readonly ChainHead[] },
): Examined {
  const found: ChainFault[] = [];
  const { seq, entryId, chainedAt, hash, entry } = link;
  if (seq !== before.head.seq + 1) {
    found.push({ kind: 'links_missing', seq: before.head.seq + 1 });
  } else if (entry === null) {
    found.push({ kind: 'entry_missing', seq, entryId });
  } else if (sha256(canonicalLink({ seq, previous: before.head.hash, chainedAt }, entry)) !== hash) {
    found.push({ kind: 'altered', seq, entryId });
  }
  if (heads.some((head) => head.seq === seq && head.hash !== hash)) found.push({ kind: 'head_lost', seq });
  return withFaults({ ...before, head: { seq, hash }, links: before.links + 1 }, found);
}

/** After the last link: heads beyond it are lost. */
export function endOfChain(examined: Examined, heads: readonly ChainHead[]): Examined {
  const beyond = heads.filter(({ seq }) => seq > examined.head.seq);
  return withFaults(
    examined,
    beyond.map(({ seq }) => ({ kind: 'head_lost', seq })),
  );
}

function withFaults(examined: Examined, found: readonly ChainFault[]): Examined {
  if (found.length === 0) return examined;
  const firstFaults = [...examined.firstFaults, ...found].slice(0, FAULTS_TOLD);
  return { ...examined, faults: examined.faults + found.length, firstFaults };
}
