import { isOpen } from '../../domain/incidents/incident-states.ts';
import type { StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { InferringParts } from './incident-parts.ts';
import type { ReportToPlace } from './placement/report-placer.ts';

/** An open incident by which a place is probably dark, for whoever asks from there. */
export interface IncidentHere {
  readonly id: string;
  readonly number: string;
  readonly state: 'probable' | 'confirmed';
  /** As customers are told it. */
  readonly area: string;
  /** That the place lies below the incident's device. */
  readonly here: number;
  /** That the device has failed; 1 once confirmed. */
  readonly probability: number;
  readonly startedAt: number;
  /** A crew has been sent. */
  readonly crewSent: boolean;
  /** Null while not yet assessed: then no time is told. */
  readonly eta: {
    readonly at: number;
    /** By whose word. */
    readonly source: string;
    readonly setAt: number;
    /** Milliseconds since it was set. */
    readonly ageMs: number;
  } | null;
}

type Parts = Pick<InferringParts, 'incidents' | 'network' | 'placer' | 'now'>;

const LEAST_HERE = 0.3;

/**
 * Open incidents at a place, by any of account, the customer's words and a shared position: those below whose device it
 * most probably lies, likeliest first. Only reads; takes a few milliseconds.
 */
export async function incidentsAt(parts: Parts, place: ReportToPlace): Promise<IncidentHere[]> {
  const found = await parts.placer.place(place);
  const here = new Map<string, number>();
  for (const { premisesId, probability } of found.candidates) {
    for (const device of await pathOf(parts, found.deviceOf(premisesId))) {
      here.set(device, (here.get(device) ?? 0) + probability);
    }
  }
  const likely = [...here].flatMap(([device, share]) => (share >= LEAST_HERE ? [device] : []));
  const open = await parts.incidents.openAtDevices(likely);
  return open
    .flatMap((incident): IncidentHere[] => {
      const share = here.get(incident.device_id ?? '') ?? 0;
      return isOpen(incident.state) ? [seen(incident, share, parts.now())] : [];
    })
    .sort((a, b) => b.here * b.probability - a.here * a.probability);
}

/** A device and all upstream of it. */
async function pathOf({ network }: Parts, deviceId: string | null): Promise<string[]> {
  const path: string[] = [];
  let device = deviceId === null ? null : await network.device(deviceId);
  while (device !== null && !path.includes(device.id)) {
    path.push(device.id);
    device = device.parent_id === null ? null : await network.device(device.parent_id);
  }
  return path;
}

function seen(incident: StoredIncident, here: number, now: number): IncidentHere {
  const { eta_at: at, eta_source: source, eta_set_at: setAt } = incident;
  return {
    id: incident.id,
    number: incident.number,
    state: incident.state === 'confirmed' ? 'confirmed' : 'probable',
    area: incident.area,
    here: Math.min(1, here),
    probability: incident.probability,
    startedAt: incident.started_at,
    crewSent: incident.crew !== null,
    eta: at === null || source === null || setAt === null ? null : { at, source, setAt, ageMs: now - setAt },
  };
}
