import { IDENTITY_ENDED, IDENTITY_SIGNED, type SignedIdentityEvent } from '../../dialogs/identity-events.ts';
import { masked } from '../../dialogs/masked.ts';
import type { Statement } from '../../store/database.ts';
import type { AuditRepository } from '../../store/repositories/audit-repository.ts';
import type { SiteIdentityRepository } from '../../store/repositories/site-identity-repository.ts';
import type { NewActivity, Transcript } from '../../store/transcript.ts';
import type { SiteIdentities, SiteIdentity } from './site-identities.ts';

export interface IdentityDoorParts {
  readonly identities: Pick<SiteIdentities, 'read'>;
  readonly uses: SiteIdentityRepository;
  readonly transcript: Transcript;
  readonly audit: AuditRepository;
  /** How long a conversation stays verified by it, whatever is said. */
  readonly siteMinutes: number;
  /** How long it is known that an identity was taken: as long as a browser may come back to its conversation. */
  readonly rememberMs: number;
  readonly now: () => number;
  readonly newId: () => string;
  /** Something waits in the conversation. */
  readonly wake: (conversationId: string) => void;
}

/** Where the utility's website says who is there: what it says becomes an event of the conversation, which the bot acts upon. */
export class IdentityDoor {
  readonly #parts: IdentityDoorParts;

  constructor(parts: IdentityDoorParts) {
    this.#parts = parts;
  }

  /** Null where it is not to be believed. */
  read(token: string): Promise<SiteIdentity | null> {
    return this.#parts.identities.read(token);
  }

  /** Whether a conversation was ever about another account: it is none of this customer's then. */
  isOfAnother(conversationId: string, { accountId }: SiteIdentity): Promise<boolean> {
    return this.#parts.uses.isOfAnother(conversationId, accountId);
  }

  /** For the commit that opens the conversation; refused as `identity_used`. Wake the conversation after it. */
  take(conversationId: string, identity: SiteIdentity): Statement[] {
    const { uses, siteMinutes, rememberMs, now } = this.#parts;
    const { accountId, tokenHash, number } = identity;
    const at = now();
    const value: SignedIdentityEvent = { accountId, number: masked(number), until: at + siteMinutes * 60_000 };
    return [
      uses.take({
        ...{ token_hash: tokenHash, conversation_id: conversationId, account_id: accountId, at },
        expires_at: at + rememberMs,
      }),
      ...this.#event(conversationId, IDENTITY_SIGNED, value),
      this.#audit(conversationId, 'verification.signed', { account: value.number }),
    ];
  }

  /** The customer has signed out of the website. */
  end(conversationId: string): Statement[] {
    return [
      ...this.#event(conversationId, IDENTITY_ENDED, null),
      this.#audit(conversationId, 'verification.ended', { by: 'site' }),
    ];
  }

  wake(conversationId: string): void {
    this.#parts.wake(conversationId);
  }

  #event(conversationId: string, name: string, value: unknown): Statement[] {
    const row: NewActivity = {
      author: 'system',
      body: JSON.stringify({ type: 'event', name, value }),
      at: this.#parts.now(),
      handling: 'pending',
    };
    return this.#parts.transcript.append(conversationId, [row]);
  }

  #audit(conversationId: string, action: string, detail: Readonly<Record<string, unknown>>): Statement {
    const { audit, newId, now } = this.#parts;
    return audit.add({
      ...{ id: newId(), at: now(), actor: 'customer', action, detail },
      subject: `conversation:${conversationId}`,
    });
  }
}
