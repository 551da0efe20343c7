import { hash, verify } from '@node-rs/argon2';

/** argon2id with OWASP's first choice of parameters: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * Compares with a stored hash. Without one (an unknown login) the same work is done on a hash that no password fits, so
 * that the time tells nothing.
 */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  // Whoever signs in elsewhere has no password here.
  const fits = await verify(stored || NOBODYS_HASH, password);
  return fits && Boolean(stored);
}

/** Made with COST from random bytes that were thrown away. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$v2YBfD61DNiuDNPgFJINYw$u+dIu0o6JAJ3GTyWLfbs4kn81PvCHBfQ3vKSVFOy0lY';
