import { createHash } from 'node:crypto';
import { z } from 'zod';
import { jsonText } from '../../store/json-text.ts';
import { API_SCOPES } from '../../web/protocol/integration.ts';
import type { ApiClient, IntegrationParts } from './integration-parts.ts';

export interface KeyHolder extends ApiClient {
  readonly keyId: string;
}

/** So that a key is known for what it is wherever it turns up, in a log or a repository. */
const KEY_PREFIX = 'sbk_';
/** How closely "last used" is kept. */
const USED_EVERY_MS = 60_000;

const scopeList = jsonText().pipe(z.array(z.enum(API_SCOPES)));

/** Who holds the key; null where it is unknown, has run out or was revoked. */
export async function whoHoldsKey(
  { database, repositories, now }: Pick<IntegrationParts, 'database' | 'repositories' | 'now'>,
  key: string,
): Promise<KeyHolder | null> {
  if (!key.startsWith(KEY_PREFIX)) return null;
  const at = now();
  const row = await repositories.keys.good(apiKeyHash(key), at);
  if (!row) return null;
  if (at - (row.last_used_at ?? 0) > USED_EVERY_MS) await database.commit([repositories.keys.used(row.id, at)]);
  return { keyId: row.id, name: row.client, scopes: scopeList.parse(row.scopes) };
}

/** `secret`: 256 random bits, base64url. */
export function apiKeyOf(secret: string): string {
  return `${KEY_PREFIX}${secret}`;
}

export function apiKeyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
