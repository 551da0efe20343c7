import type { StaffRole } from '../desk/rights.ts';

/** Which roles a group of the provider's gives. */
export type RolesByGroup = ReadonlyMap<string, readonly StaffRole[]>;

/** The roles that a claim gives: one group, or a list of them; whatever else it holds gives none. Each role once. */
export function rolesFromClaim(claim: unknown, byGroup: RolesByGroup): StaffRole[] {
  const groups = typeof claim === 'string' ? [claim] : Array.isArray(claim) ? claim : [];
  const given = groups.flatMap((group) => (typeof group === 'string' ? (byGroup.get(group) ?? []) : []));
  return [...new Set(given)];
}
