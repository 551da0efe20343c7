import type { z } from 'zod';
import { type DutyEdit, rosterSchema } from '../../../protocol/desk/roster.ts';
import {
  ticketDetailSchema,
  ticketListSchema,
  type ticketMoveSchema,
  ticketNoticeListSchema,
  type ticketResponsibleSchema,
  type ticketZoneSchema,
} from '../../../protocol/desk/ticket.ts';
import { anything, type Calls, nothing, part, query } from './calls.ts';

export interface TicketFilter {
  readonly state: string | null;
  readonly severity: string | null;
  /** Only those that the reader is responsible for. */
  readonly mine: boolean;
  /** `at_risk`, `breached`, or null for all. */
  readonly clock: string | null;
}

/** Tickets, their clocks, and who is on duty for them. */
export function ticketCalls(calls: Calls) {
  return {
    tickets: (filter: TicketFilter, cursor: string | null) =>
      calls.get(
        `tickets${query({ cursor, state: filter.state, severity: filter.severity, clock: filter.clock, mine: filter.mine ? 'true' : null })}`,
        ticketListSchema,
      ),
    ticket: (number: string) => calls.get(`tickets/${part(number)}`, ticketDetailSchema),

    moveTicket: (number: string, move: z.infer<typeof ticketMoveSchema>) =>
      calls.post(`tickets/${part(number)}/moves`, move, nothing),
    setResponsible: (number: string, change: z.infer<typeof ticketResponsibleSchema>) =>
      calls.post(`tickets/${part(number)}/responsible`, change, nothing),
    setZone: (number: string, change: z.infer<typeof ticketZoneSchema>) =>
      calls.post(`tickets/${part(number)}/zone`, change, nothing),
    chaseTicket: (number: string) => calls.post(`tickets/${part(number)}/chases`, {}, nothing),
    notices: () => calls.get('notices', ticketNoticeListSchema),
    seeNotice: (number: string, clock: string) => calls.post(`tickets/${part(number)}/seen`, { clock }, nothing),

    roster: () => calls.get('roster', rosterSchema),
    addDuty: (duty: DutyEdit) => calls.post('roster', duty, anything),
    changeDuty: (id: string, duty: DutyEdit) => calls.put(`roster/${part(id)}`, duty, anything),
    removeDuty: (id: string) => calls.remove(`roster/${part(id)}`),
  };
}
