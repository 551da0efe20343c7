import type { IncidentItem } from '../../protocol/desk/incident.ts';

/**
 * Whether nobody has decided anything about an incident since it was seen. Reports, customers, probabilities and clocks
 * move by themselves; so does the probable device, which matters only to a decision that is about it.
 */
export function standsAsSeen(
  seen: IncidentItem,
  now: IncidentItem,
  { ofDevice }: { readonly ofDevice: boolean },
): boolean {
  return (
    now.state === seen.state &&
    now.crew === seen.crew &&
    now.eta?.at === seen.eta?.at &&
    now.eta?.source === seen.eta?.source &&
    now.cause === seen.cause &&
    now.responsibleId === seen.responsibleId &&
    (!ofDevice || now.device?.id === seen.device?.id)
  );
}
