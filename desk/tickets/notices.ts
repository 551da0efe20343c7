import { stillHolds } from '../../domain/tickets/clock-escalations.ts';
import type { ClockName } from '../../domain/tickets/ticket-clocks.ts';
import type { TicketNotice } from '../../web/protocol/desk/ticket.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import type { DeskParts } from '../desk-parts.ts';
import { clocksOf } from './clocks-of.ts';

/** What somebody is told of clocks that run out and has not seen yet: one word for each clock, the gravest. */
export async function listNotices(parts: DeskParts, actor: Actor): Promise<TicketNotice[]> {
  const rows = await parts.repositories.ticketNotices.unseen({
    staffId: actor.staffId,
    supervisor: await isAbove(parts, actor),
  });
  const byClock = new Map<string, TicketNotice>();
  for (const row of rows) {
    const { id, number, severity, place, clock, level, told, due_at, at } = row;
    if (!stillHolds({ clock, dueAt: due_at }, clocksOf(parts, row))) continue;
    const key = `${id} ${clock}`;
    const known = byClock.get(key);
    if (known?.level === 'breach' || (known && level === 'warn')) continue;
    byClock.set(key, { number, severity, place, clock, level, told, at, ticketId: id, dueAt: due_at });
  }
  return [...byClock.values()];
}

/** A supervisor is the person above while on duty as such, or while nobody is. */
async function isAbove({ repositories, now }: DeskParts, { staffId, roles }: Actor): Promise<boolean> {
  if (!roles.includes('supervisor')) return false;
  const onDuty = await repositories.duties.on('supervision', now());
  return onDuty.length === 0 || onDuty.includes(staffId);
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
