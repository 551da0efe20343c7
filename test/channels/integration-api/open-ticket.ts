import { randomUUID } from 'node:crypto';
import type { NewTicket } from '../../../store/repositories/ticket-book.ts';
import type { DeskRig } from '../../desk/desk-rig.ts';

/** A ticket as the bot opens it; its number. */
export async function openTicket({ database, parts, now }: DeskRig, given: Partial<NewTicket>): Promise<string> {
  const id = randomUUID();
  const ticket: NewTicket = {
    ...{ id, number: id.replaceAll('-', ''), kind: 'fault', severity: 'P3', reasons: '[]', facts: null },
    ...{ place: null, lat: null, lon: null, since: null, phone: null, description: 'dark', account_id: null },
    ...{ conversation_id: null, session_id: null, responsible_role: 'dispatcher', language: null, created_at: now },
    ...given,
  };
  const entry = { at: now, actor: 'bot', type: 'opened', data: {} };
  const { ok } = await database.commit(parts.repositories.ticketBook.open(ticket, entry));
  if (!ok) throw new Error('the ticket was not opened');
  return ticket.number;
}
