import type { Selectable } from 'kysely';
import type { TicketTable } from '../tables/work-tables.ts';

/** The columns of a ticket that its clocks depend on. */
export const CLOCKED = [
  'kind',
  'state',
  'severity',
  'important',
  'zone',
  'created_at',
  'dispatched_at',
  'returned_at',
  'redispatched_at',
  'arrived_at',
  'resolved_at',
  'contacted_at',
  'closed_at',
] as const satisfies readonly (keyof TicketTable)[];

export type ClockedRow = Pick<Selectable<TicketTable>, (typeof CLOCKED)[number]>;
