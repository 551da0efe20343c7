import type { StaffRole } from '../../domain/desk/rights.ts';
import type { Database } from '../../store/database.ts';
import { StaffRepository } from '../../store/repositories/staff-repository.ts';
import { hashPassword } from './password.ts';

/** A member of staff with a password in plain sight: for demonstrations only. */
export interface DemoStaff {
  readonly id: string;
  readonly login: string;
  readonly demoPassword: string;
  readonly name: string;
  readonly deskName: string;
  readonly roles: readonly StaffRole[];
  readonly skills: readonly string[];
  readonly capacity: number;
}

/** Lets the demo's people sign in. Whoever is there already stays as they are. */
export async function seedStaff(database: Database, people: readonly DemoStaff[], now: number): Promise<void> {
  const repository = new StaffRepository(database);
  const rows = await Promise.all(
    people.map(async ({ id, login, demoPassword, name, deskName, roles, skills, capacity }) => ({
      id,
      login: login.toLowerCase(),
      name,
      desk_name: deskName,
      password_hash: await hashPassword(demoPassword),
      roles: JSON.stringify(roles),
      skills: JSON.stringify(skills),
      capacity,
      active: 1,
      created_at: now,
    })),
  );
  if (rows.length > 0) await database.commit(rows.map((row) => repository.addUnlessThere(row)));
}
