import { randomBytes, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { webhookTargets } from '../../channels/webhooks/webhook-target.ts';
import { apiKeyHash, apiKeyOf } from '../../desk/integration/api-keys.ts';
import { WEBHOOK_EVENTS } from '../../domain/delivery/webhook-events.ts';
import type { CommitOutcome, Database } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { openDatabase } from '../../store/open-database.ts';
import { ApiKeyRepository } from '../../store/repositories/api-key-repository.ts';
import { WebhookEndpointRepository } from '../../store/repositories/webhook-endpoint-repository.ts';
import { API_SCOPES } from '../../web/protocol/integration.ts';
import { readConfig } from '../config.ts';
import { readProfile } from '../read-profile.ts';

const USAGE = `Keys and webhooks of other systems. Where the embedded database is used, stop the server first.

  npm run integrations -- key add CLIENT --scopes tickets:read,tickets:write [--days 365]
  npm run integrations -- key list
  npm run integrations -- key revoke ID
  npm run integrations -- webhook add NAME --url https://… [--events ticket.opened,ticket.eta] [--contacts]
  npm run integrations -- webhook list
  npm run integrations -- webhook rotate NAME [--hours 24]
  npm run integrations -- webhook shut NAME
  npm run integrations -- webhook retry NAME

Scopes: ${API_SCOPES.join(', ')}. Events: ${WEBHOOK_EVENTS.join(', ')}; all of them where none is named.
A key or a secret is printed once and cannot be shown again.
`;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const listOf = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.enum(values as readonly [T, ...T[]])).min(1));
const nameSchema = z.string().regex(/^[\w.-]{1,60}$/, 'letters, digits and . _ - only');
const keySchema = z.object({ scopes: listOf(API_SCOPES), days: z.coerce.number().int().min(1).max(3650).optional() });
const webhookSchema = z.object({
  url: z.string().max(2000),
  events: listOf(WEBHOOK_EVENTS).default([...WEBHOOK_EVENTS]),
  contacts: z.boolean().default(false),
});
const rotationSchema = z.object({ hours: z.coerce.number().min(0).max(720).default(24) });

interface Command {
  readonly database: Database;
  readonly now: number;
  /** A client's or an endpoint's name, or a key's id. */
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** `npm run integrations`: who may call the API of other systems, and who is told by webhooks. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      scopes: { type: 'string' },
      days: { type: 'string' },
      url: { type: 'string' },
      events: { type: 'string' },
      contacts: { type: 'boolean' },
      hours: { type: 'string' },
    },
  });
  const [what = '', action = '', name = '', ...rest] = positionals;
  const run = COMMANDS.get(`${what} ${action}`);
  if (!run || rest.length > 0 || (name === '') !== (action === 'list')) {
    process.stderr.write(USAGE);
    return 2;
  }
  const config = readConfig(process.env, process.cwd());
  const database = openDatabase({
    folder: config.DATA_DIR,
    ...(config.DATABASE_URL ? { databaseUrl: config.DATABASE_URL } : {}),
  });
  try {
    await migrate(database);
    return await run({ database, now: Date.now(), name, options: values });
  } finally {
    await database.close();
  }
}

async function addKey({ database, now, name, options }: Command): Promise<number> {
  const { scopes, days } = keySchema.parse(options);
  const key = apiKeyOf(newSecret('base64url'));
  const row = {
    id: randomUUID(),
    client: nameSchema.parse(name),
    key_hash: apiKeyHash(key),
    scopes: JSON.stringify(scopes),
    created_at: now,
    expires_at: days === undefined ? null : now + days * DAY_MS,
  };
  return told(await database.commit([new ApiKeyRepository(database).add(row)]), `${row.id}\t${key}`, 'it was not made');
}

async function listKeys({ database, now }: Command): Promise<number> {
  for (const key of await new ApiKeyRepository(database).all()) {
    const over = key.revoked_at !== null ? 'revoked' : (key.expires_at ?? now + 1) <= now ? 'expired' : 'good';
    const used = key.last_used_at === null ? 'never used' : `used ${day(key.last_used_at)}`;
    say([key.id, key.client, scopesOf(key.scopes), `made ${day(key.created_at)}`, used, over]);
  }
  return 0;
}

