import { MemoryNerve } from './memory-nerve.ts';
import type { Nerve } from './nerve.ts';
import { RedisNerve } from './redis-nerve.ts';

/** Redis where a URL is given, else this process's memory. */
export function openNerve(options: { redisUrl?: string; onError?: (error: Error) => void }): Nerve {
  if (!options.redisUrl) return new MemoryNerve();
  return new RedisNerve(options.redisUrl, options.onError ? { onError: options.onError } : {});
}
