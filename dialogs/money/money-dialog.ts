import type { Intent } from '../../domain/intent.ts';
import type { Turn } from '../turn.ts';
import { EXPLAIN_BILL } from './explain-bill.ts';
import { asksWhy } from './money-words.ts';

/** The dialog that words about money ask for more closely than their intent does; null where the intent's own will do. */
export function moneyDialog(intent: Intent, { heard, memory }: Pick<Turn, 'heard' | 'memory'>): string | null {
  if (heard.chosen) return intent === 'dispute_bill' && !memory.explained ? EXPLAIN_BILL : null;
  if ((intent === 'dispute_bill' || intent === 'ask_bill') && asksWhy(heard.text)) return EXPLAIN_BILL;
  return null;
}
