import { z } from 'zod';
import { decideAsking } from '../../desk/asking/decide-asking.ts';
import { listFeeders, showDiagram } from '../../desk/incidents/feeder-diagram.ts';
import type { IncidentDesk, IncidentOutcome } from '../../desk/incidents/incident-change.ts';
import { listIncidents, showIncident } from '../../desk/incidents/incidents.ts';
import { confirmIncident, openIncident, rejectIncident } from '../../desk/incidents/judge-incident.ts';
import { listLooseTickets } from '../../desk/incidents/loose-tickets.ts';
import { mergeIncident, splitIncident, takeTickets } from '../../desk/incidents/regroup-incident.ts';
import {
  closeIncident,
  entrustIncident,
  restoreIncident,
  sendCrew,
  setEta,
} from '../../desk/incidents/work-incident.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import { diagramQuerySchema, feederDiagramSchema, feederListSchema } from '../../web/protocol/desk/feeder.ts';
import {
  incidentDetailSchema,
  incidentListSchema,
  incidentNamedSchema,
  incidentQuerySchema,
  looseTicketListSchema,
} from '../../web/protocol/desk/incident.ts';
import {
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
} from '../../web/protocol/desk/incident-moves.ts';
import { type Route, route } from '../route.ts';
import { DONE, found, refusal } from './route-answers.ts';

const numberParams = z.strictObject({ number: z.string().regex(/^\w{1,40}$/) });
/** A device's id as the utility gives it, so long as nothing in it could lead elsewhere. */
const feederParams = z.strictObject({ id: z.string().regex(/^[^/\\\p{Cc}]{1,100}$/u) });

const READ = { access: RIGHTS['incidents.read'] } as const;
const WORK = { access: RIGHTS['incidents.work'], params: numberParams } as const;

/** The dispatch board: incidents in order, feeders as diagrams, and what dispatchers decide. */
export function incidentRoutes(desk: IncidentDesk): Route[] {
  return [...boardRoutes(desk), ...judgingRoutes(desk), ...groupingRoutes(desk), ...workingRoutes(desk)];
}

function boardRoutes(desk: IncidentDesk): Route[] {
  return [
    route({
      ...READ,
      method: 'get',
      path: '/api/desk/incidents',
      summary: 'Incidents: the open ones in the order they should be dealt with, with why; others as they changed last',
      query: incidentQuerySchema,
      answer: incidentListSchema,
      handle: async ({ caller, query }) => ({
        status: 200,
        body: await listIncidents(desk, caller, {
          ...query,
          mine: query.mine === 'true',
          unassigned: query.unassigned === 'true',
        }),
      }),
    }),
    route({
      ...WORK,
      method: 'get',
      path: '/api/desk/incidents/{number}',
      summary: 'An incident with its tickets, what may have failed instead, and what happened to it',
      answer: incidentDetailSchema,
      handle: async ({ caller, params }) => found(await showIncident(desk, caller, params.number)),
    }),
    route({
      access: WORK.access,
      method: 'get',
      path: '/api/desk/loose-tickets',
      summary: 'Open faults that belong to no incident, in the order they should be dealt with',
      answer: looseTicketListSchema,
      handle: async ({ caller }) => ({ status: 200, body: await listLooseTickets(desk, caller) }),
    }),
    route({
      ...READ,
      method: 'get',
      path: '/api/desk/feeders',
      summary: 'Feeders that can be shown as a diagram, with their open incidents',
      answer: feederListSchema,
      handle: async () => ({ status: 200, body: await listFeeders(desk.on) }),
    }),
    route({
      ...READ,
      method: 'get',
      path: '/api/desk/feeders/{id}/diagram',
      summary: 'A feeder as a tree to draw: what is live, dark, suspect or failed, and the reports',
      params: feederParams,
      query: diagramQuerySchema,
      answer: feederDiagramSchema,
      handle: async ({ params, query }) =>
        found(await showDiagram(desk.on, { ...params, services: query.services === 'true' })),
    }),
  ];
}

