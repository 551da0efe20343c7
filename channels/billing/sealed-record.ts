import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** AES-256-GCM under a key made of the billing system's own token: who has the database alone can't read what is kept. */
export class RecordSeal {
  readonly #key: Buffer;

  constructor(token: string) {
    this.#key = Buffer.from(hkdfSync('sha256', token, '', 'switchboard kept billing records', 32));
  }

  /** `about`: whose record of when; it opens for the same only. */
  seal(text: string, about: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** Null where it was sealed under another token, about something else, or has been touched. */
  open(kept: string, about: string): string | null {
    const bytes = Buffer.from(kept, 'base64');
    const head = IV_BYTES + TAG_BYTES;
    if (bytes.length < head) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(IV_BYTES, head));
      return Buffer.concat([decipher.update(bytes.subarray(head)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
