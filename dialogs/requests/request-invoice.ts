import type { Bill } from '../../domain/billing/billing-source.ts';
import { isEmailAddress } from '../../domain/invoices/email-address.ts';
import { type CreditCodeVerdict, judgeCreditCode } from '../../domain/invoices/unified-credit-code.ts';
import type { BillOfAccount, StandingInvoice } from '../../store/repositories/invoice-request-repository.ts';
import type { CardOf, Fact } from '../../web/protocol/card.ts';
import type { Frame } from '../frame/frame.ts';
import type { Heard } from '../heard.ts';
import { namedIn } from '../money/ask-bill.ts';
import { VERIFY_ACCOUNT } from '../money/verify-account.ts';
import type { Offer } from '../offer.ts';
import type { Answer, Turn } from '../turn.ts';
import { bareField, fieldOfRound } from './field-round.ts';
import { type InvoiceKind, type InvoiceSaid, invoiceIn } from './invoice-words.ts';
import { openPlainTicket } from './open-plain-ticket.ts';

export const REQUEST_INVOICE = 'request.invoice';

export interface InvoiceValues {
  readonly accountId: string | null;
  /** The month that was named last, YYYY-MM. */
  readonly period: string | null;
  /** The bill that it is for. */
  readonly bill: Pick<Bill, 'id' | 'period' | 'amountFen'> | null;
  readonly kind: InvoiceKind | null;
  readonly title: string | null;
  readonly taxNumber: string | null;
  readonly email: string | null;
  /** What was given and can't be right, to be said with the question. */
  readonly wrong: WrongPart | null;
  readonly confirmed: boolean;
  /** Rises with each correction. */
  readonly round: number;
  readonly explained: boolean;
  /** Why there is nothing more to ask. */
  readonly end: InvoiceEnd | null;
}

export type WrongPart =
  | { readonly part: 'tax_number'; readonly verdict: Exclude<CreditCodeVerdict, { kind: 'valid' }> }
  | { readonly part: 'email' };

export type InvoiceEnd =
  | { readonly kind: 'stands'; readonly number: string }
  | { readonly kind: 'no_bill' }
  | { readonly kind: 'unreachable' };

const NOTHING_YET: InvoiceValues = {
  ...{ accountId: null, period: null, bill: null, kind: null, title: null, taxNumber: null, email: null, wrong: null },
  ...{ confirmed: false, round: 0, explained: false, end: null },
};

/** An invoice for a bill: what it has to say is asked for, read back, and handed to a person; once for each bill. */
export const requestInvoice: Frame<InvoiceValues> = {
  id: REQUEST_INVOICE,
  version: 1,
  start: () => NOTHING_YET,
  fill: fillInvoice,
  next: nextInvoiceField,
  ask: (turn, values, question) => askForInvoice(turn, values, question),

  async before(turn, values) {
    const explained = values.explained ? values : await explain(turn, values);
    return settleBill(turn, explained);
  },

  skip: () => null,
  proof: {
    dialog: VERIFY_ACCOUNT,
    options: {},
    isLacking: (_turn, { accountId, end }) => accountId === null && end === null,
  },

  async finish(turn, values) {
    if (values.end) return sayEnd(turn, values.end);
    return file(turn, values);
  },

  async cancel(turn) {
    await turn.say({ text: turn.words.common.cancelled });
  },

  gathered({ title, bill }) {
    return { ...(title ? { title } : {}), ...(bill ? { period: bill.period } : {}) };
  },

  tellsMore: (before, after) => JSON.stringify(before) !== JSON.stringify(after) && after.wrong === null,
};

/** Takes in a message; pure. */
export function fillInvoice(values: InvoiceValues, heard: Heard, pending: string | null): InvoiceValues {
  const { chosen, understanding } = heard;
  if (chosen?.kind === 'value') return chosenValue(values, chosen);
  const field = bareField(pending);
  const said = invoiceIn(heard.text, pending);
  // "Yes, but send it to …" puts right what was read back, and agrees to nothing.
  if (field === 'confirm' && understanding.intent === 'affirm' && !isOther(said, values)) {
    return { ...values, confirmed: true };
  }
  if (Object.keys(said).length === 0) return values;
  const tax = said.taxNumber === undefined ? null : judgeCreditCode(said.taxNumber);
  const isEmail = said.email === undefined || isEmailAddress(said.email);
  const wrong: WrongPart | null =
    tax && tax.kind !== 'valid' ? { part: 'tax_number', verdict: tax } : isEmail ? null : { part: 'email' };
  return {
    ...values,
    kind: said.kind ?? values.kind,
    title: said.title ?? values.title,
    taxNumber: tax === null ? values.taxNumber : tax.kind === 'valid' ? tax.code : null,
    email: said.email === undefined ? values.email : isEmail ? said.email : null,
    wrong,
    // Read back anew, after whatever was changed.
    round: field === 'confirm' ? values.round + 1 : values.round,
  };
}

