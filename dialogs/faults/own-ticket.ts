import { z } from 'zod';
import {
  FAULT_CLASSES,
  type FaultFacts,
  HAZARDS,
  PEOPLE_AT_RISK,
  SCOPES,
  SITES,
} from '../../domain/faults/fault-facts.ts';
import { SIGNS, type Signs } from '../../domain/faults/intake/signs.ts';
import { mergeFacts } from '../../domain/faults/merge-facts.ts';
import { isOver, movesFrom } from '../../domain/tickets/ticket-states.ts';
import type { Ticket } from '../../store/repositories/ticket-book.ts';
import type { Turn } from '../turn.ts';
import { recordedOf } from './fault-ticket.ts';
import type { FaultValues, OwnTicket } from './fault-values.ts';

/** So many are looked at for one that is open. */
const MOST_LOOKED_AT = 20;

/**
 * Looks once for an open fault ticket of this conversation or of the verified account; takes it up where the customer says
 * that it is the same, or names its place, so that no report is doubled. Another place is another fault.
 */
export async function withOwnTicket(turn: Turn, values: FaultValues): Promise<FaultValues> {
  if (values.ticket) return values;
  const looked = values.ownAnswer === 'not_looked' ? await look(turn, values) : values;
  const { own, place, ownAnswer } = looked;
  if (!own || ownAnswer === 'other') return looked;
  if (ownAnswer === 'add') return takeUp(turn, looked);
  if (ownAnswer !== 'unknown' || place === null) return looked;
  return isSamePlace(own.place, place) ? takeUp(turn, looked) : { ...looked, ownAnswer: 'other' };
}

/** Whether there is one that a report may be about. */
export async function hasOpenTicket(turn: Turn): Promise<boolean> {
  return (await newestOpen(turn)) !== undefined;
}

async function look(turn: Turn, values: FaultValues): Promise<FaultValues> {
  const ticket = await newestOpen(turn);
  if (!ticket) return { ...values, ownAnswer: 'other' };
  const { id, number, place, state, created_at } = ticket;
  return { ...values, own: { id, number, place, state, createdAt: created_at }, ownAnswer: 'unknown' };
}

/** Of this conversation or of the verified account. */
async function newestOpen({ services, work, memory }: Turn): Promise<Ticket | undefined> {
  const [here, ofAccount] = await Promise.all([
    services.tickets.ofConversation(work.conversation.id, MOST_LOOKED_AT),
    memory.verified ? services.tickets.ofAccount(memory.verified.accountId, MOST_LOOKED_AT) : [],
  ]);
  return [...here, ...ofAccount]
    .filter(({ kind, state }) => kind === 'fault' && !isOver(state))
    .sort((left, right) => right.created_at - left.created_at)[0];
}

/** The report goes on as that ticket's: what stands in it is known, what was said now is added. */
async function takeUp(turn: Turn, values: FaultValues): Promise<FaultValues> {
  const ticket = values.own && (await turn.services.tickets.byNumber(values.own.number));
  if (!ticket || isOver(ticket.state)) return { ...values, own: null, ownAnswer: 'other' };
  const before = factsOf(ticket);
  return {
    ...values,
    facts: before ? mergeFacts(before.facts, values.facts) : values.facts,
    signs: { ...before?.signs, ...values.signs },
    said: [ticket.description, ...values.said],
    place: values.place ?? ticket.place,
    position:
      values.position ?? (ticket.lat !== null && ticket.lon !== null ? { lat: ticket.lat, lon: ticket.lon } : null),
    since: values.since ?? ticket.since,
    phone: values.phone ?? ticket.phone,
    placeless: ticket.place === null,
    ownAnswer: 'add',
    ticket: { id: ticket.id, number: ticket.number, recorded: recordedOf(ticket) },
  };
}

const signSchema = z.object({
  neighbours: z.enum([...SIGNS.neighbours, 'unknown']),
  extent: z.enum([...SIGNS.extent, 'unknown']),
  breaker: z.enum([...SIGNS.breaker, 'unknown']),
  meter: z.enum([...SIGNS.meter, 'unknown']),
});
const factsSchema = z.object({
  class: z.enum(FAULT_CLASSES),
  hazards: z.array(z.enum(HAZARDS)),
  people: z.array(z.enum(PEOPLE_AT_RISK)),
  site: z.array(z.enum(SITES)),
  scope: z.enum(SCOPES),
  no_power: z.boolean(),
  signs: signSchema.partial().optional(),
});

/** What stands in a ticket; null where it is none of this version's. */
function factsOf({ facts }: Ticket): { facts: FaultFacts; signs: Signs } | null {
  const parsed = factsSchema.safeParse(facts === null ? null : JSON.parse(facts));
  if (!parsed.success) return null;
  const { signs = {}, ...rest } = parsed.data;
  const told = Object.fromEntries(Object.entries(signs).filter(([, shown]) => shown !== undefined)) as Signs;
  return { facts: rest, signs: told };
}

/** One names the other, written apart or together. */
function isSamePlace(known: string | null, said: string): boolean {
  if (known === null) return false;
  const [left, right] = [known, said].map((place) =>
    place
      .normalize('NFKC')
      .replace(/[\s,，]/gu, '')
      .toLowerCase(),
  );
  return left !== undefined && right !== undefined && (left.includes(right) || right.includes(left));
}

/**
 * Calls an own ticket off where nobody is under way yet; a dangerous one stays, and people read that the customer wants
 * it called off. What to say of it.
 */
export async function callOff(turn: Turn, own: OwnTicket): Promise<string> {
  const { work, services, words, now } = turn;
  const ticket = await services.tickets.byNumber(own.number);
  if (!ticket || isOver(ticket.state)) return words.fault.own.gone(own.number);
  const entry = { at: now, actor: 'customer' };
  work.tellDesk({ type: 'ticket', ticketId: ticket.id });
  if (!CALLED_OFF_FROM.has(ticket.state) || !movesFrom(ticket).includes('cancelled') || ticket.severity === 'P1') {
    work.add(services.tickets.enter(ticket.id, { ...entry, type: 'note', data: CALLED_OFF }));
    return words.fault.own.callOffNoted(own.number);
  }
  const change = { state: 'cancelled' as const, closed_at: now };
  const data = { from: ticket.state, to: 'cancelled', ...CALLED_OFF };
  work.add(...services.tickets.amend(ticket.id, change, { ...entry, type: 'state', data }, ticket.version));
  return words.fault.own.calledOff(own.number);
}

/** As the history has it. */
const CALLED_OFF = { customer: ['customer.called_off'] } as const;

const CALLED_OFF_FROM: ReadonlySet<string> = new Set(['received', 'acknowledged', 'returned']);
