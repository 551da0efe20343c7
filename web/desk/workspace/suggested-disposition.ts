import { DISPOSITIONS } from '../../protocol/desk/session.ts';

export type Disposition = (typeof DISPOSITIONS)[number];

const OF_INTENT: Readonly<Record<string, Disposition>> = {
  report_outage: 'fault_repair',
  report_power_quality: 'fault_repair',
  report_hazard: 'fault_repair',
  report_meter: 'fault_repair',
  ask_fault_status: 'chasing_up',
  ask_planned_outage: 'information_query',
  ask_balance: 'information_query',
  ask_bill: 'information_query',
  ask_account_number: 'information_query',
  complain: 'complaint',
  dispute_bill: 'complaint',
  praise: 'praise',
  suggest: 'suggestion',
};

/** The business type most likely for what the customer wanted: a first choice for the agent to confirm. */
export function suggestedDisposition(intent: string | null): Disposition {
  return intent !== null && Object.hasOwn(OF_INTENT, intent) ? (OF_INTENT[intent] ?? 'enquiry') : 'enquiry';
}

/** The digit that picks a business type: 1 to 9, then 0. */
export function dispositionOfDigit(digit: string): Disposition | null {
  if (!/^\d$/.test(digit)) return null;
  return DISPOSITIONS[digit === '0' ? 9 : Number(digit) - 1] ?? null;
}
