import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { DEMO_CUSTOMER } from '../../data/demo/demo-customer.ts';
import type { DeskParts } from '../../desk/desk-parts.ts';
import { openDeskRepositories } from '../../desk/desk-repositories.ts';
import { claimSession } from '../../desk/sessions/claim-session.ts';
import { closeSession } from '../../desk/sessions/close-session.ts';
import { releaseSession } from '../../desk/sessions/release-session.ts';
import { IDENTITY_ENDED, IDENTITY_SIGNED } from '../../dialogs/identity-events.ts';
import { masked } from '../../dialogs/masked.ts';
import { clockTermsOf } from '../../domain/tickets/clock-terms.ts';
import { statement } from '../../store/database.ts';
import { CARD_CONTENT_TYPE, type Card } from '../../web/protocol/card.ts';
import type { ConversationRig, RigConversation, RigReply } from '../support/conversation-rig.ts';
import { askedPower, putPowerQuestion } from './power-question.ts';
import type { AccountKind, Act, Expectation, Script, Step } from './script.ts';

const AGENT = { staffId: 'S1', deskName: '8001', roles: ['agent' as const] };

/** Plays a script on a new conversation; fails with the step and what was answered. */
export async function play(rig: ConversationRig, script: Script): Promise<void> {
  const conversation = await rig.begin({
    ...(script.language ? { language: script.language } : {}),
    ...(script.textOnly ? { reference: '{}' } : {}),
    ...(script.user ? { userId: script.user } : {}),
  });
  let answers: readonly RigReply[] = [];
  for (const [at, step] of script.steps.entries()) {
    answers = await act(rig, conversation, { step, answers });
    const what = `step ${at + 1} ${JSON.stringify({ ...step, expect: undefined })}, answered:\n${answers.map(({ text }) => text).join('\n')}\n`;
    if (step.expect) await check(rig, conversation, { expected: step.expect, answers, what });
  }
}

interface Going {
  readonly step: Step;
  readonly answers: readonly RigReply[];
}

async function act(rig: ConversationRig, conversation: RigConversation, { step, answers }: Going): Promise<RigReply[]> {
  const said: Act = step;
  if ('say' in said) return conversation.say(said.say);
  if ('choose' in said) {
    const offered = offersOf(answers);
    expect(offered, `offered before choosing "${said.choose}"`).to.include(said.choose);
    return conversation.say(said.choose);
  }
  if ('event' in said) return conversation.say({ type: 'event', name: said.event });
  if ('position' in said) {
    const [latitude, longitude] = said.position;
    return conversation.say({ type: 'message', entities: [{ type: 'GeoCoordinates', latitude, longitude }] });
  }
  if ('photo' in said) {
    const attachments = [{ contentType: 'image/jpeg', contentUrl: said.photo }];
    return conversation.say({ type: 'message', attachments });
  }
  if ('account' in said) return conversation.say(await numberOf(rig, said.account));
  if ('site' in said) return signIn(rig, conversation, said.site);
  if ('newPhone' in said) await changePhone(rig, said.newPhone);
  if ('code' in said) return conversation.say(await codeFor(rig, conversation, said.code));
  if ('rate' in said) {
    const { id } = await newestSession(rig, conversation);
    const value = { sessionId: id, score: said.rate, ...(said.words ? { words: said.words } : {}) };
    return conversation.say({ type: 'event', name: 'rating', value });
  }
  if ('passMinutes' in said) rig.pass(said.passMinutes * 60_000);
  if ('banner' in said) await postBanner(rig, said.banner);
  if ('sweep' in said) await sweepAll(rig);
  if ('power' in said) await putPowerQuestion(rig, conversation, said.power === 'asked' ? 'probable' : 'restored');
  if ('desk' in said) await atTheDesk(rig, conversation, said);
  const heard = await conversation.heard();
  // What was offered before still stands where nothing new was said.
  return heard.length > 0 || step.expect ? heard : [...answers];
}

async function signIn(
  rig: ConversationRig,
  conversation: RigConversation,
  site: AccountKind | 'signs out',
): Promise<RigReply[]> {
  const { turns, now, services } = rig;
  const common = {
    conversationId: conversation.id,
    messageId: randomUUID(),
    author: 'system',
    authorId: 'site',
  } as const;
  if (site === 'signs out') {
    await turns.inbox.accept({ ...common, body: { type: 'event', name: IDENTITY_ENDED, value: null } });
    return conversation.heard();
  }
  const number = await numberOf(rig, site);
  const value = {
    accountId: (await services.accounts.idOf(number)) ?? '',
    number: masked(number),
    until: now + services.profile.identity.siteMinutes * 60_000,
  };
  await turns.inbox.accept({ ...common, body: { type: 'event', name: IDENTITY_SIGNED, value } });
  return conversation.heard();
}

