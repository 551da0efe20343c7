import { createHash } from 'node:crypto';
import { ADDRESS_TERMS, judgeTry, LOGIN_TERMS, type TriesTerms } from '../../domain/accounts/sign-in-tries.ts';
import type { Statement } from '../../store/database.ts';
import type { SignInTry } from '../../store/repositories/credential-repository.ts';
import type { DeskParts } from '../desk-parts.ts';

export interface TryingPlace {
  readonly login: string;
  readonly address: string;
}

type TriesParts = Pick<DeskParts, 'database' | 'now'> & {
  readonly repositories: Pick<DeskParts['repositories'], 'credentials'>;
};

/** Of many who try at once each has to be counted: whoever is passed by looks again, so often. */
const LOOKS = 20;
const PASSED_BY_MS = 1000;

/**
 * Counts a try before it is made, of the login and of the address, whether or not there is such a login. Resolves with 0, or
 * with the milliseconds to wait where it must not be made.
 */
export async function countTry(parts: TriesParts, place: TryingPlace): Promise<number> {
  const { credentials } = parts.repositories;
  const keys = [
    { key: loginKey(place.login), terms: LOGIN_TERMS },
    { key: addressKey(place.address), terms: ADDRESS_TERMS },
  ];
  for (let look = 0; look < LOOKS; look += 1) {
    const now = parts.now();
    const known = await credentials.triesOfAll(keys.map(({ key }) => key));
    const judged = keys.map(({ key, terms }) => ({
      key,
      before: known.get(key),
      verdict: judge(known.get(key), now, terms),
    }));
    const wait = Math.max(...judged.map(({ verdict }) => (verdict.allowed ? 0 : verdict.retryAfterMs)));
    if (wait > 0) return wait;
    const counted = await parts.database.commit(
      judged.flatMap(({ key, before, verdict }) =>
        verdict.allowed ? [credentials.countTry(rowOf(key, verdict.next), before)] : [],
      ),
    );
    if (counted.ok) return 0;
  }
  return PASSED_BY_MS;
}

/** For the commit of a try that succeeded. */
export function forgetTries({ repositories }: TriesParts, { login, address }: TryingPlace): Statement[] {
  return [
    repositories.credentials.forgetTries(loginKey(login)),
    repositories.credentials.takeBackTry(addressKey(address)),
  ];
}

/** For the commit of a try that was none, such as a right password without the code that has to follow. */
export function takeBackTry({ repositories }: TriesParts, { login, address }: TryingPlace): Statement[] {
  return [loginKey(login), addressKey(address)].map((key) => repositories.credentials.takeBackTry(key));
}

/** For the commit of a try that failed: clears away what is long forgotten. */
export function clearOldTries({ repositories, now }: TriesParts): Statement {
  return repositories.credentials.forgetTriesBefore(now() - LOGIN_TERMS.forgottenAfterMs);
}

export function loginKey(login: string): string {
  return `login:${fingerprint(login)}`;
}

function addressKey(address: string): string {
  return `address:${fingerprint(address)}`;
}

/** Logins are kept as fingerprints: a password typed into the wrong field must not stand anywhere. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function judge(row: SignInTry | undefined, now: number, terms: TriesTerms) {
  return judgeTry(row ? { tries: row.tries, lastAt: row.last_at, untilAt: row.until_at } : null, now, terms);
}

function rowOf(key: string, next: { tries: number; lastAt: number; untilAt: number }): SignInTry {
  return { key, tries: next.tries, last_at: next.lastAt, until_at: next.untilAt };
}
