import { z } from 'zod';
import type { ServingAgent } from '../../domain/desk/assign.ts';
import { hasRight, STAFF_ROLES } from '../../domain/desk/rights.ts';
import { staffSkillsOf } from '../../domain/desk/staff-skills.ts';
import { jsonText } from '../../store/json-text.ts';
import type { PresentStaff } from '../../store/repositories/presence-repository.ts';
import type { DeskParts } from '../desk-parts.ts';

const rolesSchema = jsonText().pipe(z.array(z.enum(STAFF_ROLES)));
const skillsSchema = jsonText().pipe(z.array(z.string()));

/** Somebody at the desk who may serve customers. */
export interface PresentAgent extends ServingAgent {
  readonly name: string;
  readonly deskName: string;
  readonly available: boolean;
  /** Conversations are given to agents; supervisors take them by hand. */
  readonly givenTo: boolean;
}

/** Everybody at the desk who may serve customers, by id. */
export async function presentAgents({ repositories, terms, now }: Pick<DeskParts, 'terms' | 'now'> & PresenceParts) {
  const rows = await repositories.presence.present(seenSince({ terms, now }));
  return rows.flatMap((row): PresentAgent[] => {
    const agent = agentOf(row);
    return agent ? [agent] : [];
  });
}

type PresenceParts = { readonly repositories: Pick<DeskParts['repositories'], 'presence'> };

/** Whoever was seen last before this is gone. */
export function seenSince({ terms, now }: Pick<DeskParts, 'terms' | 'now'>): number {
  return now() - terms.graceSeconds * 1000;
}

/** Null for those who may not serve customers. */
function agentOf(row: PresentStaff): PresentAgent | null {
  const roles = rolesSchema.parse(row.roles);
  if (!hasRight(roles, 'conversations.serve')) return null;
  return {
    id: row.id,
    name: row.name,
    deskName: row.desk_name,
    skills: staffSkillsOf(skillsSchema.parse(row.skills)),
    capacity: row.capacity,
    load: Number(row.load),
    idleSince: row.idle_since,
    available: row.available === 1,
    givenTo: roles.includes('agent'),
  };
}
