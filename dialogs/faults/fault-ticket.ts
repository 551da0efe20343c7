import { SIGN_NAMES } from '../../domain/faults/intake/signs.ts';
import { gradeFault } from '../../domain/faults/severity.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import { ticketNumber } from '../../domain/tickets/ticket-number.ts';
import type { NewTicket, Ticket } from '../../store/repositories/ticket-book.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import type { Turn } from '../turn.ts';
import { beliefInWords } from './belief-in-words.ts';
import { beliefOf, believedFacts, type FaultValues, joinsIncident } from './fault-values.ts';

const LONGEST_DESCRIPTION = 4000;

/** What of a report stands in its ticket. */
function columnsOf(values: FaultValues) {
  const { severity, reasons } = gradeFault(values.facts);
  const facts = believedFacts(values);
  const signs = Object.fromEntries(
    SIGN_NAMES.flatMap((sign) => (values.signs[sign] ? [[sign, values.signs[sign]]] : [])),
  );
  return {
    severity,
    reasons: JSON.stringify(reasons),
    facts: JSON.stringify(Object.keys(signs).length > 0 ? { ...facts, signs } : facts),
    place: values.place,
    lat: values.position?.lat ?? null,
    lon: values.position?.lon ?? null,
    since: values.since,
    phone: values.phone,
    description: values.said.join('\n').slice(0, LONGEST_DESCRIPTION),
  };
}

/** What stands in a ticket and its history of a report: only what differs from it is written again. */
interface RecordedReport {
  readonly columns: ReturnType<typeof columnsOf>;
  readonly photos: readonly string[];
}

/** A ticket's row as RecordedReport, as JSON. Photos sent before are in its history already. */
export function recordedOf(ticket: Ticket): string {
  const { severity, reasons, facts, place, lat, lon, since, phone, description } = ticket;
  const columns = { severity, reasons, facts, place, lat, lon, since, phone, description };
  return JSON.stringify({ columns, photos: [] });
}

/** Opens the ticket in the turn's unit of work. */
export function openFaultTicket(turn: Turn, values: FaultValues): FaultValues {
  const { work, services, memory, now } = turn;
  const columns = columnsOf(values);
  const id = work.newId();
  const number = drawNumber(turn);
  const { class: believed } = beliefOf(values);
  const ticket: NewTicket = {
    id,
    number,
    // Danger has the clocks of a fault, whatever it comes from.
    kind: believed === 'metering' && !values.facts.no_power && values.facts.hazards.length === 0 ? 'meter' : 'fault',
    ...columns,
    account_id: memory.verified?.accountId ?? null,
    conversation_id: work.conversation.id,
    session_id: work.session.id,
    responsible_role: 'dispatcher',
    language: turn.language,
    created_at: now,
  };
  const photos = values.photos.length > 0 ? { photos: values.photos } : {};
  const data = { ...columns, ...whyOf(values), ...photos };
  work.add(...services.tickets.open(ticket, { at: now, actor: 'bot', type: 'opened', data }));
  const joined = joinedIncident(values);
  if (joined) work.add(...services.outages.join(joined.id, id, now));
  work.tellDesk({ type: 'ticket', ticketId: id });
  work.changeSession({ severity: columns.severity });
  memory.summary = { ...memory.summary, ticketNumbers: [...memory.summary.ticketNumbers, number] };
  return { ...values, ticket: { id, number, recorded: recordJson({ columns, photos: values.photos }) } };
}

/** The class that is believed and why, the outcome of a self-check, and the fault under repair that it joins: codes, for the history. */
function whyOf(values: FaultValues): Record<string, unknown> {
  const { class: believed, reasons } = beliefOf(values);
  const { check } = values;
  const joined = joinedIncident(values);
  return {
    ...(believed === 'unknown' ? {} : { belief: [`class.${believed}`, ...reasons] }),
    ...(check?.outcome ? { self_check: [`check.${check.outcome}`] } : {}),
    ...(joined ? { incident: joined.number } : {}),
  };
}

