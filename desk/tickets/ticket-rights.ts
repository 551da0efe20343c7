import { z } from 'zod';
import { hasRight, STAFF_ROLES, type StaffRole } from '../../domain/desk/rights.ts';
import { isFieldWork } from '../../domain/tickets/ticket-states.ts';
import { jsonText } from '../../store/json-text.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';
import type { Actor } from '../actor.ts';
import type { DeskParts } from '../desk-parts.ts';

type Work = Pick<StoredTicket, 'kind' | 'responsible_role'>;

/** Whether somebody may move a ticket on and say who is responsible for it: whoever sends crews, or has the role that answers for it. */
export function mayWork({ roles }: Pick<Actor, 'roles'>, { kind, responsible_role }: Work): boolean {
  if (!hasRight(roles, 'tickets.work')) return false;
  return !isFieldWork(kind) || hasRight(roles, 'tickets.dispatch') || roles.includes(responsible_role);
}

/** Whoever may work on a ticket may be responsible for it: by name. */
export async function candidatesFor(
  { repositories }: Pick<DeskParts, 'repositories'>,
  ticket: Work,
): Promise<{ id: string; name: string }[]> {
  const staff = await repositories.staff.active();
  return staff.flatMap(({ id, name, roles }) => (mayWork({ roles: rolesOf(roles) }, ticket) ? [{ id, name }] : []));
}

const roleList = jsonText().pipe(z.array(z.string()));

/** The roles in a stored list. */
export function rolesOf(roles: string): StaffRole[] {
  const held = roleList.parse(roles);
  return STAFF_ROLES.filter((role) => held.includes(role));
}
