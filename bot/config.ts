import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { RolesByGroup } from '../domain/accounts/roles-from-claim.ts';
import { STAFF_ROLES, type StaffRole } from '../domain/desk/rights.ts';

/** All settings, parsed once and frozen. The only reader of the process's environment. */
export type Config = Readonly<z.infer<typeof schema>>;

/** Reads the environment, with `.env` in `folder` behind it. Throws ConfigError, one line that names what is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const given = { ...dotEnv(folder), ...present(environment) };
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(lineOf).join('; '));
  return Object.freeze(parsed.data);
}

/** A setting that stops the start. The message names the setting and says what it must be. */
export class ConfigError extends Error {
  readonly code = 'config';
}

function lineOf({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.') || 'settings'}: ${message}`;
}

function dotEnv(folder: string): Record<string, string | undefined> {
  try {
    return present(parseEnv(readFileSync(join(folder, '.env'), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** An empty setting is as good as none. */
function present(environment: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port, 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a port, 0 to 65535');
const urlOf = (words: string, ...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), words);
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
const origins = list.refine(
  (values) => values.every((value) => value === '*' || (URL.canParse(value) && new URL(value).origin === value)),
  'must be a list of origins such as https://www.example.com, separated by commas, or *',
);
const proxies = list.refine(
  (values) => values.every(isNetwork),
  'must be a list of addresses or networks such as 10.0.0.0/8, separated by commas',
);
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const hosts = list.refine(
  (values) => values.every((value) => URL.parse(`https://${value}`)?.hostname === value.toLowerCase()),
  'must be a list of host names such as botframework.com, separated by commas',
);
/** Passwords go there, and the keys that we trust come from there. */
const secureUrl = z.string().refine((value) => {
  const url = URL.parse(value);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
}, 'must be a URL that begins with https://');
const rolesByGroup = list
  .refine(
    (pairs) => pairs.every((pair) => /^[^=]+=[^=]+$/.test(pair) && rolesIn(pair).every(isRole)),
    `must be groups with roles such as desk-leads=supervisor+agent, separated by commas; roles: ${STAFF_ROLES.join(', ')}`,
  )
  .transform(
    (pairs): RolesByGroup => new Map(pairs.map((pair) => [pair.split('=', 1)[0] ?? '', rolesIn(pair).filter(isRole)])),
  );
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be ${least} to ${most}`);

function rolesIn(pair: string): string[] {
  return (pair.split('=')[1] ?? '').split('+').map((role) => role.trim());
}

function isRole(text: string): text is StaffRole {
  return STAFF_ROLES.some((role) => role === text);
}

function isNetwork(value: string): boolean {
  const [address = '', bits, more] = value.split('/');
  const family = isIP(address);
  const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
  return family !== 0 && fits && more === undefined;
}

const schema = z
  .object({
    PORT: port.default(3978),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().default('var'),
    DATABASE_URL: urlOf(
      'must be a URL such as postgres://user:password@host:5432/switchboard',
      'postgres:',
      'postgresql:',
    ).optional(),
    REDIS_URL: urlOf('must be a URL such as redis://host:6379', 'redis:', 'rediss:').optional(),
    DURABILITY: z.enum(['full', 'normal'], 'must be full or normal').default('full'),
    DIRECT_LINE_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    WIDGET_ORIGINS: origins.default([]),
    PUBLIC_URL: urlOf('must be a URL such as https://help.example.com', 'http:', 'https:')
      .transform((value) => value.replace(/\/+$/, ''))
      .optional(),
    TRUSTED_PROXIES: proxies.default([]),
    SECRETS_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
    TOTP_ROLES: list
      .pipe(z.array(z.enum(STAFF_ROLES, `must be a list of roles: ${STAFF_ROLES.join(', ')}`)))
      .default([]),
    OIDC_ISSUER: secureUrl.optional(),
    OIDC_CLIENT_ID: z.string().max(300).optional(),
    OIDC_CLIENT_SECRET: z.string().max(1000).optional(),
    OIDC_NAME: z.string().max(60).default('OpenID Connect'),
    OIDC_SCOPES: z
      .string()
      .regex(/^openid( [!#-[\]-~]+)*$/, 'must be scopes with blanks between, openid first')
      .default('openid profile email'),
    OIDC_LOGIN_CLAIM: z.string().max(100).default('preferred_username'),
    OIDC_ROLES_CLAIM: z.string().max(100).default('groups'),
    OIDC_ROLES: rolesByGroup.default(new Map()),
    OIDC_CREATE: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
    UTILITY_PROFILE: z.string().optional(),
    LANGUAGE_MODEL: z.string().optional(),
    DEMO_PREMISES: wholeNumber(50, 100_000).default(5150),
    MICROSOFT_APP_ID: z.string().optional(),
    MICROSOFT_APP_PASSWORD: z.string().optional(),
    MICROSOFT_APP_TENANT_ID: z.string().optional(),
    MICROSOFT_APP_TYPE: z
      .enum(['MultiTenant', 'SingleTenant'], 'must be MultiTenant or SingleTenant')
      .default('MultiTenant'),
    MICROSOFT_CLOUD: z.enum(['public', 'government', 'china'], 'must be public, government or china').default('public'),
    MICROSOFT_OPENID_METADATA: secureUrl.optional(),
    MICROSOFT_LOGIN_URL: secureUrl.transform((value) => value.replace(/\/+$/, '')).optional(),
    CONNECTOR_HOSTS: hosts.default([]),
    BILLING_URL: secureUrl.transform((value) => value.replace(/\/+$/, '')).optional(),
    BILLING_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    BILLING_PATIENCE_MS: wholeNumber(100, 8000).default(2500),
    BILLING_TIMEOUT_MS: wholeNumber(100, 8000).default(3000),
    // Turns hold a conversation for ten seconds at most.
    BILLING_DEADLINE_MS: wholeNumber(100, 8000).default(8000),
    BILLING_AT_ONCE: wholeNumber(1, 1000).default(8),
    BILLING_BREAK_AFTER: wholeNumber(1, 1000).default(5),
    BILLING_BREAK_MS: wholeNumber(100, 600_000).default(10_000),
    BILLING_KEEP_HOURS: wholeNumber(1, 720).default(48),
    IDENTITY_JWKS_URL: secureUrl.optional(),
    IDENTITY_ISSUER: z.string().max(300).optional(),
    IDENTITY_AUDIENCE: z.string().max(300).optional(),
    IDENTITY_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    PAY_LINK_KEY: z
      .string()
      .regex(/^[\w-]{43}$/, 'must be 32 random bytes in base64url')
      .optional(),
    LOG_LEVEL: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'must be one of fatal, error, warn, info, debug, trace, silent',
      )
      .default('info'),
  })
  .superRefine((config, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (config.MICROSOFT_APP_ID && !config.MICROSOFT_APP_PASSWORD) {
      wrong('MICROSOFT_APP_PASSWORD', 'must be set with MICROSOFT_APP_ID');
    }
    if (config.MICROSOFT_APP_PASSWORD && !config.MICROSOFT_APP_ID) {
      wrong('MICROSOFT_APP_ID', 'must be set with MICROSOFT_APP_PASSWORD');
    }
    if (config.MICROSOFT_APP_TYPE === 'SingleTenant' && config.MICROSOFT_APP_ID && !config.MICROSOFT_APP_TENANT_ID) {
      wrong('MICROSOFT_APP_TENANT_ID', 'must be set where MICROSOFT_APP_TYPE is SingleTenant');
    }
    if (config.BILLING_URL && !config.BILLING_TOKEN) wrong('BILLING_TOKEN', 'must be set with BILLING_URL');
    if (config.BILLING_TOKEN && !config.BILLING_URL) wrong('BILLING_URL', 'must be set with BILLING_TOKEN');
    for (const name of ['BILLING_PATIENCE_MS', 'BILLING_TIMEOUT_MS'] as const) {
      if (config[name] > config.BILLING_DEADLINE_MS) wrong(name, 'must not be more than BILLING_DEADLINE_MS');
    }
    for (const name of ['IDENTITY_ISSUER', 'IDENTITY_AUDIENCE'] as const) {
      if (config.IDENTITY_JWKS_URL && !config[name]) wrong(name, 'must be set with IDENTITY_JWKS_URL');
      if (!config.IDENTITY_JWKS_URL && config[name]) wrong('IDENTITY_JWKS_URL', `must be set with ${name}`);
    }
    const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
    for (const name of oidc) {
      if (!config[name] && oidc.some((other) => config[other])) wrong(name, `must be set with ${oidc.join(', ')}`);
    }
    if (config.OIDC_CREATE === 'yes' && config.OIDC_ROLES.size === 0) {
      wrong('OIDC_ROLES', 'must be set where OIDC_CREATE is yes: nobody is to have an account without a role');
    }
    if (config.REDIS_URL && !config.DATABASE_URL) {
      wrong('DATABASE_URL', 'must be set with REDIS_URL: several processes need a database that they can share');
    }
  })
  .transform((config) => ({
    ...config,
    /** Only this machine reaches us: behind a proxy every caller seems to be on it, so that does not count. */
    local: LOOPBACK.has(config.HOST) && !config.PUBLIC_URL && config.TRUSTED_PROXIES.length === 0,
  }));
