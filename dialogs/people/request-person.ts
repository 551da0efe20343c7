import { EventFactory } from 'botbuilder';
import { callbackWindows } from '../../domain/desk/callback-windows.ts';
import { expectedWait, inMinutes, outlasts } from '../../domain/desk/expected-wait.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import { deskIsOpen } from '../../domain/office-hours.ts';
import { STATUS_EVENT } from '../../web/protocol/conversation.ts';
import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';
import { momentWords } from './call-words.ts';

export type HandoffReason =
  | 'asked'
  | 'not_understood'
  | 'emergency'
  | 'no_place'
  | 'needs_person'
  | 'complaint'
  | 'dead_letter';

type Skill = 'fault' | 'billing' | 'complaint' | 'general';

/**
 * Puts the session into the queue with its whole story, as Bot Framework's handoff.initiate event, and tells the
 * customer where they stand. A session that waits already, or is with a person, is left where it is.
 */
export async function requestPerson(turn: Turn, reason: HandoffReason): Promise<void> {
  const { work, words, memory, services } = turn;
  if (work.session.state === 'assigned') return;
  if (work.session.state === 'queued') {
    await turn.say({ text: words.person.already });
    return;
  }
  memory.summary = { ...memory.summary, handoffReason: reason };
  work.changeSession({ state: 'queued', queued_at: turn.now, skill: skillFor(turn) });
  const { name, value } = EventFactory.createHandoffInitiation(turn.context, { reason, summary: memory.summary });
  await turn.tell(name ?? 'handoff.initiate', value);
  const place = (await services.desk.ahead(work.session)) + 1;
  const outlook = await outlookAt(turn, place);
  const { minutes } = outlook;
  await turn.tell(STATUS_EVENT, { speaker: 'waiting', place, ...(minutes ? { minutes } : {}) });
  await turn.say({ text: waitingWords(turn, place, outlook), offers: whileWaiting(turn, outlook) });
}

interface Outlook {
  /** Null where too little was measured, or nobody is at the desk. */
  readonly minutes: { readonly from: number; readonly to: number } | null;
  /** The queue is longer than can be served. */
  readonly crowded: boolean;
}

async function outlookAt({ services, now }: Turn, place: number): Promise<Outlook> {
  const { desk, profile } = services;
  const measured = await desk.measured({ now, seenSince: now - profile.desk.graceSeconds * 1000 });
  const wait = expectedWait(place, measured);
  return { minutes: wait && inMinutes(wait), crowded: outlasts(place, measured) };
}

function waitingWords(turn: Turn, place: number, { minutes, crowded }: Outlook): string {
  const { words, services, now } = turn;
  const { person, common } = words;
  const { profile } = services;
  if (!deskIsOpen(profile, localTimeOf(now, profile.timeZone))) {
    if (!mayLeave(turn)) return person.closedInDanger(profile.contact.hotline);
    const [first] = callbackWindows(profile, { now, count: 1 });
    const opens = first ? [person.opens(momentWords(turn, first.from))] : [];
    return [person.closed(profile.contact.hotline), ...opens].join(common.space);
  }
  return [
    person.queued,
    place === 1 ? person.next : person.place(place),
    ...(minutes ? [person.wait(minutes)] : []),
    ...(mayLeave(turn) ? [crowded && isRoutine(turn) ? person.crowded : person.meanwhile] : []),
  ].join(common.space);
}

/** In danger nobody is to hang up and wait for a call. */
export function mayLeave({ work, memory }: Turn): boolean {
  return (memory.summary.severity ?? work.session.severity) !== 'P1';
}

/** What can wait for a call is asked to, where there are more than can be served: so the graver are reached. */
function isRoutine({ work, memory }: Turn): boolean {
  const severity = memory.summary.severity ?? work.session.severity;
  return severity === null || severity === 'P3' || severity === 'P4';
}

function whileWaiting(turn: Turn, { crowded }: Outlook): Offer[] {
  if (!mayLeave(turn)) return [];
  const { person } = turn.words;
  const withBot: Offer[] = [
    { label: person.offerBot, meaning: { kind: 'intent', intent: 'talk_to_agent', matter: 'with_bot' } },
  ];
  return [
    { label: person.offerCallback, meaning: { kind: 'intent', intent: 'talk_to_agent', matter: 'callback' } },
    ...(crowded && isRoutine(turn) ? withBot : []),
    { label: person.offerWait, meaning: { kind: 'intent', intent: 'talk_to_agent', matter: 'keep_waiting' } },
  ];
}

const BILLING = new Set([
  'ask_balance',
  'ask_bill',
  'dispute_bill',
  'ask_tariff',
  'ask_late_fee',
  'ask_payment_methods',
  'find_payment_location',
  'report_payment_problem',
  'ask_invoice',
  'request_reconnection',
]);
const FAULT = new Set(['report_outage', 'report_power_quality', 'report_hazard', 'report_meter', 'ask_fault_status']);

function skillFor({ memory }: Turn): Skill {
  const { intent, fault } = memory.summary;
  if (fault || (intent && FAULT.has(intent))) return 'fault';
  if (intent && BILLING.has(intent)) return 'billing';
  return intent === 'complain' ? 'complaint' : 'general';
}
