import { risksLife } from '../../domain/incidents/grade-incident.ts';
import { compareUrgency, orderReasons, type Urgent } from '../../domain/incidents/incident-order.ts';
import { raisedBy } from '../../domain/tickets/chases.ts';
import { firstToRunOut } from '../../domain/tickets/ticket-clocks.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';
import type { LooseTicketList } from '../../web/protocol/desk/incident.ts';
import type { Actor } from '../actor.ts';
import { noteLook } from '../look-log.ts';
import { clocksOf } from '../tickets/clocks-of.ts';
import { ticketItemOf } from '../tickets/tickets.ts';
import type { IncidentDesk } from './incident-change.ts';
import { placementsOf, UNPLACED } from './placements-of.ts';
import { reasonList } from './stored-json.ts';

const MOST = 500;

/** Open faults that belong to no incident, in the order they should be dealt with. */
export async function listLooseTickets({ desk, on }: IncidentDesk, actor: Actor): Promise<LooseTicketList> {
  const found = await on.reports.loose(MOST + 1);
  const tickets = found.slice(0, MOST);
  await noteLook(desk, actor, 'tickets');
  const [names, placements] = await Promise.all([
    desk.repositories.staff.namesOf(tickets.flatMap(({ responsible_id }) => responsible_id ?? [])),
    placementsOf(
      on,
      tickets.map(({ id }) => id),
    ),
  ]);
  const shown = tickets.map((ticket) => ({ ticket, urgency: urgencyOf(desk, ticket) }));
  shown.sort((a, b) => compareUrgency(a.urgency, b.urgency) || a.ticket.created_at - b.ticket.created_at);
  return {
    tickets: shown.map(({ ticket, urgency }) => ({
      ...ticketItemOf(desk, ticket, names),
      placement: placements.get(ticket.id) ?? UNPLACED,
      lifeAtRisk: urgency.lifeAtRisk,
      order: orderReasons(urgency, on.now()).map(({ code, values }) => ({ code, values: { ...values } })),
    })),
    more: found.length > MOST,
  };
}

function urgencyOf(desk: IncidentDesk['desk'], ticket: StoredTicket): Urgent {
  const reasons = reasonList.parse(ticket.reasons);
  const clock = firstToRunOut(clocksOf(desk, ticket));
  return {
    severity: ticket.severity,
    lifeAtRisk: risksLife({ severity: ticket.severity, reasons }),
    lifeSupport: Number(reasons.includes('people.life_support')),
    criticalSites: Number(reasons.includes('site.critical_without_power')),
    deviceKind: null,
    customers: 1,
    chased: raisedBy(ticket.chases, desk.standards),
    dueAt: clock?.dueAt ?? null,
  };
}
