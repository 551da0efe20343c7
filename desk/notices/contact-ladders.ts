import { type LadderStep, ladderStep } from '../../domain/notices/contact-ladder.ts';
import type { NoticeTerms, UtilityProfile } from '../../domain/utility-profile.ts';
import { type Database, type Statement, statement } from '../../store/database.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import type { ContactLadderRepository, LookedAtLadder } from '../../store/repositories/contact-ladder-repository.ts';
import type { AtRisk } from '../../store/repositories/dark-accounts.ts';
import type { NewTicket, TicketBook } from '../../store/repositories/ticket-book.ts';
import type { Transcript } from '../../store/transcript.ts';
import { botWords } from '../../strings/bot/bot-words.ts';
import { LIFE_SUPPORT_CHECK, type LifeSupportCheck } from '../../web/protocol/notices.ts';
import { tellDesks } from '../announce.ts';

export interface ContactLadderParts {
  readonly database: Database;
  readonly ladders: ContactLadderRepository;
  readonly ticketBook: TicketBook;
  readonly transcript: Transcript;
  readonly nerve: Nerve;
  readonly profile: Pick<UtilityProfile, 'shortName' | 'contact'>;
  readonly terms: NoticeTerms;
  readonly now: () => number;
  readonly newId: () => string;
  /** A fresh ticket number at that moment. */
  readonly drawNumber: (at: number) => string;
  readonly wake: (conversationId: string) => void;
}

const AT_A_TIME = 50;
/** How often it is looked for accounts that an outage touches. */
const EVERY_MS = 5000;
const MINUTE = 60_000;
/** A conversation in which the account was proven so lately is a way to reach it. */
const KNOWN_FOR_MS = 90 * 24 * 60 * MINUTE;

/**
 * Reaches accounts registered for life support that an outage touches: a message, a call where it is not answered, until
 * somebody has acknowledged. Each step stands in the store with what it does, so that a restart repeats none and forgets none.
 */
export class ContactLadders {
  readonly #parts: ContactLadderParts;
  #nextAt = 0;

  constructor(parts: ContactLadderParts) {
    this.#parts = parts;
  }

  /** Called again and again. */
  async look(): Promise<void> {
    const { ladders, now } = this.#parts;
    for (const ladder of await ladders.toLookAt(now(), AT_A_TIME)) await this.#step(ladder);
    if (now() < this.#nextAt) return;
    this.#nextAt = now() + EVERY_MS;
    for (const account of await ladders.touchedByTickets(now(), AT_A_TIME)) await this.#begin(account);
    for (const account of await ladders.touchedByIncidents(now(), AT_A_TIME)) await this.#begin(account);
  }

  /** By text message to the registered phone, and where the account was proven of late, in that conversation too. */
  async #begin(account: AtRisk): Promise<void> {
    const { database, ladders, transcript, terms, now, wake } = this.#parts;
    const at = now();
    const conversation = await ladders.conversationOf(account.accountId, at - KNOWN_FOR_MS);
    const value: LifeSupportCheck = {
      accountId: account.accountId,
      causeId: account.cause_id,
      address: account.address,
      callMinutes: terms.lifeSupportCallMinutes,
    };
    const event = { type: 'event', name: LIFE_SUPPORT_CHECK, value };
    const row = { author: 'system' as const, at, handling: 'pending' as const, body: JSON.stringify(event) };
    const { ok } = await database.commit([
      ladders.begin(account, at, at + terms.lifeSupportCallMinutes * MINUTE),
      this.#sms(account, at),
      ...(conversation ? transcript.append(conversation.id, [row]) : []),
    ]);
    if (ok && conversation) wake(conversation.id);
  }

  async #step(ladder: LookedAtLadder): Promise<void> {
    const { database, ladders, terms, now } = this.#parts;
    const at = now();
    const { messaged_at: messagedAt, answer, answered_at: answeredAt, causeOver, call } = ladder;
    const step = ladderStep({ messagedAt, answer, answeredAt, causeOver, call }, terms, at);
    if (step.kind === 'call') return this.#call(ladder, step, at);
    await database.commit([ladders.step(ladder, changeOf(step, at))]);
  }

  /** A task for an agent; refused where the customer has answered meanwhile, or the number was taken. */
  async #call(ladder: LookedAtLadder, { why }: Extract<LadderStep, { kind: 'call' }>, at: number): Promise<void> {
    const { database, ladders, ticketBook, newId, drawNumber } = this.#parts;
    const words = botWords('zh-Hans').lifeSupport.task;
    const ticket: NewTicket = {
      id: newId(),
      number: drawNumber(at),
      kind: 'callback',
      severity: 'P1',
      reasons: JSON.stringify(['people.life_support']),
      facts: null,
      place: ladder.address,
      lat: null,
      lon: null,
      since: null,
      phone: ladder.phone,
      description: why === 'asked' ? words.asked(ladder.name) : words.unanswered(ladder.name),
      account_id: ladder.account_id,
      conversation_id: null,
      session_id: null,
      responsible_role: 'agent',
      language: 'zh-Hans',
      created_at: at,
    };
    const data = { why, cause: `${ladder.cause_kind}:${ladder.cause_id}` };
    const { ok } = await database.commit([
      ladders.step(ladder, { state: 'calling', look_at: at + MINUTE, call_ticket_id: ticket.id }),
      ...ticketBook.open(ticket, { at, actor: 'system', type: 'opened', data }),
    ]);
    if (ok) tellDesks(this.#parts, { type: 'ticket', ticketId: ticket.id });
  }

  #sms({ phone }: AtRisk, at: number): Statement {
    const { database, profile, terms, newId } = this.#parts;
    const { lifeSupportCallMinutes: minutes } = terms;
    const { hotline } = profile.contact;
    const text = [
      botWords('zh-Hans').lifeSupport.sms({ utility: profile.shortName.zh, minutes, hotline }),
      botWords('en').lifeSupport.sms({ utility: profile.shortName.en, minutes, hotline }),
    ].join('\n');
    const row = { id: newId(), phone, text, created_at: at };
    return statement(database.query.insertInto('sms').values(row), { expect: 1 });
  }
}

function changeOf(step: Exclude<LadderStep, { kind: 'call' }>, at: number) {
  if (step.kind === 'wait') return { look_at: step.until };
  if (step.kind === 'over') return { state: 'over' as const, look_at: null, ended_at: at };
  return { state: 'acknowledged' as const, look_at: null, ended_at: at, acknowledged_by: step.by };
}
