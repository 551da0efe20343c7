import type { Intent } from '../../domain/intent.ts';
import type { TicketTable } from '../../store/tables/work-tables.ts';

/** A matter that a person looks after: what is asked for, and what becomes of it. */
export interface RequestKind {
  /** Null where only its words or an offer begin it. */
  readonly intent: Intent | null;
  readonly ticket: TicketTable['kind'];
  /** Who answers for it. */
  readonly role: TicketTable['responsible_role'];
  /** What is asked for, in order, where it was not said already. */
  readonly fields: readonly ('details' | 'account_number' | 'phone')[];
  /** Which of the standards' promises the customer is told. */
  readonly promise: 'complaint' | 'meter' | 'damage' | 'reconnection' | 'person' | 'none';
}

export const REQUEST_KINDS: readonly RequestKind[] = [
  { intent: 'complain', ticket: 'complaint', role: 'supervisor', fields: ['details', 'phone'], promise: 'complaint' },
  { intent: 'suggest', ticket: 'suggestion', role: 'supervisor', fields: ['details'], promise: 'none' },
  { intent: 'praise', ticket: 'praise', role: 'supervisor', fields: ['details'], promise: 'none' },
  {
    intent: 'report_meter',
    ticket: 'meter',
    role: 'agent',
    fields: ['details', 'account_number', 'phone'],
    promise: 'meter',
  },
  {
    intent: 'claim_damage',
    ticket: 'damage_claim',
    role: 'agent',
    fields: ['details', 'account_number', 'phone'],
    promise: 'damage',
  },
  {
    intent: 'dispute_bill',
    ticket: 'bill_dispute',
    role: 'agent',
    fields: ['details', 'account_number', 'phone'],
    promise: 'person',
  },
  {
    intent: 'report_payment_problem',
    ticket: 'payment_problem',
    role: 'agent',
    fields: ['details', 'account_number', 'phone'],
    promise: 'person',
  },
  {
    intent: null,
    ticket: 'payment_plan',
    role: 'agent',
    fields: ['details', 'account_number', 'phone'],
    promise: 'person',
  },
  {
    intent: 'request_reconnection',
    ticket: 'reconnection',
    role: 'agent',
    fields: ['account_number', 'phone'],
    promise: 'reconnection',
  },
  {
    intent: 'request_new_service',
    ticket: 'new_service',
    role: 'agent',
    fields: ['details', 'phone'],
    promise: 'person',
  },
  {
    intent: 'change_account',
    ticket: 'account_change',
    role: 'agent',
    fields: ['details', 'account_number', 'phone'],
    promise: 'person',
  },
];

/** The id of a request's dialog. */
export function requestDialogId(kind: Pick<RequestKind, 'ticket'>): string {
  return `request.${kind.ticket}`;
}
