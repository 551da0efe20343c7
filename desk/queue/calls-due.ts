import type { CallList } from '../../web/protocol/desk/session.ts';
import type { Actor } from '../actor.ts';
import type { DeskParts } from '../desk-parts.ts';
import { noteLook } from '../look-log.ts';

const MOST_LISTED = 100;

/** Customers who were promised a call, those due first. A call is made and settled as its ticket is. */
export async function listCalls(parts: DeskParts, actor: Actor): Promise<CallList> {
  const rows = await parts.repositories.queue.callsDue(MOST_LISTED);
  await noteLook(parts, actor, 'calls');
  return {
    calls: rows.map((row) => ({
      ticketNumber: row.number,
      severity: row.severity,
      language: row.language,
      phone: row.phone,
      from: row.from_at,
      until: row.until_at,
      responsibleId: row.responsible_id,
      responsibleDeskName: row.desk_name,
    })),
  };
}
