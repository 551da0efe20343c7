import type { Intent } from '../domain/intent.ts';
import { ticketNumberIn } from '../domain/tickets/ticket-number.ts';
import { asksForPerson } from '../nlu/asks-for-person.ts';
import { asksQuestion } from '../nlu/asks-question.ts';
import { correctionIn } from '../nlu/correction-in.ts';
import { ACT, ASK } from '../nlu/outcome.ts';
import { saysNotReceived } from '../nlu/says-not-received.ts';
import { addsToFault, answersFault, callsOff, hurriesFault, stopsCheck } from './faults/answers-fault.ts';
import type { Heard } from './heard.ts';
import { meansOtherAccount } from './money/means-other-account.ts';
import { INTENT_OF_ASKED, type MoneyAsked } from './money/money-asked.ts';
import { codeIn } from './money/verify-values.ts';
import { certainArea, likelyArea } from './places/areas.ts';
import { refinesPlaces } from './places/refines-places.ts';
import { CHANGE_CONTACT, saysContact } from './requests/change-contact.ts';
import { saysInvoice } from './requests/invoice-words.ts';
import { REQUEST_INVOICE } from './requests/request-invoice.ts';
import { REQUEST_KINDS, requestDialogId } from './requests/request-kinds.ts';

/** What a message leads to. */
export type Route =
  /** To the dialog that is going on. */
  | { readonly to: 'continue' }
  /** To the dialog of an intent; on top of what is going on, which goes on afterwards. */
  | { readonly to: 'intent'; readonly intent: Intent }
  | { readonly to: 'cancel' }
  | { readonly to: 'person' }
  /** The question that is open is put again. */
  | { readonly to: 'repeat' }
  /** An own ticket is to be called off. */
  | { readonly to: 'own_ticket' }
  /** More is said of the fault that has just been reported. */
  | { readonly to: 'amend_fault' }
  /** A photo and nothing else: kept until it is said what it shows. */
  | { readonly to: 'photo' }
  /** A number and nothing else: kept for whoever takes over. */
  | { readonly to: 'noted' }
  | { readonly to: 'choose'; readonly intents: readonly Intent[] }
  | { readonly to: 'not_understood' };

export interface RouteSituation {
  /** The dialog on top of the stack and the field it asked for. */
  readonly active: { readonly id: string; readonly pending: string | null } | null;
  /** A fault ticket stands from this service session. */
  readonly hasFaultTicket: boolean;
  /** What was answered last. */
  readonly lastIntent: Intent | null;
  /** The message names a month. */
  readonly namesMonth: boolean;
  /** What it asks about money that no intent stands for. */
  readonly asked: MoneyAsked | null;
  /** It is nothing but another figure for the cost that was just reckoned. */
  readonly correctsCost?: boolean;
}

/** What a question asked in between needs, so that it is not taken for the answer. */
const INTERRUPT = 0.6;
/** The same where free words were asked for, which may sound like anything. */
const INTERRUPT_FREE_WORDS = 0.9;
/** Words that tell something, rather than ask, are seldom meant as something in between. */
const INTERRUPT_TELLING = 0.8;

const FREE_WORDS = new Set(['place', 'ticket', 'what']);
/** Small answers: within a dialog they belong to it. */
const ANSWERS = new Set<Intent>(['affirm', 'deny']);
const SMALL_TALK = new Set<Intent>([
  ...ANSWERS,
  'greet',
  'thank',
  'goodbye',
  'cancel',
  'repeat',
  'talk_to_agent',
  'out_of_scope',
]);
const DIALOG_OF: Readonly<Partial<Record<Intent, string>>> = {
  report_outage: 'report_fault',
  report_power_quality: 'report_fault',
  report_hazard: 'report_fault',
  // Said once more, with more: "where can I pay in Nancheng?"
  find_payment_location: 'find_payment_location',
};

/** Decides where a message goes; pure. Danger has been answered already when this is asked. */
export function decideRoute(heard: Heard, situation: RouteSituation): Route {
  const { chosen, understanding } = heard;
  const { active } = situation;
  if (chosen?.kind === 'intent') return routeOf(chosen.intent, active !== null);
  if (chosen?.kind === 'value' && active) return { to: 'continue' };
  if (understanding.fault && isDanger(heard)) return toFault(active);
  if (asksForPerson(heard.text)) return { to: 'person' };
  return active ? within(heard, active, situation) : fresh(heard, situation);
}

/** Somebody, or something that can hurt somebody, is in danger. */
export function isDanger({ understanding: { fault } }: Heard): boolean {
  return fault !== null && (fault.hazards.length > 0 || fault.people.some((person) => person !== 'vulnerable'));
}

