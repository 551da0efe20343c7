import { readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect } from 'chai';
import { ConfigError, readConfig } from '../../bot/config.ts';
import { temporaryFolder } from '../support/server-process.ts';

const NOWHERE = '/nowhere';

describe('the settings', () => {
  it('have a default each, and .env.example lists them all with it', () => {
    const example = parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'));
    const defaults = readConfig({}, NOWHERE);
    expect(readConfig(example, NOWHERE)).to.deep.equal(defaults);
    const source = readFileSync(new URL('../../bot/config.ts', import.meta.url), 'utf8');
    const known = [...source.matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
    expect(known.length).to.be.greaterThan(15);
    expect(Object.keys(example).sort()).to.deep.equal(known.sort());
  });

  it('come from the environment first and from .env second', () => {
    const folder = temporaryFolder();
    writeEnv(folder.path, 'PORT=4000\nHOST=127.0.0.2\n');
    expect(readConfig({ PORT: '5000' }, folder.path)).to.include({ PORT: 5000, HOST: '127.0.0.2' });
    folder.remove();
  });

  it('name every one that is wrong in one line', () => {
    const wrong = () => readConfig({ PORT: 'x', LOG_LEVEL: 'loud', PUBLIC_URL: 'help.example.com' }, NOWHERE);
    expect(wrong).to.throw(ConfigError, /^PORT: .*; .*PUBLIC_URL: .*; .*LOG_LEVEL: [^\n]*$/);
  });

  const OIDC = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 'a secret' };

  it('name a provider of sign-ins wholly or not at all, and roles that there are', () => {
    const roles = { OIDC_ROLES: 'desk-agents=agent, desk-leads=supervisor+quality', TOTP_ROLES: 'admin,supervisor' };
    const config = readConfig({ ...OIDC, ...roles }, NOWHERE);
    expect([...config.OIDC_ROLES]).to.deep.equal([
      ['desk-agents', ['agent']],
      ['desk-leads', ['supervisor', 'quality']],
    ]);
    expect(config.TOTP_ROLES).to.deep.equal(['admin', 'supervisor']);
    const WRONG: readonly [Record<string, string>, RegExp][] = [
      [
        { OIDC_ISSUER: OIDC.OIDC_ISSUER },
        /^OIDC_CLIENT_ID: must be set with .*; OIDC_CLIENT_SECRET: must be set with /,
      ],
      [{ ...OIDC, OIDC_ISSUER: 'http://id.example' }, /^OIDC_ISSUER: must be a URL that begins with https:/],
      [{ ...OIDC, OIDC_ROLES: 'desk-agents=king' }, /^OIDC_ROLES: must be groups with roles/],
      [{ ...OIDC, OIDC_ROLES: 'agent' }, /^OIDC_ROLES: must be groups with roles/],
      [{ ...OIDC, OIDC_SCOPES: 'profile' }, /^OIDC_SCOPES: must be scopes/],
      [{ ...OIDC, OIDC_CREATE: 'yes' }, /^OIDC_ROLES: must be set where OIDC_CREATE is yes/],
      [{ TOTP_ROLES: 'agents' }, /^TOTP_ROLES.*: must be a list of roles/],
      [{ SECRETS_KEY: 'short' }, /^SECRETS_KEY: must have at least 32 characters$/],
    ];
    for (const [given, message] of WRONG) expect(() => readConfig(given, NOWHERE)).to.throw(ConfigError, message);
  });

  const BILLING = { BILLING_URL: 'https://cis.example/v1/', BILLING_TOKEN: 'a token of the system' };
  const JWT = { IDENTITY_JWKS_URL: 'https://www.example/jwks', IDENTITY_ISSUER: 'www', IDENTITY_AUDIENCE: 'chat' };

  it('name a billing system with its token, by https, and within what a turn may take', () => {
    expect(readConfig(BILLING, NOWHERE)).to.include({
      BILLING_URL: 'https://cis.example/v1',
      BILLING_TIMEOUT_MS: 3000,
    });
    const WRONG: readonly [Record<string, string>, RegExp][] = [
      [{ BILLING_URL: BILLING.BILLING_URL }, /^BILLING_TOKEN: must be set with BILLING_URL$/],
      [{ BILLING_TOKEN: BILLING.BILLING_TOKEN }, /^BILLING_URL: must be set with BILLING_TOKEN$/],
      [{ ...BILLING, BILLING_URL: 'http://cis.example' }, /^BILLING_URL: must be a URL that begins with https:/],
      [{ ...BILLING, BILLING_TOKEN: 'short' }, /^BILLING_TOKEN: must have at least 16 characters$/],
      [{ ...BILLING, BILLING_DEADLINE_MS: '20000' }, /^BILLING_DEADLINE_MS: must be 100 to 8000$/],
      [{ ...BILLING, BILLING_DEADLINE_MS: '2600' }, /^BILLING_TIMEOUT_MS: must not be more than BILLING_DEADLINE_MS$/],
      [{ ...BILLING, BILLING_AT_ONCE: '0' }, /^BILLING_AT_ONCE: must be 1 to 1000$/],
    ];
    for (const [given, message] of WRONG) expect(() => readConfig(given, NOWHERE)).to.throw(ConfigError, message);
  });

  it('name whose signed identities are taken, wholly or not at all', () => {
    expect(readConfig(JWT, NOWHERE)).to.include(JWT);
    const { IDENTITY_AUDIENCE: _audience, ...withoutAudience } = JWT;
    expect(() => readConfig(withoutAudience, NOWHERE)).to.throw(ConfigError, /^IDENTITY_AUDIENCE: must be set/);
    expect(() => readConfig({ IDENTITY_ISSUER: 'www' }, NOWHERE)).to.throw(
      ConfigError,
      /^IDENTITY_JWKS_URL: must be set/,
    );
    expect(() => readConfig({ IDENTITY_SECRET: 'short' }, NOWHERE)).to.throw(
      ConfigError,
      /^IDENTITY_SECRET: must have/,
    );
  });

  it('take lists apart', () => {
    const config = readConfig(
      { WIDGET_ORIGINS: 'https://a.example, https://b.example:8443', TRUSTED_PROXIES: '10.0.0.0/8,::1' },
      NOWHERE,
    );
    expect(config.WIDGET_ORIGINS).to.deep.equal(['https://a.example', 'https://b.example:8443']);
    expect(config.TRUSTED_PROXIES).to.deep.equal(['10.0.0.0/8', '::1']);
  });
});

function writeEnv(folder: string, text: string): void {
  writeFileSync(`${folder}/.env`, text);
}
