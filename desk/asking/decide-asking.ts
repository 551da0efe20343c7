import type { Actor } from '../actor.ts';
import {
  type ChangingIncident,
  changeIncident,
  type IncidentDesk,
  type IncidentOutcome,
} from '../incidents/incident-change.ts';

/** A person starts or stops asking customers back because of an incident. At night, and beyond the most, nobody is asked all the same. */
export function decideAsking(
  at: IncidentDesk,
  actor: Actor,
  given: ChangingIncident & { readonly asks: boolean },
): Promise<IncidentOutcome> {
  const { asks } = given;
  return changeIncident(at, actor, { ...given, move: 'asking' }, ({ incident, at: now }) => {
    if (!at.on.askingRules.terms.on) return 'not_from_here';
    return {
      columns: {},
      entry: { type: 'asking', data: { asks } },
      also: [at.on.asking.decide(incident.id, { asks, byId: actor.staffId, at: now })],
    };
  });
}
