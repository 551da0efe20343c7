import { z } from 'zod';
import { jsonText } from '../../store/json-text.ts';
import type { SignInTry, StaffCredential } from '../../store/repositories/credential-repository.ts';
import type { Staff } from '../../store/repositories/staff-repository.ts';
import { type Member, STAFF_LANGUAGES, STAFF_SKILLS } from '../../web/protocol/desk/account.ts';
import { roleSchema } from '../../web/protocol/desk/staff.ts';

const rolesJson = jsonText().pipe(z.array(roleSchema));
const skillsJson = jsonText().pipe(z.array(z.string()));

/** Somebody at the desk as administrators see them. */
export function memberItem(
  staff: Staff,
  { credential, tries, now }: { credential: StaffCredential | undefined; tries: SignInTry | undefined; now: number },
): Member {
  return {
    id: staff.id,
    login: staff.login,
    name: staff.name,
    deskName: staff.desk_name,
    roles: rolesJson.parse(staff.roles),
    ...skillsIn(staff.skills),
    capacity: staff.capacity,
    active: staff.active === 1,
    createdAt: staff.created_at,
    version: staff.version,
    totp: credential?.totp_secret != null,
    oneTimeUntil: credential?.one_time_until ?? null,
    lockedUntil: tries !== undefined && tries.until_at > now ? tries.until_at : null,
  };
}

/** A person's list of skills holds matters and languages. */
export function skillsIn(json: string): Pick<Member, 'skills' | 'languages'> {
  const listed = skillsJson.parse(json);
  return {
    skills: STAFF_SKILLS.filter((one) => listed.includes(one)),
    languages: STAFF_LANGUAGES.filter((one) => listed.includes(one)),
  };
}