function isOther(said: InvoiceSaid, { kind, title, taxNumber, email }: InvoiceValues): boolean {
  const known = { kind, title, taxNumber, email };
  return Object.entries(said).some(([part, given]) => given !== known[part as keyof typeof known]);
}

/** The field to ask for next; null where nothing is lacking, or who is asking has yet to be shown. */
export function nextInvoiceField({
  accountId,
  end,
  kind,
  title,
  taxNumber,
  email,
  confirmed,
  round,
}: InvoiceValues): string | null {
  if (accountId === null || end !== null || confirmed) return null;
  if (kind === null) return fieldOfRound('title_kind', round);
  if (title === null) return fieldOfRound('title', round);
  if (kind === 'company' && taxNumber === null) return fieldOfRound('tax_number', round);
  if (email === null) return fieldOfRound('email', round);
  return fieldOfRound('confirm', round);
}

function chosenValue(values: InvoiceValues, { field, value }: { field: string; value: string }): InvoiceValues {
  const anew = { ...values, round: values.round + 1, wrong: null };
  switch (field) {
    case 'title_kind':
      return value === 'personal' || value === 'company' ? { ...values, kind: value } : values;
    case 'confirm':
      return { ...values, confirmed: true };
    case 'title':
      return { ...anew, kind: null, title: null, taxNumber: null };
    case 'tax_number':
      return { ...anew, taxNumber: null };
    case 'email':
      return { ...anew, email: null };
    default:
      return values;
  }
}

/** What the utility says of invoices, where the first message has not said more than that one is wanted. */
async function explain(turn: Turn, values: InvoiceValues): Promise<InvoiceValues> {
  const isTold = values.title !== null || values.taxNumber !== null || values.email !== null;
  const text = isTold ? null : await turn.services.content.answer('ask_invoice', turn.language);
  if (text) await turn.say({ text });
  return { ...values, explained: true };
}

/** Which bill it is for, and whether one was asked for already, once it is known who asks. */
async function settleBill(turn: Turn, values: InvoiceValues): Promise<InvoiceValues> {
  const { verified, shownBill = null } = turn.memory;
  const period = monthMeant(turn, values) ?? values.period;
  if (!verified) return { ...values, accountId: null, bill: null, period };
  if (values.accountId === verified.accountId && values.bill && (period === null || period === values.bill.period))
    return values;
  const look = await turn.services.billing.look(verified.accountId, 'glance');
  const known = { ...values, period, accountId: verified.accountId };
  if (look.kind !== 'known') return { ...known, end: { kind: 'unreachable' } };
  const { bills } = look.record;
  const wanted = period ?? values.bill?.period ?? shownBill;
  const bill = wanted === null ? bills[0] : bills.find(({ period }) => period === wanted);
  if (!bill) return { ...known, end: { kind: 'no_bill' } };
  const standing = await standingOf(turn, { accountId: verified.accountId, id: bill.id });
  const isRead = values.bill === null || values.bill.id === bill.id;
  return {
    ...known,
    // "Yes, September's": another bill is read back before it is agreed to.
    ...(isRead ? {} : { confirmed: false, round: values.round + 1 }),
    bill: { id: bill.id, period: bill.period, amountFen: bill.amountFen },
    end: standing ? { kind: 'stands', number: standing.number } : null,
  };
}

/** The month that the invoice is wanted for; not one of which a title or an address is made: "三月花店有限公司", "June Chen". */
function monthMeant({ heard, now, services }: Turn, { title, email }: InvoiceValues): string | null {
  const said = heard.text.normalize('NFKC').replace(/\s+/gu, ' ');
  const text = [title, email].reduce<string>((left, part) => (part ? left.replace(part, ' ') : left), said);
  return namedIn({ heard: { text, understanding: heard.understanding }, now, services });
}

/** One that was cancelled stands no more. */
async function standingOf({ services }: Turn, bill: BillOfAccount): Promise<StandingInvoice | null> {
  const standing = await services.invoices.ofBill(bill);
  return standing && standing.state !== 'cancelled' ? standing : null;
}

