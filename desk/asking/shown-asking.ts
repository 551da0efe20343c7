import { masked } from '../../dialogs/masked.ts';
import { askingState } from '../../domain/asking/plan-asking.ts';
import type { StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { IncidentDetail } from '../../web/protocol/desk/incident.ts';
import type { IncidentParts } from '../incidents/incident-parts.ts';
import { tallyOf } from './tally-of.ts';

const MOST_PEOPLE = 50;

/** What was asked because of an incident and what came of it, and what asking would tell; null where nobody is ever asked. */
export async function shownAsking(
  { asking, askingRules, now }: Pick<IncidentParts, 'asking' | 'askingRules' | 'now'>,
  { id, state, pinned }: Pick<StoredIncident, 'id' | 'state' | 'pinned'>,
): Promise<IncidentDetail['asking']> {
  if (!askingRules.terms.on) return null;
  const at = now();
  const [decided, tallies, people] = await Promise.all([
    asking.ofIncidents([id]),
    asking.tallies([id], at),
    asking.people(id, MOST_PEOPLE),
  ]);
  const { asked, waiting, on, dark, other, silent } = tallyOf(tallies.get(id));
  const known = decided.get(id);
  const asks = known?.asks == null ? null : known.asks === 1;
  const isSettled = state !== 'probable' || pinned === 1;
  return {
    state: isSettled ? 'settled' : askingState({ asks, asked, waiting }, { ...askingRules, now: at }),
    ...{ asked, on, dark, other, silent, waiting },
    wouldTell: isSettled ? 0 : (known?.would_tell ?? 0),
    gainBits: isSettled ? 0 : (known?.gain ?? 0),
    people: people.map(({ number, state: answer, asked_at, expires_at, answered_at }) => ({
      account: masked(number),
      answer: answer === 'asked' && expires_at <= at ? 'expired' : answer,
      askedAt: asked_at,
      answeredAt: answered_at,
    })),
  };
}
