import { EventFactory } from 'botbuilder';
import { callbackWindows } from '../../domain/desk/callback-windows.ts';
import { expectedWait, inMinutes } from '../../domain/desk/expected-wait.ts';
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
  const minutes = await minutesToWait(turn, place);
  await turn.tell(STATUS_EVENT, { speaker: 'waiting', place, ...(minutes ? { minutes } : {}) });
  await turn.say({ text: waitingWords(turn, place, minutes), offers: whileWaiting(turn) });
}

/** Null where too little was measured, or nobody is at the desk. */
async function minutesToWait({ services, now }: Turn, place: number): Promise<{ from: number; to: number } | null> {
  const { desk, profile } = services;
  const wait = expectedWait(place, await desk.measured({ now, seenSince: now - profile.desk.graceSeconds * 1000 }));
  return wait && inMinutes(wait);
}

function waitingWords(turn: Turn, place: number, minutes: { from: number; to: number } | null): string {
  const { words, services, now } = turn;
  const { person, common } = words;
  const { profile } = services;
  if (!deskIsOpen(profile, localTimeOf(now, profile.timeZone))) {
    const [first] = callbackWindows(profile, { now, count: 1 });
    const opens = first ? [person.opens(momentWords(turn, first.from))] : [];
    return [person.closed(profile.contact.hotline), ...opens].join(common.space);
  }
  return [
    person.queued,
    place === 1 ? person.next : person.place(place),
    ...(minutes ? [person.wait(minutes)] : []),
    ...(mayLeave(turn) ? [person.meanwhile] : []),
  ].join(common.space);
}

/** In danger nobody is to hang up and wait for a call. */
export function mayLeave({ work, memory }: Turn): boolean {
  return (memory.summary.severity ?? work.session.severity) !== 'P1';
}

function whileWaiting(turn: Turn): Offer[] {
  if (!mayLeave(turn)) return [];
  const { person } = turn.words;
  return [
    { label: person.offerCallback, meaning: { kind: 'intent', intent: 'talk_to_agent', matter: 'callback' } },
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
