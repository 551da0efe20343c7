import { ticketNumberIn } from '../../domain/tickets/ticket-number.ts';
import { saysHurry } from '../../nlu/says-hurry.ts';
import { saysUnknown } from '../../nlu/says-unknown.ts';
import type { Ticket } from '../../store/repositories/ticket-book.ts';
import type { Frame } from '../frame/frame.ts';
import type { Offer } from '../offer.ts';
import { type Where, whereIn } from '../places/where.ts';
import type { Turn } from '../turn.ts';
import { chaseUp } from './chase-up.ts';
import { type Eta, etaInWords } from './eta-in-words.ts';
import { incidentsInWords } from './known-outages.ts';
import { ownTicketsCard, strangerTicketCard } from './status-card.ts';

export const ASK_FAULT_STATUS = 'ask_fault_status';

interface StatusValues {
  /** A ticket's number as it was given. */
  readonly number: string | null;
  readonly place: Where | null;
  /** The customer's own tickets answer the question where neither was given. */
  readonly own: boolean;
  /** The customer's words where they want it hurried. */
  readonly hurry: string | null;
}

/** How far a fault is: by the ticket's number, by the customer's own tickets, or by what is known at a place. */
export const askFaultStatus: Frame<StatusValues> = {
  id: ASK_FAULT_STATUS,
  version: 2,
  start: () => ({ number: null, place: null, own: false, hurry: null }),
  fill: (values, heard, pending) => ({
    ...values,
    number: ticketNumberIn(heard.text) ?? values.number,
    place: saysUnknown(heard.text) ? values.place : (whereIn(heard, pending === 'ticket') ?? values.place),
    hurry: saysHurry(heard.text) ? heard.text : values.hurry,
  }),
  next: ({ number, place, own }) => (number === null && place === null && !own ? 'ticket' : null),
  ask: ({ words }, _values, { again }) => ({
    text: again ? words.ticket.askNumberAgain : words.ticket.askNumber,
  }),

  async before(turn, values) {
    if (values.number !== null && !(await turn.services.tickets.byNumber(values.number))) {
      await turn.say({ text: turn.words.ticket.noneFound });
      return { ...values, number: null };
    }
    if (values.number !== null || values.place !== null) return values;
    return { ...values, own: (await ownTickets(turn)).length > 0 };
  },

  skip: () => null,

  async finish(turn, { number, place, hurry }) {
    const ticket = number === null ? undefined : await turn.services.tickets.byNumber(number);
    if (ticket) return sayTicket(turn, ticket, hurry);
    if (place) return sayPlace(turn, place);
    const tickets = await ownTickets(turn);
    const card = ownTicketsCard(turn, tickets);
    const lines = [turn.words.status.found, ...(await etaOf(turn, tickets)), ...chaseUp(turn, tickets, hurry)];
    await turn.say({ text: lines.join('\n'), card });
  },

  async cancel(turn) {
    await turn.say({ text: turn.words.common.cancelled });
  },

  gathered: ({ number }) => (number === null ? {} : { ticket: number }),
};

/** Those of this conversation, and of the account that was verified. */
async function ownTickets({ services, work, memory }: Turn): Promise<Ticket[]> {
  const [here, ofAccount] = await Promise.all([
    services.tickets.ofConversation(work.conversation.id, MOST_SHOWN),
    memory.verified ? services.tickets.ofAccount(memory.verified.accountId, MOST_SHOWN) : [],
  ]);
  const others = ofAccount.filter(({ id }) => here.every((ticket) => ticket.id !== id));
  return [...here, ...others].sort((a, b) => b.created_at - a.created_at).slice(0, MOST_SHOWN);
}

const MOST_SHOWN = 5;

/** Whoever has a number may know how far it is; place and telephone are for those whose ticket it is. */
async function sayTicket(turn: Turn, ticket: Ticket, hurry: string | null): Promise<void> {
  const { work, memory, words } = turn;
  const own =
    ticket.conversation_id === work.conversation.id ||
    (memory.verified !== null && ticket.account_id === memory.verified.accountId);
  const more = own ? [...(await etaOf(turn, [ticket])), ...chaseUp(turn, [ticket], hurry)] : [];
  await turn.say({
    text: [words.status.ofNumber(ticket.number), ...more].join('\n'),
    card: own ? ownTicketsCard(turn, [ticket]) : strangerTicketCard(turn, ticket),
  });
}

/** The newest open fault's own restoration time; where it has none, what is known at its place. */
async function etaOf(turn: Turn, tickets: readonly Ticket[]): Promise<string[]> {
  const ticket = tickets.find(({ kind, closed_at }) => kind === 'fault' && closed_at === null);
  const own = ticket && etaInWords(turn, etaOn(ticket));
  if (own) return [own];
  if (!ticket?.place) return [];
  const { incidents } = await turn.services.outages.at(ticket.place, turn.now);
  return incidentsInWords(turn, incidents);
}

function etaOn({ eta_at, eta_source, eta_set_at }: Ticket): Eta | null {
  return eta_at === null || eta_source === null || eta_set_at === null
    ? null
    : { at: eta_at, source: eta_source, setAt: eta_set_at };
}

async function sayPlace(turn: Turn, place: Where): Promise<void> {
  const { services, words, language, now } = turn;
  const area = place.kind === 'area' ? place : place.kind === 'position' ? services.areas.around(place) : null;
  const known = area ? await services.outages.inArea(area.code, now) : { incidents: [] };
  const incidents = incidentsInWords(turn, known.incidents);
  const name = area ? (language === 'en' ? area.name.en : area.name.zh) : words.ticket.positionShared;
  const offers: Offer[] = [{ label: words.status.offers.report, meaning: { kind: 'intent', intent: 'report_outage' } }];
  await turn.say({ text: incidents.length > 0 ? incidents.join('\n') : words.status.noneHere(name), offers });
}
