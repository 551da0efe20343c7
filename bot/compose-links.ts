import { SigningKeys } from '../channels/directline/signing-keys.ts';
import { DocumentLinks } from '../channels/documents/document-links.ts';
import { DEMO_PAY_PATH } from '../channels/pay/demo-pay-page.ts';
import { type PayKey, payKeyOf, sealPayReference } from '../channels/pay/pay-reference.ts';
import type { Links, PayLinks } from '../dialogs/links.ts';
import type { PayLinkTerms, UtilityProfile } from '../domain/utility-profile.ts';
import type { Database } from '../store/database.ts';
import { SigningKeyRepository } from '../store/repositories/signing-key-repository.ts';
import { ConfigError } from './config.ts';

export interface LinkParts {
  readonly database: Database;
  readonly profile: Pick<UtilityProfile, 'demo' | 'payLink' | 'documents'>;
  /** PAY_LINK_KEY, base64url. */
  readonly payKey: string | undefined;
  /** Only this machine reaches us. */
  readonly local: boolean;
  /** Where the world reaches us, without a slash at the end; empty while nothing tells: then addresses begin with a slash. */
  readonly baseUrl: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** 256 random bits, base64url. */
  readonly newSecret: () => string;
}

export interface ComposedLinks {
  readonly links: Links;
  readonly documents: DocumentLinks;
  /** What references are made with here, newest first; none where there is no page to pay at. */
  readonly payKeys: () => Promise<readonly PayKey[]>;
}

/** Links to documents and to the pay page. Throws ConfigError where a pay page of the utility's own has no key to share. */
export function composeLinks(parts: LinkParts): ComposedLinks {
  const { database, profile, now, newId, newSecret, baseUrl } = parts;
  const keys = new SigningKeys({
    keys: new SigningKeyRepository(database),
    ...{ purpose: 'document', now, newId, newSecret },
  });
  const documents = new DocumentLinks({ keys, now, newId, minutes: profile.documents.linkMinutes });
  const terms = payTermsOf(parts);
  const payKeys = payKeysOf(parts);
  return {
    documents,
    payKeys: async () => (terms ? payKeys() : []),
    links: {
      sketch: async (asked) => baseUrl() + (await documents.path(asked)),
      document: async (asked) => baseUrl() + (await documents.path(asked)),
      pay: terms && payLinks(terms, { ...parts, payKeys }),
    },
  };
}

function payTermsOf({ profile, payKey, local }: LinkParts): PayLinkTerms | null {
  const { payLink } = profile;
  if (payLink === null) return null;
  // The demo's page stands on this machine only, or nowhere.
  if (payLink.url.startsWith(DEMO_PAY_PATH)) return profile.demo && local ? payLink : null;
  if (payKey === undefined) throw new ConfigError('PAY_LINK_KEY: must be set, for the profile names a page to pay at');
  return payLink;
}

/** The shared key; the demo, which shares it with nobody else, makes its own. */
function payKeysOf({ database, payKey, now, newId, newSecret }: LinkParts): () => Promise<readonly PayKey[]> {
  if (payKey !== undefined) {
    const keys = [payKeyOf(payKey)];
    return async () => keys;
  }
  const stored = new SigningKeyRepository(database);
  return async () => {
    const rows = await stored.forPurpose(PAY_PURPOSE, 0);
    if (rows.length > 0) return rows.map(({ secret }) => payKeyOf(secret));
    const row = { id: newId(), purpose: PAY_PURPOSE, secret: newSecret(), created_at: now() };
    await stored.add(row);
    return [payKeyOf(row.secret)];
  };
}

const PAY_PURPOSE = 'pay';

function payLinks(
  { url, minutes }: PayLinkTerms,
  { baseUrl, payKeys, now, newId }: Pick<LinkParts, 'baseUrl' | 'now' | 'newId'> & Pick<ComposedLinks, 'payKeys'>,
): PayLinks {
  return {
    async link(asked) {
      const [key] = await payKeys();
      if (!key) throw new Error('there is no key for the pay page');
      const expiresAt = now() + minutes * 60_000;
      const reference = await sealPayReference(key, { ...asked, id: newId(), expiresAt }, now());
      const filled = url.replace('{reference}', reference);
      return { url: filled.startsWith('/') ? baseUrl() + filled : filled, expiresAt };
    },
  };
}
