import { z } from 'zod';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import { jsonText } from '../../store/json-text.ts';
import { type Me, roleSchema } from '../../web/protocol/desk/staff.ts';
import type { DeskParts } from '../desk-parts.ts';

const roles = jsonText().pipe(z.array(roleSchema));

/** What the desk knows of who is signed in; null where the account is gone. */
export async function describeMe(
  { repositories }: Pick<DeskParts, 'repositories'>,
  given: { readonly staffId: string; readonly csrf: string; readonly profile: Pick<UtilityProfile, 'name' | 'demo'> },
): Promise<Me | null> {
  const { csrf, profile } = given;
  const staff = await repositories.staff.byId(given.staffId);
  if (!staff) return null;
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
    utility: { name: profile.name.zh, nameEn: profile.name.en },
    demo: profile.demo,
  };
}
