import type { DutyQueue } from '../../domain/desk/duty.ts';

/** A shift of the roster: who is on duty for what, from a moment until before another. */
export interface DutyTable {
  id: string;
  staff_id: string;
  queue: DutyQueue;
  from_at: number;
  until_at: number;
}
