import { SKILLS, SPOKEN } from '../../domain/desk/staff-skills.ts';
import type { ColleagueList } from '../../web/protocol/desk/session.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { presentAgents } from './serving-agents.ts';

/** Who is at the desk and may serve customers; those with most room first. */
export async function listColleagues(parts: DeskParts): Promise<ColleagueList> {
  const agents = await presentAgents(parts);
  const room = ({ capacity, load }: { capacity: number; load: number }) => capacity - load;
  return {
    colleagues: agents
      .toSorted((a, b) => room(b) - room(a) || (a.id < b.id ? -1 : 1))
      .map(({ id, name, deskName, skills, load, capacity, available }) => ({
        id,
        name,
        deskName,
        skills: SKILLS.filter((one) => skills.matters.has(one)),
        languages: SPOKEN.filter((one) => skills.languages.has(one)),
        load,
        capacity,
        available,
      })),
  };
}

/** Whether new conversations may be given to whoever asks; what they have stays theirs. */
export async function setAvailability(parts: DeskParts, { staffId }: Actor, available: boolean): Promise<void> {
  const at = parts.now();
  await parts.database.commit([
    parts.repositories.presence.setAvailable(staffId, available, at),
    audited(parts, {
      actor: staffId,
      action: available ? 'staff.available' : 'staff.away',
      subject: `staff:${staffId}`,
      at,
    }),
  ]);
  // Who is free decides what is given next.
  tellDesks(parts, { type: 'queue' });
}
