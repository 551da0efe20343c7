import { setImmediate as breathe } from 'node:timers/promises';
import {
  type ChainFault,
  type ChainHead,
  endOfChain,
  examineLink,
  type FoundLink,
  NOTHING_EXAMINED,
} from '../../domain/audit/examine-chain.ts';
import type { AuditChainRepository } from '../../store/repositories/audit-chain-repository.ts';
import { sha256 } from './sha256.ts';

/** Entries that stand in no link. */
export interface UnchainedTail {
  readonly count: number;
  /** Null where there are none. */
  readonly oldestAt: number | null;
  readonly oldestId: string | null;
  /** Entries that were taken out of the log before they were chained. */
  readonly vanished: number;
}

export interface AuditVerdict {
  readonly links: number;
  readonly head: ChainHead;
  readonly faults: number;
  /** The first broken row first; at most twenty. */
  readonly firstFaults: readonly ChainFault[];
  readonly unchained: UnchainedTail;
  /** Entries that were chained more than an hour after the moment that they tell: written late, or back-dated. */
  readonly late: { readonly count: number; readonly firstSeq: number | null };
}

const AT_A_TIME = 500;
const ENTRIES_AT_A_TIME = 2000;
const LATE_MS = 60 * 60_000;

/**
 * Looks through the whole chain, from the first link to the last, against the log as it stands. `heads`: what an earlier
 * look ended with, kept elsewhere: without one, a chain that was cut off or made anew as a whole looks sound.
 */
export async function verifyAudit(chain: AuditChainRepository, heads: readonly ChainHead[]): Promise<AuditVerdict> {
  return { ...(await examineLinks(linksOf(chain), heads)), unchained: await unchainedTail(chain) };
}

/** The same of links from anywhere, for example from an export. */
export async function examineLinks(
  links: AsyncIterable<FoundLink>,
  heads: readonly ChainHead[],
): Promise<Omit<AuditVerdict, 'unchained'>> {
  let examined = NOTHING_EXAMINED;
  let late = 0;
  let firstLate: number | null = null;
  for await (const link of links) {
    examined = examineLink(examined, link, { sha256, heads });
    if (link.entry === null || link.chainedAt - link.entry.at <= LATE_MS) continue;
    late += 1;
    firstLate ??= link.seq;
  }
  return { ...endOfChain(examined, heads), late: { count: late, firstSeq: firstLate } };
}

/** All links in order, a page at a time, so that nothing else has to wait for long. */
export async function* linksOf(chain: AuditChainRepository): AsyncGenerator<FoundLink> {
  let after = 0;
  for (;;) {
    const page = await chain.links(after, AT_A_TIME);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < AT_A_TIME) return;
    after = last.seq;
    await breathe();
  }
}

/** Looked for in the log itself, a page at a time: what waits by its own list could have been taken off it. */
async function unchainedTail(chain: AuditChainRepository): Promise<UnchainedTail> {
  const tail = { count: 0, oldestAt: null as number | null, oldestId: null as string | null };
  let after = '';
  for (;;) {
    const page = await chain.entries(after, ENTRIES_AT_A_TIME);
    for (const { id, at, seq } of page) {
      if (seq !== null) continue;
      tail.count += 1;
      if (tail.oldestAt !== null && at >= tail.oldestAt) continue;
      tail.oldestAt = at;
      tail.oldestId = id;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < ENTRIES_AT_A_TIME) return { ...tail, vanished: await chain.vanished() };
    after = last.id;
    await breathe();
  }
}
