import type { Intent } from '../../domain/intent.ts';
import { CHANGE_CONTACT } from '../requests/change-contact.ts';
import { contactChangeAsked } from '../requests/contact-words.ts';
import { requestDialogId } from '../requests/request-kinds.ts';
import type { Turn } from '../turn.ts';
import { ASK_ADVICE, answerTips } from './ask-advice.ts';
import { ASK_ARREARS, answerDisconnection } from './ask-arrears.ts';
import { ASK_BILL } from './ask-bill.ts';
import { ASK_DOCUMENT } from './ask-document.ts';
import { answerPromotion } from './ask-promotion.ts';
import { ASK_WHAT_IF, answerWhatIf } from './ask-what-if.ts';
import { EXPLAIN_BILL } from './explain-bill.ts';
import { moneyAsked } from './money-asked.ts';
import { asksWhy, isOwn, missesBill } from './money-words.ts';
import { openWhatIf } from './open-what-if.ts';
import { answerPayMethods, PAY_NOW } from './pay-now.ts';
import { VERIFY_ACCOUNT } from './verify-account.ts';

/** Where words about money lead that ask for something more particular than their intent. */
export type MoneyMatter =
  | { readonly dialog: string }
  /** Said at once, without asking who is there. */
  | { readonly answer: (turn: Turn) => Promise<boolean> };

type Asking = Pick<Turn, 'heard' | 'memory'>;

const PAYMENT_PLAN = requestDialogId({ ticket: 'payment_plan' });

/** What words about money ask for more closely than their intent does; null where the intent's own answer will do. */
export function moneyMatter(intent: Intent, { heard, memory }: Asking): MoneyMatter | null {
  if (heard.chosen) return heard.chosen.kind === 'intent' ? offeredMatter(intent, heard.chosen.matter) : null;
  if (intent === 'change_account') {
    return contactChangeAsked(heard.text) === null ? null : { dialog: CHANGE_CONTACT };
  }
  const asked = ABOUT_MONEY.has(intent) ? moneyAsked(heard.text, openWhatIf(memory)) : null;
  if (asked === 'bill_document') return { dialog: ASK_DOCUMENT };
  if (ABOUT_BILLS.has(intent) && asksWhy(heard.text)) return { dialog: EXPLAIN_BILL };
  if (intent === 'dispute_bill' && missesBill(heard.text)) return { dialog: ASK_BILL };
  const isKnown = memory.verified !== null;
  if (asked === 'pay_link') return { dialog: PAY_NOW };
  if (asked === 'payment_plan') return { dialog: PAYMENT_PLAN };
  if (asked === 'cost') return isKnown ? { dialog: ASK_WHAT_IF } : { answer: answerWhatIf };
  // What holds for everybody is said without asking who is there; whoever has shown it, or asks for their own, hears of their own.
  const own = isKnown || isOwn(heard.text);
  if (own && (asked === 'arrears' || intent === 'ask_late_fee')) return { dialog: ASK_ARREARS };
  if (asked === 'arrears') return { answer: answerDisconnection };
  if (asked === 'tier_ahead') return { dialog: ASK_ADVICE };
  if (intent === 'ask_payment_methods') return { answer: answerPayMethods };
  if (intent === 'ask_saving_tips') return own ? { dialog: ASK_ADVICE } : { answer: answerTips };
  return intent === 'ask_promotion' ? { answer: answerPromotion } : null;
}

function offeredMatter(intent: Intent, matter: string | undefined): MoneyMatter | null {
  switch (matter) {
    case 'payment_plan':
      return { dialog: PAYMENT_PLAN };
    case 'cost_for_me':
      return { dialog: ASK_WHAT_IF };
    case 'arrears':
      return { dialog: ASK_ARREARS };
    // The search for places goes on beneath, with what is verified.
    case 'near_home':
      return { dialog: VERIFY_ACCOUNT };
    case 'my_usage':
      return { dialog: ASK_ADVICE };
    case 'bill_pdf':
    case 'bill_image':
      return { dialog: ASK_DOCUMENT };
    case 'pay_link':
      return { dialog: PAY_NOW };
    case undefined:
      // A bill that looks wrong is explained first; whoever has read that may have it checked.
      if (intent === 'dispute_bill') return { dialog: EXPLAIN_BILL };
      if (intent === 'ask_payment_methods') return { answer: answerPayMethods };
      if (intent === 'ask_saving_tips') return { answer: answerTips };
      return intent === 'ask_promotion' ? { answer: answerPromotion } : null;
    default:
      return null;
  }
}

const ABOUT_BILLS = new Set<Intent>(['dispute_bill', 'ask_bill']);
const ABOUT_MONEY = new Set<Intent>([
  'ask_tariff',
  'ask_saving_tips',
  'ask_bill',
  'ask_balance',
  'ask_late_fee',
  'ask_payment_methods',
  'dispute_bill',
  'ask_invoice',
]);
