import type { z } from 'zod';
import { feederDiagramSchema, feederListSchema } from '../../../protocol/desk/feeder.ts';
import {
  incidentDetailSchema,
  incidentListSchema,
  incidentNamedSchema,
  type incidentQuerySchema,
  looseTicketListSchema,
} from '../../../protocol/desk/incident.ts';
import type {
  incidentAskingSchema,
  incidentCloseSchema,
  incidentConfirmSchema,
  incidentCrewSchema,
  incidentEtaSchema,
  incidentMergeSchema,
  incidentOpenSchema,
  incidentRejectSchema,
  incidentResponsibleSchema,
  incidentRestoreSchema,
  incidentSplitSchema,
  incidentTicketSchema,
} from '../../../protocol/desk/incident-moves.ts';
import { type Calls, nothing, part, query } from './calls.ts';

export type IncidentFilter = z.input<typeof incidentQuerySchema>;

/** What is decided about an incident, by the move's name. */
export interface IncidentMoves {
  readonly confirm: z.input<typeof incidentConfirmSchema>;
  readonly reject: z.input<typeof incidentRejectSchema>;
  readonly merge: z.input<typeof incidentMergeSchema>;
  readonly tickets: z.input<typeof incidentTicketSchema>;
  readonly crew: z.input<typeof incidentCrewSchema>;
  readonly eta: z.input<typeof incidentEtaSchema>;
  readonly responsible: z.input<typeof incidentResponsibleSchema>;
  readonly asking: z.input<typeof incidentAskingSchema>;
  readonly restore: z.input<typeof incidentRestoreSchema>;
  readonly close: z.input<typeof incidentCloseSchema>;
}

/** Incidents and the network. */
export function incidentCalls(calls: Calls) {
  return {
    incidents: (filter: IncidentFilter) => calls.get(`incidents${query({ ...filter })}`, incidentListSchema),
    incident: (number: string) => calls.get(`incidents/${part(number)}`, incidentDetailSchema),
    openIncident: (incident: z.input<typeof incidentOpenSchema>) =>
      calls.post('incidents', incident, incidentNamedSchema),
    splitIncident: (number: string, split: z.input<typeof incidentSplitSchema>) =>
      calls.post(`incidents/${part(number)}/split`, split, incidentNamedSchema),
    moveIncident: <M extends keyof IncidentMoves>(number: string, move: M, decision: IncidentMoves[M]) =>
      calls.post(`incidents/${part(number)}/${move}`, decision, nothing),
    looseTickets: () => calls.get('loose-tickets', looseTicketListSchema),
    feeders: () => calls.get('feeders', feederListSchema),
    diagram: (feederId: string) => calls.get(`feeders/${part(feederId)}/diagram`, feederDiagramSchema),
  };
}