async function revokeKey({ database, now, name }: Command): Promise<number> {
  const outcome = await database.commit([new ApiKeyRepository(database).revoke(name, now)]);
  return told(outcome, 'the key is good no more', 'there is no good key of this id');
}

async function addWebhook({ database, now, name, options }: Command): Promise<number> {
  const { url, events, contacts } = webhookSchema.parse(options);
  const config = readConfig(process.env, process.cwd());
  const { profile } = readProfile(config);
  const targets = webhookTargets({ networks: profile.integrations.webhookNetworks, loopback: config.local });
  const problem = targets.problemWith(url);
  if (problem !== null) {
    process.stderr.write(`${WRONG_URL[problem]}\n`);
    return 1;
  }
  const secret = newSecret('base64');
  const endpoint = {
    ...{ id: randomUUID(), name: nameSchema.parse(name), url, events: JSON.stringify(events) },
    ...{ contacts: contacts ? 1 : 0, active: 1, created_at: now },
  };
  const add = new WebhookEndpointRepository(database).add(endpoint, { id: randomUUID(), secret });
  return told(await database.commit(add), `whsec_${secret}`, 'that name is taken');
}

const WRONG_URL = {
  not_a_url: '--url: must be a URL without a user and a password',
  not_https: '--url: must begin with https://',
  address_not_allowed:
    '--url: this address is not public, and no network of the profile’s integrations.webhookNetworks',
} as const;

async function listWebhooks({ database }: Command): Promise<number> {
  for (const { name, url, events, contacts, active } of await new WebhookEndpointRepository(database).all()) {
    say([
      name,
      url,
      scopesOf(events),
      contacts === 1 ? 'with contacts' : 'no contacts',
      active === 1 ? 'active' : 'shut',
    ]);
  }
  return 0;
}

async function rotateSecret({ database, now, name, options }: Command): Promise<number> {
  const { hours } = rotationSchema.parse(options);
  const endpoints = new WebhookEndpointRepository(database);
  const endpoint = await endpoints.byName(name);
  const secret = newSecret('base64');
  const rotation = { id: randomUUID(), secret, at: now, retiresAt: now + Math.round(hours * HOUR_MS) };
  const outcome = endpoint ? await database.commit(endpoints.rotate(endpoint.id, rotation)) : { ok: false };
  return told(outcome, `whsec_${secret}`, 'there is no endpoint of this name');
}

async function shutWebhook({ database, name }: Command): Promise<number> {
  const outcome = await database.commit(new WebhookEndpointRepository(database).shut(name));
  return told(outcome, `${name} is told nothing more`, 'no active endpoint has this name');
}

async function retryWebhook({ database, now, name }: Command): Promise<number> {
  const outcome = await database.commit([new WebhookEndpointRepository(database).reviveAll(name, now)]);
  const revived = outcome.ok ? (outcome.rows[0]?.length ?? 0) : 0;
  return told(outcome, `${revived} to be sent again`, 'nothing was changed');
}

const COMMANDS: ReadonlyMap<string, (command: Command) => Promise<number>> = new Map([
  ['key add', addKey],
  ['key list', listKeys],
  ['key revoke', revokeKey],
  ['webhook add', addWebhook],
  ['webhook list', listWebhooks],
  ['webhook rotate', rotateSecret],
  ['webhook shut', shutWebhook],
  ['webhook retry', retryWebhook],
]);

/** 256 bits. */
function newSecret(encoding: 'base64' | 'base64url'): string {
  return randomBytes(32).toString(encoding);
}

function scopesOf(json: string): string {
  return z.array(z.string()).parse(JSON.parse(json)).join(',');
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function say(columns: readonly string[]): void {
  process.stdout.write(`${columns.join('\t')}\n`);
}

function told({ ok }: Pick<CommitOutcome, 'ok'>, done: string, refused: string): number {
  (ok ? process.stdout : process.stderr).write(`${ok ? done : refused}\n`);
  return ok ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const words =
    error instanceof z.ZodError ? z.prettifyError(error) : String(error instanceof Error ? error.message : error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 2;
}
