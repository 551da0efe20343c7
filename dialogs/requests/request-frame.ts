import { saysUnknown } from '../../nlu/says-unknown.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import { drawNumber } from '../faults/fault-ticket.ts';
import type { Frame } from '../frame/frame.ts';
import type { Heard } from '../heard.ts';
import { masked } from '../masked.ts';
import { type Evidence, evidenceFor } from '../money/evidence.ts';
import { VERIFY_ACCOUNT } from '../money/verify-account.ts';
import type { Turn } from '../turn.ts';
import { type RequestKind, requestDialogId } from './request-kinds.ts';

export interface RequestValues {
  /** What it is about, in the customer's words; empty where only the matter was named. */
  readonly details: string;
  readonly account_number: string | null;
  readonly phone: string | null;
  readonly skipped: readonly string[];
  readonly photos: readonly string[];
  /** The utility's words on the matter were said. */
  readonly explained: boolean;
  /** What the records say about it; null while nobody is verified. */
  readonly evidence?: Evidence | null;
}

/** Below so many characters a first message names the matter and says nothing of it. */
const TELLING = { cjk: 10, other: 30 };

/** A request to a person: taken down, given a number, promised what the standards promise. */
export function requestFrame(kind: RequestKind): Frame<RequestValues> {
  return {
    id: requestDialogId(kind),
    version: 1,
    start: () => ({ details: '', account_number: null, phone: null, skipped: [], photos: [], explained: false }),
    fill: (values, heard, pending) => fillRequest(values, heard, pending),
    next: (values) => kind.fields.find((field) => !values[field] && !values.skipped.includes(field)) ?? null,

    ask(turn, _values, { field, again }) {
      const { ask } = turn.words.request;
      const question = ask[field as 'details' | 'account_number' | 'phone'];
      const text = field === 'details' ? (ask.detailsOf[kind.ticket] ?? question.first) : question.first;
      const skippable = field !== 'details';
      const offers = [{ label: turn.words.common.skip, meaning: { kind: 'value' as const, field, value: 'skip' } }];
      return { text: again ? question.again : text, offers: skippable ? offers : [] };
    },

    async before(turn, values) {
      if (values.explained) return values;
      const evidence = await evidenceFor(turn, kind.ticket);
      // Who has seen the bill explained knows what can be said of it in general.
      const text = evidence?.details ? null : await firstWords(turn, kind);
      if (text) await turn.say({ text });
      const known = turn.memory.verified?.number ?? null;
      const details = values.details || (evidence?.details ?? '');
      return { ...values, explained: true, evidence, details, account_number: values.account_number ?? known };
    },

    ...(kind.ticket === 'account_change' ? { proof: PROOF_BY_CODE } : {}),

    skip: (values, field) => (field === 'details' ? null : { ...values, skipped: [...values.skipped, field] }),

    async finish(turn, values) {
      const number = openRequest(turn, kind, values);
      await turn.say({ text: turn.words.ticket.stands(number), card: requestCard(turn, kind, values, number) });
      return number;
    },

    async cancel(turn) {
      await turn.say({ text: turn.words.common.cancelled });
    },

    gathered(values) {
      const entries = { details: values.details, account_number: values.account_number, phone: values.phone };
      return Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, string] => !!entry[1]));
    },
  };
}

/** Codes go to the registered phone: who could change it unasked could have everything else. */
const PROOF_BY_CODE: Frame<RequestValues>['proof'] & {} = {
  dialog: VERIFY_ACCOUNT,
  options: { fresh: true },
  isLacking: ({ memory }, { details }) => changesPhone(details) && memory.verified?.by !== 'code',
};

function changesPhone(details: string): boolean {
  return /手机|手機|电话|電話|号码|號碼|联系方式|聯繫方式|phone|mobile|\bcell\b|contact number|telephone/iu.test(
    details,
  );
}