function askForInvoice(turn: Turn, values: InvoiceValues, { field, again }: { field: string; again: boolean }): Answer {
  const says = turn.words.requests.invoice;
  const wrong = values.wrong ? `${wrongWords(turn, values.wrong)}\n` : '';
  switch (bareField(field)) {
    case 'title_kind':
      return {
        text: says.ask.kind(
          turn.words.common.month(values.bill?.period ?? ''),
          turn.words.common.sum(values.bill?.amountFen ?? 0),
        ),
        offers: [
          value('title_kind', says.offers.personal, 'personal'),
          value('title_kind', says.offers.company, 'company'),
        ],
      };
    case 'title':
      return { text: values.kind === 'company' ? says.ask.companyTitle : says.ask.personalTitle };
    case 'tax_number':
      return { text: wrong + (again ? says.ask.taxNumberAgain : says.ask.taxNumber) };
    case 'email':
      return { text: wrong + (again ? says.ask.emailAgain : says.ask.email) };
    default:
      return readBack(turn, values);
  }
}

function wrongWords({ words }: Turn, wrong: WrongPart): string {
  const { invoice } = words.requests;
  if (wrong.part === 'email') return invoice.wrongEmail;
  const { verdict } = wrong;
  switch (verdict.kind) {
    case 'length':
      return invoice.wrongLength(verdict.length);
    case 'sign':
      return invoice.wrongSign(verdict.sign);
    case 'check':
      return invoice.wrongCheck;
  }
}

function readBack(turn: Turn, values: InvoiceValues): Answer {
  const { invoice } = turn.words.requests;
  const { confirm, title, taxNumber, email, cancel } = invoice.offers;
  return {
    text: invoice.ask.confirm,
    card: {
      kind: 'list',
      title: invoice.title,
      items: [{ title: invoice.readBack, facts: factsOf(turn, values) }],
      actions: [],
    },
    offers: [
      value('confirm', confirm, 'yes'),
      value('title', title, 'change'),
      ...(values.kind === 'company' ? [value('tax_number', taxNumber, 'change')] : []),
      value('email', email, 'change'),
      { label: cancel, meaning: { kind: 'intent', intent: 'cancel' } },
    ],
  };
}

function value(field: string, label: string, given: string): Offer {
  return { label, meaning: { kind: 'value', field, value: given } };
}

function factsOf({ words }: Pick<Turn, 'words'>, { bill, kind, title, taxNumber, email }: InvoiceValues): Fact[] {
  const { labels, offers } = words.requests.invoice;
  return [
    ...(bill
      ? [{ label: labels.bill, value: `${words.common.month(bill.period)} · ${words.common.sum(bill.amountFen)}` }]
      : []),
    { label: labels.kind, value: kind === 'company' ? offers.company : offers.personal },
    { label: labels.title, value: title ?? '' },
    ...(kind === 'company' ? [{ label: labels.taxNumber, value: taxNumber ?? '' }] : []),
    { label: labels.email, value: email ?? '' },
  ];
}

async function sayEnd(turn: Turn, end: InvoiceEnd): Promise<void> {
  const { invoice } = turn.words.requests;
  const text = { stands: invoice.stands, no_bill: () => invoice.noBill, unreachable: () => invoice.unreachable }[
    end.kind
  ](end.kind === 'stands' ? end.number : '');
  await turn.say({
    text,
    offers: [
      ...(end.kind === 'no_bill'
        ? [{ label: turn.words.balance.offers.bill, meaning: { kind: 'intent', intent: 'ask_bill' } } as const]
        : []),
      { label: turn.words.common.person, meaning: { kind: 'intent', intent: 'talk_to_agent' } },
    ],
  });
}

async function file(turn: Turn, values: InvoiceValues): Promise<string | null> {
  const { services, words, work, now } = turn;
  const { accountId, bill, kind, title, taxNumber, email } = values;
  if (!bill || accountId === null) return null;
  const claimed = { accountId, id: bill.id };
  const facts = factsOf(turn, values);
  const before = await services.invoices.ofBill(claimed);
  const { id, number } = openPlainTicket(turn, {
    kind: 'invoice',
    description: facts.map(({ label, value: given }) => `${label}: ${given}`).join('\n'),
    data: {
      bill: bill.id,
      period: bill.period,
      amountFen: bill.amountFen,
      titleKind: kind,
      title,
      taxNumber: kind === 'company' ? taxNumber : null,
      email,
    },
  });
  work.add(services.invoices.claim(claimed, id, { now, instead: before?.ticketId ?? null }));
  const card: CardOf<'ticket'> = {
    ...{ kind: 'ticket', title: words.requests.invoice.title, number, facts, actions: [] },
    ...{ severity: 'P4', severityLabel: words.ticket.severity.P4 },
    next: [words.requests.invoice.next],
  };
  await turn.say({ text: words.ticket.stands(number), card });
  return number;
}
