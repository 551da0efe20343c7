import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { SigningKeyRepository } from '../../store/repositories/signing-key-repository.ts';

const PURPOSE = 'secrets';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SecretBoxParts {
  /** The operator's own key, which the database never sees; null where the key is to stand in the database. */
  readonly key: string | null;
  readonly keys: SigningKeyRepository;
  readonly now: () => number;
}

/** Keeps secrets that have to be read again sealed at rest: AES-256-GCM, bound to whose they are. */
export class SecretBox {
  readonly #parts: SecretBoxParts;

  constructor(parts: SecretBoxParts) {
    this.#parts = parts;
  }

  /** `of` names whose it is: what is sealed for one opens for nobody else. */
  async seal(secret: string, of: string): Promise<string> {
    const { id, key } = await this.#current();
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(of));
    const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${id}.${sealed.toString('base64url')}`;
  }

  /** Null where the key is gone, or it was sealed for somebody else or tampered with. */
  async open(sealed: string, of: string): Promise<string | null> {
    const [id = '', text = ''] = sealed.split('.', 2);
    const key = await this.#byId(id);
    const bytes = Buffer.from(text, 'base64url');
    if (!key || bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(of))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString();
    } catch {
      // What does not fit its tag tells nothing.
      return null;
    }
  }

  async #current(): Promise<{ readonly id: string; readonly key: Buffer }> {
    const own = this.#own();
    if (own) return own;
    const { keys, now } = this.#parts;
    const secret = randomBytes(32).toString('base64url');
    await keys.addUnlessThere({ id: `${PURPOSE}-1`, purpose: PURPOSE, secret, created_at: now() });
    const [row] = await keys.forPurpose(PURPOSE, 0);
    if (!row) throw new Error('the key for secrets is not where it was put');
    return { id: row.id, key: derived(row.secret) };
  }

  async #byId(id: string): Promise<Buffer | null> {
    const own = this.#own();
    if (own?.id === id) return own.key;
    const row = (await this.#parts.keys.forPurpose(PURPOSE, 0)).find((one) => one.id === id);
    return row ? derived(row.secret) : null;
  }

  #own(): { readonly id: string; readonly key: Buffer } | null {
    const { key } = this.#parts;
    if (key === null) return null;
    return { id: `own-${createHash('sha256').update(`id of ${key}`).digest('hex').slice(0, 8)}`, key: derived(key) };
  }
}

function derived(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'switchboard secrets', 32));
}
