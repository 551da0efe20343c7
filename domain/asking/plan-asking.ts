import { quietUntil } from '../notices/quiet-hours.ts';
import type { NoticeTerms } from '../utility-profile.ts';
import type { AskingTerms } from './asking-terms.ts';

/** An incident as far as asking goes. */
export interface AskedIncident {
  readonly id: string;
  /** What a person has decided; null where nobody has. */
  readonly asks: boolean | null;
  /** Customers who were asked because of it, whatever became of that. */
  readonly asked: number;
  /** Of those, who may yet answer. */
  readonly waiting: number;
}

/** `startable`: nobody is asked, but a dispatcher could start it. */
export type AskingState = 'asking' | 'startable' | 'stopped' | 'night' | 'enough' | 'off';

export interface AskingRules {
  readonly terms: AskingTerms;
  readonly quietHours: NoticeTerms['quietHours'];
  /** IANA name. */
  readonly timeZone: string;
}

export interface AskingMoment extends AskingRules {
  readonly now: number;
}

/** Whether customers are asked because of an incident, and if not, why. At night nobody is, whoever wants it. */
export function askingState(incident: Omit<AskedIncident, 'id'>, moment: AskingMoment): AskingState {
  const { terms, quietHours, timeZone, now } = moment;
  if (!terms.on) return 'off';
  if (incident.asks === false) return 'stopped';
  if (incident.asks === null && !terms.startsByItself) return 'startable';
  if (incident.asked >= terms.mostPerIncident) return 'enough';
  return quietUntil(now, quietHours, timeZone) === null ? 'asking' : 'night';
}

/** How many more may be asked now because of each incident of a feeder; what is out of any of them counts for all. */
export function askingRoom(incidents: readonly AskedIncident[], moment: AskingMoment): ReadonlyMap<string, number> {
  const { mostPerLook, mostPerIncident } = moment.terms;
  const out = incidents.reduce((sum, { waiting }) => sum + waiting, 0);
  const together = Math.max(0, mostPerLook - out);
  return new Map(
    incidents
      .filter((incident) => askingState(incident, moment) === 'asking')
      .map(({ id, asked }) => [id, Math.min(together, mostPerIncident - asked)]),
  );
}
