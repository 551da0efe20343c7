/** Why the billing system's answer can't be had or used. `busy`: too many wait for it already; `open`: it was given up for a while. */
export type BillingFaultCode =
  | 'unreachable'
  | 'timeout'
  | 'server_error'
  | 'refused'
  | 'too_large'
  | 'not_json'
  | 'breaks_contract'
  | 'other_account'
  | 'busy'
  | 'open';

/** A call of the billing system that came to nothing. The message holds nothing of what was answered. */
export class BillingFault extends Error {
  readonly code: BillingFaultCode;
  /** Path of the field at fault, where the answer breaks the contract. */
  readonly field: string | null;

  constructor(code: BillingFaultCode, message: string, more: ErrorOptions & { readonly field?: string } = {}) {
    super(message, more);
    this.name = 'BillingFault';
    this.code = code;
    this.field = more.field ?? null;
  }
}

/** Whether it tells that the system is sick, rather than that one account's answer is wrong. */
export function isSickness(error: unknown): boolean {
  return error instanceof BillingFault && SICK.has(error.code);
}

/** Whether asking once more may help. All that is asked only reads, so it may be asked twice. */
export function isPassing(error: unknown): boolean {
  return error instanceof BillingFault && PASSING.has(error.code);
}

const PASSING = new Set<BillingFaultCode>(['unreachable', 'timeout', 'server_error']);
const SICK = new Set<BillingFaultCode>([...PASSING, 'refused', 'too_large', 'not_json']);
