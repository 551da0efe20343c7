import type { TicketPosition } from '../../store/repositories/desk-ticket-repository.ts';

/** Where a page ends, as callers hand it back: opaque to them. */
export function writeTicketCursor({ created_at, id }: TicketPosition): string {
  return Buffer.from(`${created_at}.${id}`).toString('base64url');
}

/** Null where it is none of ours. */
export function readTicketCursor(cursor: string): TicketPosition | null {
  const match = /^(\d{1,15})\.([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString());
  return match?.[1] && match[2] ? { created_at: Number(match[1]), id: match[2] } : null;
}
