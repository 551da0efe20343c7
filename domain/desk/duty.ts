import type { StaffRole } from './rights.ts';

/** What somebody is on duty for: work of a queue, or to be the person above. */
export const DUTY_QUEUES = ['fault', 'billing', 'complaint', 'general', 'supervision'] as const;
export type DutyQueue = (typeof DUTY_QUEUES)[number];

/** Who may be on duty for a queue: whoever may do its work. */
export const DUTY_ROLES = {
  fault: ['dispatcher', 'supervisor'],
  billing: ['agent', 'supervisor'],
  complaint: ['agent', 'supervisor'],
  general: ['agent', 'supervisor'],
  supervision: ['supervisor'],
} as const satisfies Readonly<Record<DutyQueue, readonly StaffRole[]>>;

/** Whether somebody with these roles may be on duty for a queue. */
export function maySitOn(queue: DutyQueue, roles: readonly StaffRole[]): boolean {
  const may: readonly StaffRole[] = DUTY_ROLES[queue];
  return roles.some((role) => may.includes(role));
}

/** The queue whose duty looks after a ticket. */
export function dutyQueueOf({ kind, role }: { readonly kind: string; readonly role: string }): DutyQueue {
  if (role === 'dispatcher') return 'fault';
  return OFFICE_QUEUES[kind] ?? 'general';
}

const OFFICE_QUEUES: Readonly<Record<string, DutyQueue>> = {
  complaint: 'complaint',
  suggestion: 'complaint',
  praise: 'complaint',
  bill_dispute: 'billing',
  payment_problem: 'billing',
  payment_plan: 'billing',
  invoice: 'billing',
};
