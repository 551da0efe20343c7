import type { RolesByGroup } from '../../domain/accounts/roles-from-claim.ts';
import type { StaffRole } from '../../domain/desk/rights.ts';
import type { ProviderSettings } from './identity-provider.ts';

/** What the operator decides of accounts. */
export interface AccountSettings {
  /** Whoever has one of these roles must have a second factor. */
  readonly totpRoles: readonly StaffRole[];
  /** Seals secrets at rest; null where a key in the database does. */
  readonly secretsKey: string | null;
  /** Of OpenID Connect; null where people sign in with passwords only. */
  readonly provider: { readonly settings: ProviderSettings; readonly terms: ProviderTerms } | null;
}

/** How people of the provider's become people of the desk. */
export interface ProviderTerms {
  /** The claim that an account's login is in, for the first time that somebody comes. */
  readonly loginClaim: string;
  readonly rolesClaim: string;
  /** Empty where roles are given at the desk. */
  readonly roles: RolesByGroup;
  /** Whoever has a role by the provider gets an account where they have none. */
  readonly create: boolean;
}
