import type { StaffRole } from '../../domain/desk/rights.ts';
import { SigningKeyRepository } from '../../store/repositories/signing-key-repository.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { AccountSettings } from './account-settings.ts';
import { PasswordRules } from './password-rules.ts';
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