function judgingRoutes(desk: IncidentDesk): Route[] {
  return [
    route({
      access: WORK.access,
      method: 'post',
      path: '/api/desk/incidents',
      summary: 'Opens an incident by hand, for what no customer has reported',
      body: incidentOpenSchema,
      answer: incidentNamedSchema,
      statuses: [201],
      handle: async ({ caller, body }) => {
        const number = await openIncident(desk, caller, body);
        return number === null
          ? { ...refusal('unknown_device'), field: 'body.device' }
          : { status: 201, body: { number } };
      },
    }),
    route({
      ...WORK,
      method: 'post',
      path: '/api/desk/incidents/{number}/confirm',
      summary: 'The device has failed: the probable one, or another',
      body: incidentConfirmSchema,
      handle: async ({ caller, params, body }) => answerTo(await confirmIncident(desk, caller, { ...params, ...body })),
    }),
    route({
      ...WORK,
      method: 'post',
      path: '/api/desk/incidents/{number}/reject',
      summary: 'The device is sound, so that inference looks elsewhere; or there is no fault of the network at all',
      body: incidentRejectSchema,
      handle: async ({ caller, params, body }) => answerTo(await rejectIncident(desk, caller, { ...params, ...body })),
    }),
  ];
}

function groupingRoutes(desk: IncidentDesk): Route[] {
  return [
    route({
      ...WORK,
      method: 'post',
      path: '/api/desk/incidents/{number}/split',
      summary: 'Makes a second incident, at another device, of some of its tickets',
      body: incidentSplitSchema,
      answer: incidentNamedSchema,
      statuses: [201],
      handle: async ({ caller, params, body }) => {
        const outcome = await splitIncident(desk, caller, { ...params, ...body });
        return typeof outcome === 'string' ? refusalOf(outcome) : { status: 201, body: outcome };
      },
    }),
    route({
      ...WORK,
      method: 'post',
      path: '/api/desk/incidents/{number}/merge',
      summary: 'It goes into another with all its tickets; that one is as grave as the graver of the two',
      body: incidentMergeSchema,
      handle: async ({ caller, params, body }) => answerTo(await mergeIncident(desk, caller, { ...params, ...body })),
    }),
    route({
      ...WORK,
      method: 'post',
      path: '/api/desk/incidents/{number}/tickets',
      summary: 'Puts tickets on it by hand, from wherever they are; inference leaves them there',
      body: incidentTicketSchema,
      handle: async ({ caller, params, body }) => answerTo(await takeTickets(desk, caller, { ...params, ...body })),
    }),
  ];
}

function workingRoutes(desk: IncidentDesk): Route[] {
  return [
    route({
      ...WORK,
      method: 'post',
      path: '/api/desk/incidents/{number}/crew',
      summary: 'Sends a crew: to the incident, and to its tickets for which none is on site',
      body: incidentCrewSchema,
      handle: async ({ caller, params, body }) => answerTo(await sendCrew(desk, caller, { ...params, ...body })),
    }),
    route({
      ...WORK,
      method: 'post',
      path: '/api/desk/incidents/{number}/eta',
      summary: 'When supply is expected back, by whose word; `at` null withdraws it',
      body: incidentEtaSchema,
      handle: async ({ caller, params, body }) => answerTo(await setEta(desk, caller, { ...params, ...body })),
    }),
    route({
      ...WORK,
      method: 'post',
      path: '/api/desk/incidents/{number}/responsible',
      summary: 'Makes somebody responsible for it in place of whoever was',
      body: incidentResponsibleSchema,
      handle: async ({ caller, params, body }) => answerTo(await entrustIncident(desk, caller, { ...params, ...body })),
    }),
    route({
      ...WORK,
      method: 'post',
      path: '/api/desk/incidents/{number}/asking',
      summary: 'Starts or stops asking customers who have agreed to it whether they have power',
      body: incidentAskingSchema,
      handle: async ({ caller, params, body }) => answerTo(await decideAsking(desk, caller, { ...params, ...body })),
    }),
    route({
      ...WORK,
      method: 'post',
      path: '/api/desk/incidents/{number}/restore',
      summary: 'Supply is back: its tickets are restored and the interruption is recorded',
      body: incidentRestoreSchema,
      handle: async ({ caller, params, body }) => answerTo(await restoreIncident(desk, caller, { ...params, ...body })),
    }),
    route({
      ...WORK,
      method: 'post',
      path: '/api/desk/incidents/{number}/close',
      summary: 'It is settled; the cause goes into the figures of reliability',
      body: incidentCloseSchema,
      handle: async ({ caller, params, body }) => answerTo(await closeIncident(desk, caller, { ...params, ...body })),
    }),
  ];
}

function answerTo(outcome: IncidentOutcome) {
  return outcome === 'done' ? DONE : refusalOf(outcome);
}

function refusalOf(outcome: Exclude<IncidentOutcome, 'done'>) {
  switch (outcome) {
    case 'eta_in_the_past':
      return { ...refusal('in_the_past'), field: 'body.at' };
    case 'restored_in_the_future':
      return { ...refusal('in_the_future'), field: 'body.at' };
    default:
      return refusal(outcome);
  }
}