async function changePhone(rig: ConversationRig, kind: AccountKind): Promise<void> {
  const { query } = rig.database;
  const number = await numberOf(rig, kind);
  const account = await query
    .selectFrom('account')
    .select('customer_id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const update = query.updateTable('customer').set({ phone: '13900000000' }).where('id', '=', account.customer_id);
  await rig.database.commit([statement(update, { expect: 1 })]);
}

async function numberOf({ database }: ConversationRig, kind: AccountKind): Promise<string> {
  if (kind === 'demo') return DEMO_CUSTOMER.accountNumber;
  if (kind === "nobody's") return '0319000000000000';
  const tariffs = { other: 'residential_tiered', commercial: 'commercial', 'time of use': 'residential_tou' } as const;
  if (kind === 'late fee') return numberWithLateFee(database);
  if (kind === 'shop in arrears') return numberOfShopInArrears(database);
  if (kind === 'free kWh') return numberWithFreeKwh(database);
  if (kind === 'paid up') return numberPaidUp(database);
  const accounts = database.query.selectFrom('account').select('number').where('id', '!=', DEMO_CUSTOMER.accountId);
  const wanted =
    kind === 'disconnected'
      ? accounts.where('state', '=', 'disconnected')
      : accounts.where('state', '=', 'active').where('tariff', '=', tariffs[kind]);
  return (await wanted.orderBy('id').executeTakeFirstOrThrow()).number;
}

/** A sweep closes so many sessions; those of the scripts before have gone quiet too. */
async function sweepAll({ turns, now }: ConversationRig): Promise<void> {
  for (let sweep = 0; sweep < 6; sweep += 1) await turns.sweeper.sweep(now);
}

async function numberOfShopInArrears({ query }: ConversationRig['database']): Promise<string> {
  const owing = query.selectFrom('bill').select('account_id').whereRef('paid_fen', '<', 'amount_fen');
  const found = await query
    .selectFrom('account')
    .select('number')
    .where('tariff', '=', 'commercial')
    .where('id', 'in', owing)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  return found.number;
}

async function numberWithFreeKwh({ query }: ConversationRig['database']): Promise<string> {
  const homes = query.selectFrom('account').select('number').where('free_kwh', '=', 1).where('state', '=', 'active');
  const found = await homes.where('tariff', '=', 'residential_tiered').orderBy('id').executeTakeFirstOrThrow();
  return found.number;
}

async function numberPaidUp({ query }: ConversationRig['database']): Promise<string> {
  const owing = query.selectFrom('bill').select('account_id').whereRef('paid_fen', '<', 'amount_fen');
  const found = await query
    .selectFrom('account')
    .select('number')
    .where('state', '=', 'active')
    .where('id', 'not in', owing)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return found.number;
}

async function numberWithLateFee({ query }: ConversationRig['database']): Promise<string> {
  const feeIn = (period: string) =>
    query
      .selectFrom('bill_line')
      .innerJoin('bill', 'bill.id', 'bill_line.bill_id')
      .select('bill.account_id')
      .where('code', '=', 'late_fee')
      .where('period', '=', period);
  const found = await query
    .selectFrom('account')
    .select('number')
    .where('id', 'in', feeIn('2026-10'))
    .where('id', 'not in', feeIn('2026-09'))
    .where('id', 'not in', feeIn('2025-10'))
    .orderBy('id')
    .executeTakeFirstOrThrow();
  return found.number;
}

/** The newest text message to the phone of the account that this conversation asks about. */
async function codeFor(rig: ConversationRig, { id }: RigConversation, which: 'right' | 'wrong'): Promise<string> {
  const row = await rig.database.query
    .selectFrom('verification')
    .innerJoin('account', 'account.id', 'verification.account_id')
    .innerJoin('customer', 'customer.id', 'account.customer_id')
    .innerJoin('sms', 'sms.phone', 'customer.phone')
    .select(['sms.text'])
    .where('verification.conversation_id', '=', id)
    .orderBy('sms.created_at', 'desc')
    .executeTakeFirst();
  const code = /\d{6}/.exec(row?.text ?? '')?.[0];
  if (which === 'wrong') return code === '100001' ? '100002' : '100001';
  expect(code, 'a code by text message').to.be.a('string');
  return code ?? '';
}

async function postBanner({ database, now }: ConversationRig, text: string): Promise<void> {
  const banner = { id: randomUUID(), text_zh: text, text_en: text, from_at: now, until_at: now + BANNER_MS };
  const insert = database.query.insertInto('banner').values({ ...banner, created_by: 'S1', created_at: now });
  await database.commit([statement(insert)]);
}

/** Longer than one message, shorter than two: the rig's clock moves on by a second with each. */
const BANNER_MS = 1500;

async function atTheDesk(
  rig: ConversationRig,
  conversation: RigConversation,
  { desk: does, next }: Extract<Act, { desk: string }>,
): Promise<void> {
  const { database, nerve, turns, services } = rig;
  const parts: DeskParts = {
    database,
    nerve,
    understand: services.understand,
    learning: services.learning,
    repositories: openDeskRepositories(database),
    statements: turns.statements,
    standards: clockTermsOf(services.profile),
    terms: services.profile.desk,
    now: () => rig.now,
    newId: randomUUID,
    wake: (id) => turns.mailbox.wake(id),
  };
  const { id: sessionId } = await newestSession(rig, conversation);
  if (does === 'claims') expect(await claimSession(parts, AGENT, sessionId)).to.equal('claimed');
  if (does === 'gives back') await releaseSession(parts, AGENT, { sessionId, to: 'bot', next });
  if (does === 'closes') await closeSession(parts, AGENT, { sessionId, disposition: 'enquiry' });
}

async function newestSession({ database }: ConversationRig, { id }: RigConversation) {
  return database.query
    .selectFrom('service_session')
    .selectAll()
    .where('conversation_id', '=', id)
    .orderBy('opened_at', 'desc')
    .executeTakeFirstOrThrow();
}

interface Outcome {
  readonly expected: Expectation;
  readonly answers: readonly RigReply[];
  readonly what: string;
}

async function check(rig: ConversationRig, conversation: RigConversation, outcome: Outcome): Promise<void> {
  const { expected, answers, what } = outcome;
  checkWords(outcome);
  if (expected.silent) expect(answers.filter(isMessage), what).to.deep.equal([]);
  if (expected.event)
    expect(
      answers.map(({ activity }) => activity.name),
      what,
    ).to.include(expected.event);
  if (expected.power) expect(await askedPower(rig), what).to.deep.include(expected.power);
  if (expected.session) expect((await newestSession(rig, conversation)).state, what).to.equal(expected.session);
  if (expected.ticket !== undefined) {
    const [ticket] = await rig.services.tickets.ofConversation(conversation.id, 1);
    if (expected.ticket === null) expect(ticket, what).to.equal(undefined);
    else expect(ticket, what).to.include(expected.ticket);
  }
  if (expected.incident !== undefined) {
    const [ticket] = await rig.services.tickets.ofConversation(conversation.id, 1);
    const joined = await rig.database.query
      .selectFrom('incident_ticket')
      .select('incident_id')
      .where('ticket_id', '=', ticket?.id ?? '')
      .executeTakeFirst();
    expect(joined?.incident_id ?? null, what).to.equal(expected.incident);
  }
  if (expected.tickets !== undefined) {
    expect(await rig.services.tickets.ofConversation(conversation.id, 10), what).to.have.length(expected.tickets);
  }
  if (expected.history) await checkHistory(rig, conversation, { expected: expected.history, what });
  if (expected.rating) {
    const rating = await rig.database.query
      .selectFrom('rating')
      .select(['score', 'words'])
      .where('conversation_id', '=', conversation.id)
      .orderBy('created_at', 'desc')
      .executeTakeFirst();
    expect(rating, what).to.include(expected.rating);
  }
}

async function checkHistory(
  rig: ConversationRig,
  conversation: RigConversation,
  { expected, what }: { expected: Readonly<Record<string, string>>; what: string },
): Promise<void> {
  const [ticket] = await rig.services.tickets.ofConversation(conversation.id, 1);
  const events = await rig.database.query
    .selectFrom('ticket_event')
    .select(['type', 'data'])
    .where('ticket_id', '=', ticket?.id ?? '')
    .orderBy('seq', 'desc')
    .execute();
  for (const [name, part] of Object.entries(expected)) {
    expect(events.find(({ type }) => type === name)?.data, what).to.include(part);
  }
}

function checkWords({ expected, answers, what }: Outcome): void {
  const words = answers.map(({ text }) => text).join('\n');
  for (const part of expected.contains ?? []) expect(words, what).to.include(part);
  for (const part of expected.not ?? []) expect(words, what).to.not.include(part);
  const cards = answers.flatMap(({ activity }) => cardOf(activity)?.kind ?? []);
  if (expected.cards) expect(cards, what).to.deep.equal(expected.cards);
  const [first] = answers.filter(isMessage);
  if (expected.first) {
    expect([first && cardOf(first.activity)?.kind, first?.activity.text].join('\n'), what).to.include(expected.first);
  }
  for (const offer of expected.offers ?? []) expect(offersOf(answers), what).to.include(offer);
}

function isMessage({ activity }: RigReply): boolean {
  return activity.type === 'message';
}

function cardOf(activity: RigReply['activity']): Card | undefined {
  const { attachments = [] } = activity as { attachments?: { contentType: string; content: Card }[] };
  return attachments.find(({ contentType }) => contentType === CARD_CONTENT_TYPE)?.content;
}

function offersOf(answers: readonly RigReply[]): string[] {
  const last = answers.findLast(isMessage)?.activity as { suggestedActions?: { actions: { title: string }[] } };
  return last?.suggestedActions?.actions.map(({ title }) => title) ?? [];
}
