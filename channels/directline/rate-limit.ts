import type { Nerve } from '../../store/nerve/nerve.ts';
import { type Refusal, refuse } from '../http/http-answer.ts';
import type { Access } from './access.ts';

const MINUTE_MS = 60_000;

/** Counts one use of `limit` a minute for a name; the embedding site itself is not limited. */
export async function limited(
  nerve: Pick<Nerve, 'spend'>,
  { name, access, limit }: { name: string; access?: Access; limit: number },
): Promise<Refusal | null> {
  if (access?.kind === 'secret') return null;
  const spending = await nerve.spend(name, limit, MINUTE_MS);
  return spending.allowed ? null : refuse(429, 'rate_limited', { retryAfterMs: Math.max(1, spending.retryAfterMs) });
}