function toFault(active: RouteSituation['active']): Route {
  return active?.id === 'report_fault' ? { to: 'continue' } : { to: 'intent', intent: 'report_hazard' };
}

function routeOf(intent: Intent, hasDialog: boolean): Route {
  if (intent === 'talk_to_agent') return { to: 'person' };
  if (intent === 'cancel' && hasDialog) return { to: 'cancel' };
  if (intent === 'repeat' && hasDialog) return { to: 'repeat' };
  return { to: 'intent', intent };
}

/** A dialog is going on: is this its answer, or something in between? */
function within(
  heard: Heard,
  active: { id: string; pending: string | null },
  { lastIntent, namesMonth, hasFaultTicket }: RouteSituation,
): Route {
  const { intent, confidence } = heard.understanding;
  if (intent === 'talk_to_agent' && confidence >= ACT) return { to: 'person' };
  if (intent === 'cancel' && confidence >= ACT && !stopsCheck(heard, active.pending)) return { to: 'cancel' };
  if (answersPending(heard, active.pending)) return { to: 'continue' };
  if (active.id === REQUEST_INVOICE && saysInvoice(heard.text, active.pending)) return { to: 'continue' };
  if (active.id === CHANGE_CONTACT && saysContact(heard.text, active.pending)) return { to: 'continue' };
  if (active.id === 'report_fault' && answersFault(heard, { pending: active.pending, hasTicket: hasFaultTicket })) {
    return { to: 'continue' };
  }
  if (tellsRequestMore(heard, active)) return { to: 'continue' };
  if (intent === 'repeat' && confidence >= INTERRUPT) return { to: 'repeat' };
  if (ANSWERS.has(intent) || DIALOG_OF[intent] === active.id || intent === 'out_of_scope') return { to: 'continue' };
  if (isBareNumber(heard.text) || givesAccount(heard)) return { to: 'continue' };
  if (active.id === 'verify_account' && namesMonth && lastIntent !== null && ABOUT_MONTHS.has(lastIntent)) {
    return { to: 'intent', intent: 'ask_bill' };
  }
  return confidence >= neededFor(heard.text, active.pending) ? { to: 'intent', intent } : { to: 'continue' };
}

/** The same matter once more, or more of it, while a number is asked for: it belongs to what is being taken down. */
function tellsRequestMore(heard: Heard, { id, pending }: { id: string; pending: string | null }): boolean {
  if (pending !== 'phone' && pending !== 'account_number') return false;
  const kind = REQUEST_KINDS.find((one) => requestDialogId(one) === id);
  if (!kind) return false;
  const { intent } = heard.understanding;
  return intent === kind.intent || (ADDS.test(heard.text) && !asksQuestion(heard.text) && intent !== 'cancel');
}

/** "Wait, also…" */
const ADDS =
  /^(?:(?:等等|等一下|等下|等一等|哦|啊|对了|對了)[，,。.!！\s]*)?(?:还有|還有|另外|而且|补充|補充|仲有)|^(?:(?:oh|wait|hold on|and)[\s,.!…]*)*(?:also|another thing|one more thing|in addition|besides|moreover)\b/iu;

/** How sure an intent must be, to be taken for something in between. */
function neededFor(text: string, pending: string | null): number {
  const asks = asksQuestion(text);
  // What a complaint is about may sound like anything: only a question leads away from it.
  if (pending === 'details') return asks ? INTERRUPT_TELLING : Number.POSITIVE_INFINITY;
  if (asks) return INTERRUPT;
  return pending !== null && FREE_WORDS.has(pending) ? INTERRUPT_FREE_WORDS : INTERRUPT_TELLING;
}

function isBareNumber(text: string): boolean {
  return /^[+\d][\d\s-]{4,}$/u.test(text.normalize('NFKC'));
}

/** Whoever says an account's number does not ask where to find it. */
function givesAccount({ understanding: { intent, slots } }: Heard): boolean {
  return intent === 'ask_account_number' && slots.account_number !== undefined;
}

/** The message holds just what was asked for. */
function answersPending({ understanding, position, areas }: Heard, pending: string | null): boolean {
  const { slots } = understanding;
  switch (pending) {
    case 'place':
      return givesPlace({ understanding, position, areas });
    case 'ticket':
      return ticketNumberIn(understanding.text) !== null || givesPlace({ understanding, position, areas });
    case 'phone':
      return slots.phone !== undefined;
    case 'account_number':
      return slots.account_number !== undefined;
    case 'since':
      return slots.since !== undefined;
    case 'code':
    case 'code_again':
    case 'code_resent':
      return (
        codeIn(understanding.text) !== null ||
        saysNotReceived(understanding.text) ||
        meansOtherAccount(understanding.text)
      );
    default:
      return false;
  }
}

