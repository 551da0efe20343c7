import type { Intent } from '../../domain/intent.ts';
import type { NormalText } from '../normalise/normal-text.ts';
import type { Slots } from '../understanding.ts';
import { findAmount } from './find-amount.ts';
import { findNumbers } from './find-numbers.ts';

/** Where a bare number is likely money. */
const ABOUT_MONEY: ReadonlySet<Intent> = new Set<Intent>([
  'ask_balance',
  'ask_bill',
  'dispute_bill',
  'ask_late_fee',
  'report_payment_problem',
  'ask_payment_methods',
  'request_reconnection',
  'claim_damage',
  'ask_promotion',
  'ask_invoice',
]);

/** What the message names, by the rules of taxonomy.json. */
export function findSlots(normal: NormalText, intent: Intent): Slots {
  const text = normal.text.slice(0, UNITS_READ);
  const numbers = findNumbers(text);
  const account = numbers.find((number) => number.kind === 'account_number');
  const phone = numbers.find((number) => number.kind === 'phone');
  const amount = findAmount(text, ABOUT_MONEY.has(intent));
  return {
    ...(account === undefined ? {} : { account_number: account.digits }),
    ...(phone === undefined ? {} : { phone: phone.digits }),
    ...(amount === null ? {} : { amount: amount.value }),
  };
}

const UNITS_READ = 1_500;
