import type { IncidentDetail, IncidentItem } from '../../protocol/desk/incident.ts';
import type { IncidentMoves } from '../api/calls/incident-calls.ts';

/** A decision that changes nothing but the incident itself, so that it can be shown before the server has answered. */
export type Previewed = {
  [M in 'crew' | 'eta' | 'confirm' | 'responsible' | 'restore']: {
    readonly move: M;
    readonly decision: Omit<IncidentMoves[M], 'version'>;
  };
}['crew' | 'eta' | 'confirm' | 'responsible' | 'restore'];

export interface Decider {
  readonly name: string;
  readonly now: number;
}

/** The incident as it will stand once the decision is through. Its version stays: only the server counts it up. */
export function previewMove(detail: IncidentDetail, decided: Previewed, by: Decider): IncidentItem {
  const { incident } = detail;
  switch (decided.move) {
    case 'crew':
      return { ...incident, crew: decided.decision.crew };
    case 'eta': {
      const { at, source } = decided.decision;
      return { ...incident, eta: at === null ? null : { at, source, setAt: by.now, setBy: by.name } };
    }
    case 'confirm': {
      const { device: chosen, cause } = decided.decision;
      const device = detail.alternatives.find((one) => one.device.id === chosen)?.device ?? incident.device;
      return { ...incident, state: 'confirmed', probability: 1, device, cause: cause ?? incident.cause };
    }
    case 'responsible': {
      const { staffId } = decided.decision;
      const name = detail.candidates.find(({ id }) => id === staffId)?.name ?? incident.responsible;
      return { ...incident, responsible: name, responsibleId: staffId };
    }
    case 'restore':
      return { ...incident, state: 'restored', restoredAt: decided.decision.at ?? by.now };
  }
}
