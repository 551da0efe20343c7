import { gradeFault } from '../../domain/faults/severity.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import { ticketNumber } from '../../domain/tickets/ticket-number.ts';
import type { NewTicket } from '../../store/repositories/ticket-book.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import type { Turn } from '../turn.ts';
import type { FaultValues } from './fault-values.ts';

const LONGEST_DESCRIPTION = 4000;

/** What of a report stands in its ticket. */
function columnsOf(values: FaultValues) {
  const { severity, reasons } = gradeFault(values.facts);
  return {
    severity,
    reasons: JSON.stringify(reasons),
    facts: JSON.stringify(values.facts),
    place: values.place,
    lat: values.position?.lat ?? null,
    lon: values.position?.lon ?? null,
    since: values.since,
    phone: values.phone,
    description: values.said.join('\n').slice(0, LONGEST_DESCRIPTION),
  };
}

/** Opens the ticket in the turn's unit of work. */
export function openFaultTicket(turn: Turn, values: FaultValues): FaultValues {
  const { work, services, memory, now } = turn;
  const columns = columnsOf(values);
  const id = work.newId();
  const number = drawNumber(turn);
  const ticket: NewTicket = {
    id,
    number,
    kind: values.facts.class === 'metering' && !values.facts.no_power ? 'meter' : 'fault',
    ...columns,
    account_id: memory.verified?.accountId ?? null,
    conversation_id: work.conversation.id,
    session_id: work.session.id,
    responsible_role: 'dispatcher',
    language: turn.language,
    created_at: now,
  };
  const photos = values.photos.length > 0 ? { photos: values.photos } : {};
  work.add(
    ...services.tickets.open(ticket, { at: now, actor: 'bot', type: 'opened', data: { ...columns, ...photos } }),
  );
  work.tellDesk({ type: 'ticket', ticketId: id });
  work.changeSession({ severity: columns.severity });
  memory.summary = { ...memory.summary, ticketNumbers: [...memory.summary.ticketNumbers, number] };
  return { ...values, ticket: { id, number, recorded: JSON.stringify(columns) } };
}

/** Writes into a standing ticket what has been said since; tells which columns that changed. */
export function amendFaultTicket(turn: Turn, values: FaultValues): { values: FaultValues; changed: readonly string[] } {
  const { ticket } = values;
  const columns = columnsOf(values);
  const recorded = JSON.stringify(columns);
  if (!ticket || ticket.recorded === recorded) return { values, changed: [] };
  const before = JSON.parse(ticket.recorded) as Record<string, unknown>;
  const changed = Object.fromEntries(Object.entries(columns).filter(([name, value]) => before[name] !== value));
  turn.work.add(
    ...turn.services.tickets.amend(ticket.id, columns, { at: turn.now, actor: 'bot', type: 'amended', data: changed }),
  );
  turn.work.tellDesk({ type: 'ticket', ticketId: ticket.id });
  turn.work.changeSession({ severity: columns.severity });
  return { values: { ...values, ticket: { ...ticket, recorded } }, changed: Object.keys(changed) };
}

export function drawNumber(turn: Turn): string {
  const { date } = localTimeOf(turn.now, turn.services.profile.timeZone);
  return ticketNumber(date.slice(2).replaceAll('-', ''), turn.services.draw.ticketDigits());
}

/** The ticket as the customer sees it: its grade and why, what was noted, what happens next. */
export function faultTicketCard(turn: Turn, values: FaultValues): CardOf<'ticket'> {
  const { words } = turn;
  const { labels } = words.ticket;
  const { severity, reasons } = gradeFault(values.facts);
  const place = values.place ?? (values.position ? words.ticket.positionShared : words.ticket.placeUnknown);
  return {
    kind: 'ticket',
    title: words.ticket.titles.fault ?? '',
    number: values.ticket?.number ?? '',
    severity,
    severityLabel: words.ticket.severity[severity],
    facts: [
      { label: labels.reasons, value: reasons.map((reason) => words.reasons[reason]).join(' · ') },
      { label: labels.place, value: place },
      ...(values.since ? [{ label: labels.since, value: values.since }] : []),
      ...(values.phone ? [{ label: labels.phone, value: values.phone }] : []),
    ],
    next: nextSteps(turn),
    actions: [],
  };
}

function nextSteps({ words, services }: Turn): string[] {
  const { standards } = services.profile;
  const { urban, rural, remote } = standards.arrivalMinutes;
  const { next } = words.ticket;
  return [
    next.dispatch(standards.dispatchMinutes.value),
    next.arrival(urban.value, rural.value, remote.value),
    next.eta,
    next.message,
  ];
}
