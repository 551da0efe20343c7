import { z } from 'zod';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import { jsonText } from '../../store/json-text.ts';
import { type Me, roleSchema } from '../../web/protocol/desk/staff.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { SignedIn } from './staff-sessions.ts';

const roles = jsonText().pipe(z.array(roleSchema));

/** What the desk knows of who is signed in; null where the account is gone. */
export async function describeMe(
  { repositories }: Pick<DeskParts, 'repositories'>,
  { caller, profile }: { readonly caller: SignedIn; readonly profile: Pick<UtilityProfile, 'name' | 'demo'> },
): Promise<Me | null> {
  const staff = await repositories.staff.byId(caller.staffId);
  if (!staff) return null;
  const { csrf, id, method, pending } = caller.session;
  return {
    staff: {
      id: staff.id,
      login: staff.login,
      name: staff.name,
      deskName: staff.desk_name,
      roles: roles.parse(staff.roles),
      capacity: staff.capacity,
    },
    csrf,
    session: { id, method, pending: [...pending] },
    utility: { name: profile.name.zh, nameEn: profile.name.en },
    demo: profile.demo,
  };
}
