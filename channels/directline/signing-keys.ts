import type { SigningKeyRepository, SigningKeyRow } from '../../store/repositories/signing-key-repository.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A key signs for so long, … */
const SIGNS_MS = 30 * DAY_MS;
/** … and what it signed is believed for so long. */
const HOLDS_MS = 32 * DAY_MS;
/**
 * A key id that is not known may be another process's new key: it is looked for, together with all others of that moment,
 * at most so often. A forged one must not cost a query each.
 */
const LOOK_MS = 100;

export interface SigningKey {
  readonly id: string;
  readonly key: CryptoKey;
}

/** HS256 keys out of SQL, shared by all processes: made on first use, replaced when they grow old. */
export class SigningKeys {
  readonly #parts: SigningKeysParts;
  readonly #known = new Map<string, SigningKey & { readonly createdAt: number }>();
  #looking: Promise<void> | null = null;
  #renewing: Promise<SigningKey> | null = null;

  constructor(parts: SigningKeysParts) {
    this.#parts = parts;
  }

  /** The key to sign with. */
  async current(): Promise<SigningKey> {
    const newest = this.#newest();
    if (newest) return newest;
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  /** The key of a signature, or null where there is none (any more). */
  async byId(id: string): Promise<CryptoKey | null> {
    const { now } = this.#parts;
    if (!this.#known.has(id)) await this.#lookTogether();
    const known = this.#known.get(id);
    return known && known.createdAt > now() - HOLDS_MS ? known.key : null;
  }

  /** One query for all who ask within the same stretch of time. */
  #lookTogether(): Promise<void> {
    this.#looking ??= new Promise<void>((resolve) => setTimeout(resolve, LOOK_MS)).then(() => {
      this.#looking = null;
      return this.#look();
    });
    return this.#looking;
  }

  async #renew(): Promise<SigningKey> {
    await this.#look();
    const found = this.#newest();
    if (found) return found;
    const { keys, now, newId, newSecret, purpose } = this.#parts;
    const row = { id: newId(), purpose, secret: newSecret(), created_at: now() };
    await keys.add(row);
    return this.#learn(row);
  }

  async #look(): Promise<void> {
    const { keys, purpose, now } = this.#parts;
    for (const row of await keys.forPurpose(purpose, now() - HOLDS_MS)) {
      if (!this.#known.has(row.id)) await this.#learn(row);
    }
  }

  async #learn({ id, secret, created_at }: SigningKeyRow): Promise<SigningKey> {
    const bytes = Buffer.from(secret, 'base64url');
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify']);
    const known = { id, key, createdAt: created_at };
    this.#known.set(id, known);
    return known;
  }

  #newest(): SigningKey | undefined {
    const oldest = this.#parts.now() - SIGNS_MS;
    return [...this.#known.values()]
      .filter(({ createdAt }) => createdAt > oldest)
      .sort((a, b) => b.createdAt - a.createdAt)[0];
  }
}

export interface SigningKeysParts {
  readonly keys: Pick<SigningKeyRepository, 'add' | 'forPurpose'>;
  readonly purpose: string;
  readonly now: () => number;
  readonly newId: () => string;
  /** 256 random bits, base64url. */
  readonly newSecret: () => string;
}
