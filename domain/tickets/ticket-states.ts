/** In the order of a ticket's life; work that comes back is `returned`, work that falls away `cancelled`. */
export const TICKET_STATES = [
  'received',
  'acknowledged',
  'crew_assigned',
  'en_route',
  'on_site',
  'restored',
  'called_back',
  'closed',
  'returned',
  'cancelled',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** What of a ticket says how it may move on. */
export interface MovingTicket {
  readonly kind: string;
  readonly state: TicketState;
  /** Milliseconds since 1970; null until it was so. */
  readonly dispatchedAt: number | null;
  readonly arrivedAt: number | null;
  readonly contactedAt: number | null;
  /** The crew at work. */
  readonly crew: string | null;
  /** The crew that was on site first (CIM firstResponder). */
  readonly firstResponder: string | null;
}

export interface TicketMove {
  readonly to: TicketState;
  /** Needed to assign one. */
  readonly crew?: string | undefined;
  /** Needed to return or cancel: why. */
  readonly note?: string | undefined;
}

/** What a move sets; a field that is absent stays as it is. */
export interface TicketMoved {
  readonly state: TicketState;
  readonly crew?: string | null;
  readonly dispatchedAt?: number;
  readonly returnedAt?: number;
  readonly redispatchedAt?: number | null;
  readonly arrivedAt?: number;
  readonly firstResponder?: string | null;
  /** CIM resolvedDateTime. */
  readonly resolvedAt?: number | null;
  /** When the customer was spoken to. */
  readonly contactedAt?: number | null;
  readonly closedAt?: number;
}

export type MoveOutcome =
  | { readonly kind: 'moved'; readonly change: TicketMoved }
  | { readonly kind: 'refused'; readonly reason: 'not_from_here' | 'crew_missing' | 'note_missing' };

/** Moves a ticket at a moment, or says why that is not possible. */
export function moveTicket(ticket: MovingTicket, { to, crew, note }: TicketMove, at: number): MoveOutcome {
  if (!movesFrom(ticket).includes(to)) return { kind: 'refused', reason: 'not_from_here' };
  if (to === 'crew_assigned' && !crew) return { kind: 'refused', reason: 'crew_missing' };
  if ((to === 'returned' || to === 'cancelled') && !note) return { kind: 'refused', reason: 'note_missing' };
  return { kind: 'moved', change: { state: to, ...effectsOf(ticket, to, { crew, at }) } };
}

/**
 * Supply is back, by the word of somebody who follows no crews: from any state in which a fault is not yet restored. When
 * a crew arrived is not known then, but not later than this.
 */
export function restoreTicket({ kind, state, arrivedAt }: MovingTicket, at: number): MoveOutcome {
  const open = isFieldWork(kind) && !isOver(state) && !isRestored(state);
  if (!open) return { kind: 'refused', reason: 'not_from_here' };
  return {
    kind: 'moved',
    change: { state: 'restored', resolvedAt: at, ...(arrivedAt === null ? { arrivedAt: at } : {}) },
  };
}

/** The states that a ticket may go to from where it is, in the order of its life. */
export function movesFrom({ kind, state }: Pick<MovingTicket, 'kind' | 'state'>): readonly TicketState[] {
  return (isFieldWork(kind) ? FIELD_MOVES : OFFICE_MOVES)[state];
}

export function isOver(state: TicketState): boolean {
  return state === 'closed' || state === 'cancelled';
}

/** Done on site: what is left is to hear from the customer. */
export function isRestored(state: TicketState): boolean {
  return state === 'restored' || state === 'called_back';
}

/** The states in which work on site is done. */
export const RESTORED_STATES = ['restored', 'called_back'] as const satisfies readonly TicketState[];

/** Work for which a crew goes out. */
export function isFieldWork(kind: string): boolean {
  return FIELD_KINDS.has(kind);
}

const FIELD_KINDS: ReadonlySet<string> = new Set(['fault', 'meter', 'reconnection', 'damage_claim']);

type Moves = Readonly<Record<TicketState, readonly TicketState[]>>;

const FIELD_MOVES: Moves = {
  received: ['acknowledged', 'crew_assigned', 'cancelled'],
  acknowledged: ['crew_assigned', 'returned', 'cancelled'],
  // Another crew may take over until one is on site.
  crew_assigned: ['crew_assigned', 'en_route', 'on_site', 'returned', 'cancelled'],
  en_route: ['crew_assigned', 'on_site', 'returned', 'cancelled'],
  on_site: ['restored', 'returned', 'cancelled'],
  // Returned where the customer is still without supply.
  restored: ['called_back', 'closed', 'returned'],
  called_back: ['closed', 'returned'],
  closed: [],
  returned: ['acknowledged', 'crew_assigned', 'cancelled'],
  cancelled: [],
};

/** Nobody goes out: whoever has acknowledged it settles it. What a crew once had is closed all the same. */
const OFFICE_MOVES: Moves = {
  received: ['acknowledged', 'called_back', 'cancelled'],
  acknowledged: ['called_back', 'closed', 'returned', 'cancelled'],
  crew_assigned: ['closed', 'returned', 'cancelled'],
  en_route: ['closed', 'returned', 'cancelled'],
  on_site: ['closed', 'returned', 'cancelled'],
  restored: ['closed', 'returned'],
  called_back: ['closed', 'returned', 'cancelled'],
  closed: [],
  returned: ['acknowledged', 'called_back', 'cancelled'],
  cancelled: [],
};

function effectsOf(
  ticket: MovingTicket,
  to: TicketState,
  { crew, at }: { crew: string | undefined; at: number },
): Omit<TicketMoved, 'state'> {
  switch (to) {
    case 'crew_assigned':
      return { crew: crew ?? null, ...dispatched(ticket, at) };
    case 'on_site':
      // Who came first came first, whatever was returned since.
      return ticket.arrivedAt === null ? { arrivedAt: at, firstResponder: ticket.crew } : {};
    case 'restored':
      return { resolvedAt: at };
    case 'called_back':
      return { contactedAt: ticket.contactedAt ?? at };
    case 'returned':
      return returned(ticket, at);
    case 'closed':
    case 'cancelled':
      return { closedAt: at };
    case 'received':
    case 'acknowledged':
    case 'en_route':
      return {};
  }
}

/** The first time is the time of dispatch; a crew that takes over from another changes none. */
function dispatched(ticket: MovingTicket, at: number): Omit<TicketMoved, 'state'> {
  if (isWithCrew(ticket.state)) return {};
  const first = ticket.dispatchedAt === null ? { dispatchedAt: at } : {};
  return wasWorkedOn(ticket) ? { ...first, redispatchedAt: at } : first;
}

/** Work that somebody has had is to be given to a crew anew. Whoever was called back about a repair was told of one that did not hold. */
function returned(ticket: MovingTicket, at: number): Omit<TicketMoved, 'state'> {
  return {
    crew: null,
    resolvedAt: null,
    ...(isFieldWork(ticket.kind) ? { contactedAt: null } : {}),
    ...(wasWorkedOn(ticket) ? { returnedAt: at, redispatchedAt: null } : {}),
  };
}

/** A crew has had it, or it was restored by the word of somebody who follows no crews. */
function wasWorkedOn({ dispatchedAt, arrivedAt }: MovingTicket): boolean {
  return dispatchedAt !== null || arrivedAt !== null;
}

function isWithCrew(state: TicketState): boolean {
  return state === 'crew_assigned' || state === 'en_route';
}
