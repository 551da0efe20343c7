import type { ClockName } from '../../domain/tickets/ticket-clocks.ts';
import type { TicketNotice } from '../../web/protocol/desk/ticket.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import type { DeskParts } from '../desk-parts.ts';

/** What somebody is told of clocks that run out and has not seen yet: one word for each clock, the gravest. */
export async function listNotices({ repositories }: DeskParts, actor: Actor): Promise<TicketNotice[]> {
  const rows = await repositories.ticketNotices.unseen({
    staffId: actor.staffId,
    supervisor: actor.roles.includes('supervisor'),
  });
  const byClock = new Map<string, TicketNotice>();
  for (const { id, due_at, ...row } of rows) {
    const key = `${id} ${row.clock}`;
    const known = byClock.get(key);
    if (known?.level === 'breach' || (known && row.level === 'warn')) continue;
    byClock.set(key, { ...row, ticketId: id, dueAt: due_at });
  }
  return [...byClock.values()];
}

/** Somebody has seen what they are told of a ticket's clock; false where there is no such ticket. */
export async function seeNotice(
  parts: DeskParts,
  { staffId, roles }: Actor,
  { number, clock }: { readonly number: string; readonly clock: ClockName },
): Promise<boolean> {
  const { repositories, database, now } = parts;
  const ticket = await repositories.tickets.byNumber(number);
  if (!ticket) return false;
  const seen = { ticketId: ticket.id, clock, by: staffId, at: now() };
  const { ticketNotices } = repositories;
  await database.commit([
    ...(ticket.responsible_id === staffId ? [ticketNotices.see({ ...seen, told: 'responsible' })] : []),
    ...(roles.includes('supervisor') ? [ticketNotices.see({ ...seen, told: 'supervisor' })] : []),
  ]);
  tellDesks(parts, { type: 'ticket', ticketId: ticket.id });
  return true;
}
