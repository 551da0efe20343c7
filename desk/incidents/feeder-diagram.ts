import type { StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { DiagramDevice, FeederDiagram, FeederList } from '../../web/protocol/desk/feeder.ts';
import type { Feeder } from './feeder.ts';
import { type FeederView, viewFeeder } from './feeder-view.ts';
import type { InferringParts } from './incident-parts.ts';
import { storedExplanation } from './stored-json.ts';
import type { StoredReading } from './stored-reading.ts';

const SUSPECT = 0.05;

type Parts = Pick<InferringParts, 'incidents' | 'reports' | 'looks' | 'outages' | 'network' | 'reading' | 'now'>;

/** What can be shown as a diagram, by name. */
export async function listFeeders({ network, incidents }: Parts): Promise<FeederList> {
  const [open, feeders] = await Promise.all([incidents.openByFeeder(), network.feeders()]);
  return {
    feeders: await Promise.all(
      feeders.map(async ({ root, devices, customers }) => {
        const own = open.get(root.id);
        const source = root.parent_id === null ? null : await network.device(root.parent_id);
        return {
          id: root.id,
          name: root.name,
          sourceName: source?.name ?? null,
          devices,
          customers,
          openIncidents: own?.count ?? 0,
          severity: own?.severity ?? null,
        };
      }),
    ),
  };
}

/** A feeder as a tree to draw; null where there is none. `services`: each of them, also where nothing is the matter. */
export async function showDiagram(
  parts: Parts,
  { id, services }: { readonly id: string; readonly services: boolean },
): Promise<FeederDiagram | null> {
  const feeder = await parts.network.feeder(id);
  if (feeder === null) return null;
  const at = parts.now();
  const view = await viewFeeder(parts, feeder, at);
  const drawing = new Drawing(view, parts.reading);
  return {
    feeder: { id: feeder.id, name: feeder.name, sourceName: feeder.sourceName },
    devices: drawing.devices(services),
    at,
  };
}

interface Heard {
  noPower: number;
  hasPower: number;
  severity: StoredIncident['severity'] | null;
}

class Drawing {
  readonly #reading: StoredReading;
  readonly #view: FeederView;
  readonly #feeder: Feeder;
  readonly #heard = new Map<string, Heard>();
  readonly #probability = new Map<string, number>();
  readonly #incidentAt = new Map<string, StoredIncident>();

  constructor(view: FeederView, reading: StoredReading) {
    this.#reading = reading;
    this.#view = view;
    this.#feeder = view.feeder;
    for (const incident of view.standing) this.#noteIncident(incident);
    this.#listen();
  }

  devices(services: boolean): DiagramDevice[] {
    const folded = new Map<string, number>();
    const shown = this.#feeder.devices.filter((device) => {
      const isFolded = !services && device.kind === 'service' && this.#isQuiet(device.id);
      const parent = device.parent_id;
      if (isFolded && parent !== null) folded.set(parent, (folded.get(parent) ?? 0) + 1);
      return !isFolded;
    });
    return shown.map((device): DiagramDevice => {
      const heard = this.#heard.get(device.id);
      const incident = this.#incidentAt.get(device.id);
      return {
        id: device.id,
        name: device.name,
        kind: device.kind,
        parentId: device.id === this.#feeder.id ? null : device.parent_id,
        lat: device.lat,
        lon: device.lon,
        customersBelow: this.#feeder.extentOf(device.id).customers,
        state: this.#stateOf(device.id),
        probability: this.#probability.get(device.id) ?? 0,
        incidentNumber: incident?.number ?? null,
        reports: Number((heard?.noPower ?? 0).toFixed(2)),
        severity: heard?.severity ?? null,
        hasPower: Number((heard?.hasPower ?? 0).toFixed(2)),
        folded: folded.get(device.id) ?? 0,
      };
    });
  }

  #noteIncident(incident: StoredIncident): void {
    const { device_id, probability, explanation } = incident;
    for (const { deviceId, probability: p } of storedExplanation.parse(explanation).alternatives) {
      this.#probability.set(deviceId, Math.max(p, this.#probability.get(deviceId) ?? 0));
    }
    if (device_id === null) return;
    this.#probability.set(device_id, probability);
    this.#incidentAt.set(device_id, incident);
  }

  /** Reports hang on the devices that their candidates do. */
  #listen(): void {
    const { tickets, words } = this.#view;
    for (const { candidates, severity } of tickets) {
      for (const { premisesId, probability } of this.#reading.candidates(candidates)) {
        const heard = this.#heardAt(premisesId);
        if (!heard) continue;
        heard.noPower += probability;
        if (probability >= SUSPECT && (heard.severity === null || severity < heard.severity)) heard.severity = severity;
      }
    }
    for (const { kind, premises_id } of words) {
      const heard = kind === 'has_power' ? this.#heardAt(premises_id) : null;
      if (heard) heard.hasPower += 1;
    }
  }

  #heardAt(premisesId: string): Heard | null {
    const device = this.#feeder.deviceOfCustomer.get(this.#feeder.customerOf.get(premisesId) ?? '');
    if (device === undefined) return null;
    const heard = this.#heard.get(device) ?? { noPower: 0, hasPower: 0, severity: null };
    this.#heard.set(device, heard);
    return heard;
  }

  #isQuiet(device: string): boolean {
    return (
      !this.#heard.has(device) && !this.#incidentAt.has(device) && !((this.#probability.get(device) ?? 0) >= SUSPECT)
    );
  }

  #stateOf(device: string): DiagramDevice['state'] {
    const own = this.#incidentAt.get(device);
    if (own) return own.state === 'confirmed' ? 'failed' : 'probable';
    let at: string | null = device;
    while (at !== null) {
      const off = this.#view.dark.get(at);
      if (off === null) return 'planned';
      // An incident at the feeder's own device may be one upstream of it.
      if (off || this.#incidentAt.has(at)) return 'dark';
      at = this.#feeder.parentOf.get(at) ?? null;
    }
    return (this.#probability.get(device) ?? 0) >= SUSPECT ? 'suspect' : 'live';
  }
}
