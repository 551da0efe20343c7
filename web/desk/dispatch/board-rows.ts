import type { IncidentItem, LooseTicketList, Reason } from '../../protocol/desk/incident.ts';
import type { IncidentFilter } from '../api/calls/incident-calls.ts';

export type LooseTicket = LooseTicketList['tickets'][number];

/** A line of the board: an incident, or a fault that belongs to none. */
export type BoardRow =
  | { readonly kind: 'incident'; readonly id: string; readonly number: string; readonly incident: IncidentItem }
  | { readonly kind: 'ticket'; readonly id: string; readonly number: string; readonly ticket: LooseTicket };

/** Two lists, each in its order, as one: what is more urgent by its own reasons stands first, an incident before its equal. */
export function boardRows(incidents: readonly IncidentItem[], tickets: readonly LooseTicket[]): BoardRow[] {
  const rows: BoardRow[] = [];
  let next = 0;
  const takeTicket = (): boolean => {
    const ticket = tickets[next];
    if (ticket === undefined) return false;
    rows.push({ kind: 'ticket', id: ticket.id, number: ticket.number, ticket });
    next += 1;
    return true;
  };
  for (const incident of incidents) {
    while (isMoreUrgent(tickets[next], incident)) takeTicket();
    rows.push({ kind: 'incident', id: incident.id, number: incident.number, incident });
  }
  while (takeTicket());
  return rows;
}

function isMoreUrgent(ticket: LooseTicket | undefined, incident: IncidentItem): boolean {
  if (ticket === undefined) return false;
  const [a, b] = [urgency(ticket.order), urgency(incident.order)];
  const at = a.findIndex((value, index) => value !== b[index]);
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** As numbers to compare one after the other, lower first: the order that the server goes by. */
function urgency(order: readonly Reason[]): number[] {
  const figure = (code: string, name: string) => order.find((reason) => reason.code === code)?.values[name];
  const has = (code: string) => order.some((reason) => reason.code === code);
  return [
    figure('severity', 'grade') ?? 4,
    Number(!has('life_at_risk')),
    Number(!has('trunk')),
    Number(!has('critical_site')),
    -(figure('customers', 'count') ?? 0),
    figure('clock', 'minutes') ?? Number.POSITIVE_INFINITY,
  ];
}

/** Tickets that pass the board's filter; of which feeder a ticket on no incident is, nobody knows. */
export function passing(tickets: readonly LooseTicket[], filter: IncidentFilter, staffId: string): LooseTicket[] {
  const { state = 'open', severity, feeder, mine, unassigned } = filter;
  if (state !== 'open' || feeder !== undefined) return [];
  return tickets.filter(
    (ticket) =>
      (severity === undefined || ticket.severity === severity) &&
      (mine !== 'true' || ticket.responsibleId === staffId) &&
      (unassigned !== 'true' || ticket.crew === null),
  );
}

export interface HeldRow {
  readonly row: BoardRow;
  /** It no longer stands here, but is kept in its place until the board may move. */
  readonly gone: boolean;
}

export interface HeldBoard {
  readonly rows: readonly HeldRow[];
  /** Rows that have come, gone or moved meanwhile. */
  readonly changes: number;
  /** An emergency is among those that have come. */
  readonly grave: boolean;
}

/** The board in the places it had, its contents up to date: nothing jumps under a hand that is about to click. */
export function holdBoard(shown: readonly BoardRow[], latest: readonly BoardRow[]): HeldBoard {
  const news = new Map(latest.map((row) => [row.id, row]));
  const before = new Set(shown.map(({ id }) => id));
  const kept = shown.filter(({ id }) => news.has(id));
  const order = latest.filter(({ id }) => before.has(id));
  const come = latest.filter(({ id }) => !before.has(id));
  const moved = kept.filter(({ id }, index) => order[index]?.id !== id).length;
  return {
    rows: shown.map((row) => ({ row: news.get(row.id) ?? row, gone: !news.has(row.id) })),
    changes: shown.length - kept.length + come.length + moved,
    grave: come.some(isGrave),
  };
}

function isGrave(row: BoardRow): boolean {
  const { severity, lifeAtRisk } = row.kind === 'incident' ? row.incident : row.ticket;
  return severity === 'P1' || lifeAtRisk;
}