/** What the utility says of the matter before anything is asked. */
async function firstWords(
  { services, words, language }: Turn,
  { intent, ticket }: RequestKind,
): Promise<string | null> {
  if (intent !== null) return services.content.answer(intent, language);
  return ticket === 'payment_plan' ? words.money.arrears.planFirst : null;
}

function fillRequest(values: RequestValues, heard: Heard, pending: string | null): RequestValues {
  const { slots, intent } = heard.understanding;
  const filled = {
    ...values,
    account_number: slots.account_number ?? values.account_number,
    phone: slots.phone ?? values.phone,
    photos: [...values.photos, ...heard.attachments],
  };
  if (heard.chosen?.kind === 'value' && heard.chosen.value === 'skip') {
    return { ...filled, skipped: [...filled.skipped, heard.chosen.field] };
  }
  if (pending === 'details' && heard.text && intent !== 'deny') return { ...filled, details: heard.text };
  if (pending === null && isTelling(heard)) return { ...filled, details: heard.text };
  const declined = intent === 'deny' || saysUnknown(heard.text);
  if ((pending === 'account_number' || pending === 'phone') && declined) {
    return { ...filled, skipped: [...filled.skipped, pending] };
  }
  if (pending !== null && pending !== 'details' && heard.text && !slots.account_number && !slots.phone) {
    return { ...filled, details: [filled.details, heard.text].filter(Boolean).join('\n') };
  }
  return filled;
}

function isTelling({ text, chosen }: Heard): boolean {
  if (chosen) return false;
  return text.length >= (/\p{Script=Han}/u.test(text) ? TELLING.cjk : TELLING.other);
}

function openRequest(turn: Turn, kind: RequestKind, values: RequestValues): string {
  const { work, services, memory, now } = turn;
  const id = work.newId();
  const number = drawNumber(turn);
  const ticket = {
    id,
    number,
    kind: kind.ticket,
    severity: 'P4' as const,
    reasons: '[]',
    facts: null,
    place: null,
    lat: null,
    lon: null,
    since: null,
    phone: values.phone,
    description: [values.details, values.evidence?.text].filter(Boolean).join('\n\n'),
    account_id: memory.verified?.accountId ?? null,
    conversation_id: work.conversation.id,
    session_id: work.session.id,
    responsible_role: kind.role,
    language: turn.language,
    created_at: now,
  };
  const { details, account_number, photos, evidence } = values;
  const said = { details, account_number, photos, ...(evidence ? { evidence: evidence.data } : {}) };
  work.add(...services.tickets.open(ticket, { at: now, actor: 'bot', type: 'opened', data: said }));
  work.tellDesk({ type: 'ticket', ticketId: id });
  memory.summary = { ...memory.summary, ticketNumbers: [...memory.summary.ticketNumbers, number] };
  return number;
}

function requestCard(turn: Turn, kind: RequestKind, values: RequestValues, number: string): CardOf<'ticket'> {
  const { words, services } = turn;
  const { labels, next } = words.ticket;
  const { standards } = services.profile;
  const promises: Record<RequestKind['promise'], string[]> = {
    complaint: [
      next.contact(standards.complaintContactHours.value),
      next.answer(standards.complaintAnswerWorkingDays.value),
    ],
    meter: [next.answer(standards.meterWorkingDays.value)],
    damage: [next.contact(standards.damageVisitHours.value)],
    reconnection: [next.contact(standards.reconnectionHours.value)],
    person: [next.person],
    none: [next.person],
  };
  return {
    kind: 'ticket',
    title: words.ticket.titles[kind.ticket] ?? '',
    number,
    severity: 'P4',
    severityLabel: words.ticket.severity.P4,
    facts: [
      ...(values.details ? [{ label: labels.what, value: values.details }] : []),
      ...(values.evidence ? [{ label: words.money.explain.analysis.attached, value: values.evidence.title }] : []),
      ...(values.account_number ? [{ label: labels.account, value: masked(values.account_number) }] : []),
      ...(values.phone ? [{ label: labels.phone, value: values.phone }] : []),
    ],
    next: promises[kind.promise],
    actions: [],
  };
}