/** A place, and not a question about one: "where can I pay in Nancheng?" is no answer. */
function givesPlace({ understanding, position, areas }: Pick<Heard, 'understanding' | 'position' | 'areas'>): boolean {
  if (position !== null) return true;
  const named = understanding.slots.address !== undefined || likelyArea(areas) !== null;
  return named && !asksQuestion(understanding.text);
}

function fresh(heard: Heard, situation: RouteSituation): Route {
  const { hasFaultTicket } = situation;
  const { intent, confidence, alternatives, slots, fault } = heard.understanding;
  const more =
    slots.address !== undefined ||
    slots.phone !== undefined ||
    heard.position !== null ||
    correctionIn(heard.text) !== null;
  const amends = intent === 'deny' || intent === 'affirm' || confidence < ACT || isBareNumber(heard.text);
  if (hasFaultTicket && more && (amends || correctionIn(heard.text) !== null)) return { to: 'amend_fault' };
  if (hasFaultTicket && addsToFault(heard)) return { to: 'amend_fault' };
  if (heard.attachments.length > 0 && heard.text === '') return { to: 'photo' };
  if (hasFaultTicket && callsOff(heard)) return { to: 'own_ticket' };
  if (hasFaultTicket && hurriesFault(heard)) return { to: 'intent', intent: 'ask_fault_status' };
  if (isBareNumber(heard.text) && slots.account_number !== undefined) {
    return { to: 'choose', intents: ['ask_bill', 'ask_balance'] };
  }
  if (isBareNumber(heard.text) && slots.phone !== undefined) return { to: 'noted' };
  const followed = followUp(heard, situation);
  if (followed) return { to: 'intent', intent: followed };
  if (heard.position !== null && heard.text === '') return { to: 'intent', intent: 'find_payment_location' };
  if (situation.correctsCost) return { to: 'intent', intent: INTENT_OF_ASKED.cost };
  if (situation.asked !== null && mayBeAsked(situation.asked, heard)) {
    return { to: 'intent', intent: INTENT_OF_ASKED[situation.asked] };
  }
  if (confidence >= ACT) return routeOf(intent, false);
  if (fault?.no_power) return { to: 'intent', intent: 'report_outage' };
  const likely = [{ intent, confidence }, ...alternatives].filter(
    (score) => score.confidence >= ASK / 2 && !SMALL_TALK.has(score.intent),
  );
  if (confidence < ASK || likely.length === 0) return { to: 'not_understood' };
  return { to: 'choose', intents: likely.slice(0, 3).map((score) => score.intent) };
}

/** Its words say themselves what they want, whatever the engine makes of them; the cost of running something may be spoken of for other reasons. */
function mayBeAsked(asked: MoneyAsked, { understanding: { intent, confidence } }: Heard): boolean {
  if (intent === 'talk_to_agent' && confidence >= ACT) return false;
  return asked !== 'cost' || confidence < SURE || intent === 'out_of_scope';
}

/** "And in Humen?", "August's": the last question again, for another place or month. */
function followUp(heard: Heard, { lastIntent, namesMonth }: RouteSituation): Intent | null {
  const { confidence, intent } = heard.understanding;
  if (lastIntent === null) return null;
  // "Which of them take cards?" may sound like a question about ways to pay.
  if (lastIntent === 'find_payment_location' && SAYS_LITTLE.has(intent) && refinesPlaces(heard.text)) return lastIntent;
  if (confidence >= SURE && !ANSWERS.has(intent) && intent !== 'out_of_scope') return null;
  const place = heard.position !== null || certainArea(heard.areas) !== null;
  if (ABOUT_PLACES.has(lastIntent) && place) return lastIntent;
  if (lastIntent === 'find_payment_location' && refinesPlaces(heard.text)) return lastIntent;
  return ABOUT_MONTHS.has(lastIntent) && namesMonth ? 'ask_bill' : null;
}

/** Of places that have just been told. */
const SAYS_LITTLE = new Set<Intent>([...ANSWERS, 'find_payment_location', 'ask_payment_methods', 'out_of_scope']);
const ABOUT_PLACES = new Set<Intent>(['find_payment_location', 'ask_planned_outage', 'ask_fault_status']);
const ABOUT_MONTHS = new Set<Intent>(['ask_bill', 'ask_balance']);
/** From this confidence on a message says itself what it wants. */
const SURE = 0.75;
