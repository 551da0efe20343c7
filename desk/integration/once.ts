import { createHash } from 'node:crypto';
import type { Statement } from '../../store/database.ts';
import type { ApiClient, IntegrationParts } from './integration-parts.ts';

/** A change as it was asked for; null key where the caller is content with its own retries. */
export interface Asked {
  readonly client: ApiClient;
  readonly key: string | null;
  /** What it is asked of, for example `POST tickets`. */
  readonly of: string;
  /** As its schema has read it, so that neither spaces nor the order of fields matter. */
  readonly body: unknown;
}

type OnceParts = { readonly repositories: Pick<IntegrationParts['repositories'], 'answers'> };

export type Earlier =
  | { readonly kind: 'none' }
  /** JSON, as it was answered. */
  | { readonly kind: 'same'; readonly answer: unknown }
  /** The key has been used for something else. */
  | { readonly kind: 'other' };

/** What was answered to this key before. */
export async function answeredBefore({ repositories }: OnceParts, asked: Asked): Promise<Earlier> {
  if (asked.key === null) return { kind: 'none' };
  const known = await repositories.answers.find({ client: asked.client.name, key: asked.key });
  if (!known) return { kind: 'none' };
  return known.request_hash === hashOf(asked)
    ? { kind: 'same', answer: JSON.parse(known.answer) as unknown }
    : { kind: 'other' };
}

/** Keeps the answer in the commit of the change: refused as `idempotency_key` where another has used the key meanwhile. */
export function keepAnswer(
  { repositories }: OnceParts,
  asked: Asked,
  given: { readonly answer: unknown; readonly at: number },
): Statement[] {
  if (asked.key === null) return [];
  return [
    repositories.answers.keep({
      client: asked.client.name,
      key: asked.key,
      request_hash: hashOf(asked),
      answer: JSON.stringify(given.answer),
      created_at: given.at,
    }),
  ];
}

function hashOf({ of, body }: Asked): string {
  return createHash('sha256')
    .update(JSON.stringify([of, body]))
    .digest('hex');
}
