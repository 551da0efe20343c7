import type { AccountSettings } from '../desk/accounts/account-settings.ts';
import type { Config } from './config.ts';

/** What the operator decides of accounts at the desk. */
export function accountSettings(config: Config): AccountSettings {
  return { secretsKey: config.SECRETS_KEY ?? null, totpRoles: config.TOTP_ROLES, provider: providerOf(config) };
}

function providerOf(config: Config): AccountSettings['provider'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    settings: { issuer, clientId, clientSecret, name: config.OIDC_NAME, scopes: config.OIDC_SCOPES },
    terms: {
      loginClaim: config.OIDC_LOGIN_CLAIM,
      rolesClaim: config.OIDC_ROLES_CLAIM,
      roles: config.OIDC_ROLES,
      create: config.OIDC_CREATE === 'yes',
    },
  };
}
