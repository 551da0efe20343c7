import type { LooseTicket } from '../../../../web/desk/dispatch/board-rows.ts';
import type { IncidentDetail, IncidentDevice, IncidentItem, Reason } from '../../../../web/protocol/desk/incident.ts';

export function order(grade: number, more: readonly Reason[] = []): Reason[] {
  return [{ code: 'severity', values: { grade } }, ...more];
}

export function deviceItem(id: string): IncidentDevice {
  return { id, name: `Device ${id}`, kind: 'fuse', feederId: 'F', feederName: 'Feeder', lat: null, lon: null };
}

export function incidentItem(id: string, more: Partial<IncidentItem> = {}): IncidentItem {
  return {
    id,
    number: `IN${id}`,
    state: 'probable',
    device: deviceItem('D1'),
    probability: 0.7,
    reasons: [],
    area: 'Shibu',
    customersAffected: 10,
    severity: 'P3',
    lifeAtRisk: false,
    lifeSupport: 0,
    criticalSites: [],
    ticketCount: 1,
    chases: 0,
    mostChases: 0,
    crew: null,
    eta: null,
    cause: null,
    responsible: 'Wang',
    responsibleId: 'staff-1',
    clock: null,
    order: order(3),
    within: null,
    openedAt: 1,
    updatedAt: 1,
    restoredAt: null,
    version: 4,
    ...more,
  };
}

export function incidentDetail(incident: IncidentItem): IncidentDetail {
  return {
    incident,
    alternatives: ['D1', 'D2'].map((id) => ({ device: deviceItem(id), probability: 0.5, customers: 10, reasons: [] })),
    tickets: [],
    moves: [],
    mergeInto: [],
    candidates: [{ id: 'staff-2', name: 'Chen' }],
    history: [],
    asking: null,
  };
}

export function looseTicket(id: string, more: Partial<LooseTicket> = {}): LooseTicket {
  return {
    id,
    number: `T${id}`,
    kind: 'fault',
    state: 'received',
    severity: 'P3',
    reasons: [],
    place: null,
    since: null,
    phone: null,
    description: '',
    conversationId: null,
    sessionId: null,
    responsible: 'Wang',
    responsibleId: 'staff-1',
    zone: null,
    crew: null,
    firstResponder: null,
    resolvedDateTime: null,
    arrivedAt: null,
    important: false,
    dispatchedAt: null,
    contactedAt: null,
    chases: 0,
    raised: false,
    clock: null,
    version: 1,
    language: null,
    createdAt: 1,
    updatedAt: 1,
    placement: { by: null, candidates: [], unknown: 1 },
    lifeAtRisk: false,
    order: order(3),
    ...more,
  };
}
