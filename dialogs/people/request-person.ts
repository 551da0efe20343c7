import { EventFactory } from 'botbuilder';
import { localTimeOf } from '../../domain/local-time.ts';
import { deskIsOpen } from '../../domain/office-hours.ts';
import { STATUS_EVENT } from '../../web/protocol/conversation.ts';
import type { Turn } from '../turn.ts';

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
  const ahead = await services.desk.ahead(work.session);
  await turn.tell(STATUS_EVENT, { speaker: 'waiting', place: ahead + 1 });
  await turn.say({ text: waitingWords(turn, ahead) });
}

function waitingWords({ words, services, now }: Turn, ahead: number): string {
  const { profile } = services;
  if (!deskIsOpen(profile, localTimeOf(now, profile.timeZone))) return words.person.closed(profile.contact.hotline);
  return `${words.person.queued}${words.common.space}${ahead === 0 ? words.person.next : words.person.place(ahead + 1)}`;
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
