import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { rolesFromClaim } from '../../domain/accounts/roles-from-claim.ts';
import type { StaffRole } from '../../domain/desk/rights.ts';
import type { StaffIdentityRepository } from '../../store/repositories/staff-identity-repository.ts';
import type { Staff } from '../../store/repositories/staff-repository.ts';
import { audited } from '../audited.ts';
import type { AccountParts } from './account-parts.ts';
import type { ProviderTerms } from './account-settings.ts';
import type { ProviderClaims } from './identity-provider.ts';
import { openSession, type SignInPlace } from './open-session.ts';

export interface ProviderParts {
  readonly accounts: AccountParts;
  readonly identities: StaffIdentityRepository;
  readonly terms: ProviderTerms;
}

export type ProviderOutcome =
  | { readonly kind: 'signed_in'; readonly token: string }
  /** Nobody here, shut, or without a role. */
  | { readonly kind: 'refused' };

const loginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\w.@-]{2,100}$/);
const nameSchema = z.string().trim().min(1).max(100);

/** Signs in whom the provider vouches for. */
export async function signInByProvider(
  parts: ProviderParts,
  claims: ProviderClaims,
  place: SignInPlace & {
    readonly beforeHash: string | null;
    /** The provider was made to ask who it is. */
    readonly asked: boolean;
  },
): Promise<ProviderOutcome> {
  const { accounts, terms } = parts;
  const roles = terms.roles.size > 0 ? rolesFromClaim(claims[terms.rolesClaim], terms.roles) : null;
  const staff = (await known(parts, claims)) ?? (await linked(parts, claims)) ?? (await created(parts, claims, roles));
  if (staff?.active !== 1 || roles?.length === 0) {
    await noteRefusal(parts, claims, staff);
    return { kind: 'refused' };
  }
  if (roles !== null) await bringRoles(parts, staff, roles);
  const opened = openSession(accounts, {
    ...{ staffId: staff.id, method: 'provider', place, by: 'provider' },
    proved: place.asked,
  });
  const before = place.beforeHash === null ? [] : [accounts.repositories.staffSessions.end(place.beforeHash)];
  await accounts.database.commit([...before, ...opened.statements]);
  return { kind: 'signed_in', token: opened.token };
}

async function known(
  { accounts, identities }: ProviderParts,
  { iss, sub }: ProviderClaims,
): Promise<Staff | undefined> {
  const staffId = await identities.staffIdOf(iss, sub);
  return staffId === null ? undefined : accounts.repositories.staff.byId(staffId);
}

/** An account of the same login, the first time; whoever is linked to somebody else of this provider stays with them. */
async function linked(parts: ProviderParts, claims: ProviderClaims): Promise<Staff | undefined> {
  const { accounts, identities, terms } = parts;
  const login = loginSchema.safeParse(claims[terms.loginClaim]).data;
  const staff = login === undefined ? undefined : await accounts.repositories.staff.byLogin(login);
  if (staff?.active !== 1) return undefined;
  const at = accounts.now();
  const link = await accounts.database.commit([
    identities.link({ issuer: claims.iss, subject: claims.sub, staff_id: staff.id, linked_at: at }),
    audited(accounts, {
      actor: 'provider',
      action: 'staff.linked',
      subject: `staff:${staff.id}`,
      at,
      detail: { issuer: claims.iss },
    }),
  ]);
  return link.ok ? staff : undefined;
}

async function created(
  parts: ProviderParts,
  claims: ProviderClaims,
  roles: readonly StaffRole[] | null,
): Promise<Staff | undefined> {
  const { accounts, identities, terms } = parts;
  const login = loginSchema.safeParse(claims[terms.loginClaim]).data;
  if (!terms.create || roles === null || roles.length === 0 || login === undefined) return undefined;
  const at = accounts.now();
  const row = {
    id: accounts.newId(),
    login,
    name: nameSchema.safeParse(claims.name).data ?? login,
    // Customers see it: never somebody's own name unasked.
    desk_name: `客服 ${randomInt(1000, 10_000)}`,
    password_hash: '',
    roles: JSON.stringify(roles),
    skills: '["general"]',
    capacity: 4,
    active: 1,
    created_at: at,
  };
  const made = await accounts.database.commit([
    accounts.repositories.staff.add(row),
    identities.link({ issuer: claims.iss, subject: claims.sub, staff_id: row.id, linked_at: at }),
    audited(accounts, {
      actor: 'provider',
      action: 'staff.added',
      subject: `staff:${row.id}`,
      at,
      detail: { login, roles },
    }),
  ]);
  return made.ok ? accounts.repositories.staff.byId(row.id) : undefined;
}

/** Roles as the provider gives them by now. The last administrator stays one all the same. */
async function bringRoles({ accounts }: ProviderParts, staff: Staff, roles: readonly StaffRole[]): Promise<void> {
  const { staff: people } = accounts.repositories;
  const wanted = JSON.stringify(roles);
  if (staff.roles === wanted) return;
  await accounts.database.commit([
    people.lockAdmins(),
    people.change(staff.id, staff.version, { roles: wanted }),
    audited(accounts, {
      actor: 'provider',
      action: 'staff.changed',
      subject: `staff:${staff.id}`,
      at: accounts.now(),
      detail: { roles: { from: staff.roles, to: wanted } },
    }),
    people.adminIsLeft(),
  ]);
}

async function noteRefusal(
  { accounts }: ProviderParts,
  { iss }: ProviderClaims,
  staff: Staff | undefined,
): Promise<void> {
  await accounts.database.commit([
    audited(accounts, {
      actor: 'provider',
      action: 'staff.sign_in_refused',
      subject: staff ? `staff:${staff.id}` : 'staff',
      at: accounts.now(),
      detail: { issuer: iss },
    }),
  ]);
}