/** The fault under repair that the report joins. */
function joinedIncident(values: FaultValues): { readonly id: string; readonly number: string } | null {
  return joinsIncident(values) && values.known?.kind === 'incident' ? values.known : null;
}

/** Writes into a standing ticket what has been said since; tells which columns that changed. */
export function amendFaultTicket(turn: Turn, values: FaultValues): { values: FaultValues; changed: readonly string[] } {
  const { ticket } = values;
  const columns = columnsOf(values);
  const recorded = recordJson({ columns, photos: values.photos });
  if (!ticket || ticket.recorded === recorded) return { values, changed: [] };
  const before = reportIn(ticket.recorded);
  const known: Readonly<Record<string, unknown>> = before.columns;
  const changed = Object.fromEntries(Object.entries(columns).filter(([name, value]) => known[name] !== value));
  const photos = values.photos.filter((photo) => !before.photos.includes(photo));
  const data = {
    ...changed,
    ...(changed.facts === undefined ? {} : whyOf(values)),
    ...(photos.length > 0 ? { photos } : {}),
  };
  turn.work.add(
    ...turn.services.tickets.amend(ticket.id, columns, { at: turn.now, actor: 'bot', type: 'amended', data }),
  );
  turn.work.tellDesk({ type: 'ticket', ticketId: ticket.id });
  turn.work.changeSession({ severity: columns.severity });
  return { values: { ...values, ticket: { ...ticket, recorded } }, changed: Object.keys(data) };
}

/** An earlier version kept the columns alone: a deploy in the middle of a conversation must not break it. */
function reportIn(recorded: string): RecordedReport {
  const kept = JSON.parse(recorded) as RecordedReport | RecordedReport['columns'];
  return 'columns' in kept ? kept : { columns: kept, photos: [] };
}

function recordJson(report: RecordedReport): string {
  return JSON.stringify(report);
}

export function drawNumber(turn: Turn): string {
  const { date } = localTimeOf(turn.now, turn.services.profile.timeZone);
  return ticketNumber(date.slice(2).replaceAll('-', ''), turn.services.draw.ticketDigits());
}

/** The ticket as the customer sees it: its grade and why, what probably has failed, what was noted, what happens next. */
export function faultTicketCard(turn: Turn, values: FaultValues): CardOf<'ticket'> {
  const { words } = turn;
  const { labels } = words.ticket;
  const { severity, reasons } = gradeFault(values.facts);
  const place = values.place ?? (values.position ? words.ticket.positionShared : words.ticket.placeUnknown);
  const belief = beliefInWords(turn, beliefOf(values));
  return {
    kind: 'ticket',
    title: words.ticket.titles.fault ?? '',
    number: values.ticket?.number ?? '',
    severity,
    severityLabel: words.ticket.severity[severity],
    facts: [
      { label: labels.reasons, value: reasons.map((reason) => words.reasons[reason]).join(' · ') },
      ...(belief ? [{ label: labels.link, value: belief }] : []),
      { label: labels.place, value: place },
      ...(values.since ? [{ label: labels.since, value: values.since }] : []),
      ...(values.phone ? [{ label: labels.phone, value: values.phone }] : []),
      ...(values.photos.length > 0 ? [{ label: labels.photos, value: words.ticket.photos(values.photos.length) }] : []),
    ],
    next: nextSteps(turn, values),
    actions: [],
  };
}

function nextSteps({ words, services }: Turn, { signs }: FaultValues): string[] {
  const { standards } = services.profile;
  const { urban, rural, remote } = standards.arrivalMinutes;
  const { next } = words.ticket;
  return [
    ...(signs.breaker === 'trips_again' ? [words.fault.check.leaveOff] : []),
    next.dispatch(standards.dispatchMinutes.value),
    next.arrival(urban.value, rural.value, remote.value),
    next.eta,
    next.message,
  ];
}
