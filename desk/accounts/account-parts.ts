import type { StaffRole } from '../../domain/desk/rights.ts';
import { SigningKeyRepository } from '../../store/repositories/signing-key-repository.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { ProviderSettings } from './identity-provider.ts';
import { PasswordRules } from './password-rules.ts';
import type { ProviderTerms } from './provider-sign-in.ts';
import { SecretBox } from './secret-box.ts';

/** What accounts are kept with. */
export interface AccountParts extends DeskParts {
  /** Seals what must be read again: secrets of second factors. */
  readonly secrets: SecretBox;
  readonly passwordRules: PasswordRules;
  /** Whoever has one of these roles must have a second factor. */
  readonly totpRoles: readonly StaffRole[];
  /** What authenticators show beside the login. */
  readonly issuer: string;
}

/** What the operator decides of accounts. */
export interface AccountSettings extends Pick<AccountParts, 'totpRoles'> {
  /** Seals secrets at rest; null where a key in the database does. */
  readonly secretsKey: string | null;
  /** Of OpenID Connect; null where people sign in with passwords only. */
  readonly provider: { readonly settings: ProviderSettings; readonly terms: ProviderTerms } | null;
}

export function openAccountParts(
  parts: DeskParts,
  { secretsKey, totpRoles, issuer }: Omit<AccountSettings, 'provider'> & Pick<AccountParts, 'issuer'>,
): AccountParts {
  const keys = new SigningKeyRepository(parts.database);
  return {
    ...parts,
    secrets: new SecretBox({ key: secretsKey, keys, now: parts.now }),
    passwordRules: new PasswordRules(),
    totpRoles,
    issuer,
  };
}
