import type { KnownIncident, KnownOutages } from '../services.ts';
import { shortTime } from '../short-time.ts';
import type { Turn } from '../turn.ts';
import { etaInWords } from './eta-in-words.ts';

/** Says what is known of outages at a place: a fault that is being worked on, planned work that is going on. */
export async function sayWhatIsKnown(turn: Turn, place: string | null): Promise<void> {
  if (place === null) return;
  const known = await turn.services.outages.at(place, turn.now);
  const text = wordsFor(turn, known).join('\n');
  if (text) await turn.say({ text });
}

function wordsFor(turn: Turn, { incidents, planned }: KnownOutages): string[] {
  const { words, now, services } = turn;
  const { timeZone } = services.profile;
  const going = planned.find(({ from, to }) => from <= now && now < to);
  return [
    ...incidents
      .slice(0, 1)
      .map((incident) => `${words.fault.knownIncident(incident.area)}${words.common.space}${etaWords(turn, incident)}`),
    ...(going
      ? [words.fault.knownPlanned(going.area, shortTime(going.from, timeZone), shortTime(going.to, timeZone))]
      : []),
  ];
}

/** Faults that are being worked on, each with what is known of its end; said to whoever asks. */
export function incidentsInWords(turn: Turn, incidents: readonly KnownIncident[]): string[] {
  const { words } = turn;
  return incidents
    .slice(0, MOST_INCIDENTS)
    .map((incident) => `${words.status.incident(incident.area)}${words.common.space}${etaWords(turn, incident)}`);
}

const MOST_INCIDENTS = 3;

/** A restoration time only with its source and age; else that there is none yet. */
export function etaWords(turn: Turn, { eta }: KnownIncident): string {
  return etaInWords(turn, eta) ?? turn.words.fault.incidentNoEta;
}
