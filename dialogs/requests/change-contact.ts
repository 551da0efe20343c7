import type { CardOf, Fact } from '../../web/protocol/card.ts';
import type { Frame } from '../frame/frame.ts';
import type { Heard } from '../heard.ts';
import { masked } from '../masked.ts';
import { VERIFY_ACCOUNT } from '../money/verify-account.ts';
import type { Offer } from '../offer.ts';
import type { Answer, Turn } from '../turn.ts';
import { addressIn, type ContactKind, contactChangeAsked, mobileIn } from './contact-words.ts';
import { bareField, fieldOfRound } from './field-round.ts';
import { openPlainTicket } from './open-plain-ticket.ts';

export const CHANGE_CONTACT = 'request.contact_change';

export interface ContactValues {
  /** Whose it is, by a code to the registered phone. */
  readonly accountId: string | null;
  readonly kind: ContactKind | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly confirmed: boolean;
  /** Rises with each correction. */
  readonly round: number;
}

const NOTHING_YET: ContactValues = {
  accountId: null,
  kind: null,
  phone: null,
  address: null,
  confirmed: false,
  round: 0,
};

/**
 * Another phone or postal address, as a request to a person. Codes go to the registered phone, so whoever could change it unseen could have
 * everything else: it takes a code to that phone, however well somebody is known, and that phone is told.
 */
export const changeContact: Frame<ContactValues> = {
  id: CHANGE_CONTACT,
  version: 1,
  start: () => NOTHING_YET,
  fill: fillContact,
  next: nextContactField,
  ask: (turn, values, { field, again }) => askForContact(turn, values, { field, again }),

  async before({ memory }, values) {
    const { verified } = memory;
    return { ...values, accountId: verified?.by === 'code' ? verified.accountId : null };
  },

  skip: () => null,
  proof: { dialog: VERIFY_ACCOUNT, options: { fresh: true }, isLacking: (_turn, { accountId }) => accountId === null },
  finish: file,

  async cancel(turn) {
    await turn.say({ text: turn.words.common.cancelled });
  },

  gathered({ kind, phone, address }) {
    return {
      ...(kind ? { change: kind } : {}),
      ...(phone ? { phone: masked(phone) } : {}),
      ...(address ? { address } : {}),
    };
  },
};

/** Takes in a message; pure. */
export function fillContact(values: ContactValues, heard: Heard, pending: string | null): ContactValues {
  const { chosen, understanding, text } = heard;
  const field = bareField(pending);
  if (chosen?.kind === 'value') return chosenValue(values, chosen);
  const kind = values.kind ?? contactChangeAsked(text);
  const phone = kind === 'phone' ? mobileIn(text) : null;
  const address = kind === 'address' ? addressIn(text, pending) : null;
  const changes = field === 'confirm' && isOther({ phone, address }, values);
  // "Yes, but the number is …" puts right what was read back, and agrees to nothing.
  if (field === 'confirm' && understanding.intent === 'affirm' && !changes) return { ...values, confirmed: true };
  return {
    ...values,
    kind,
    phone: phone ?? values.phone,
    address: address ?? values.address,
    round: changes ? values.round + 1 : values.round,
  };
}

function isOther(said: Pick<ContactValues, 'phone' | 'address'>, { phone, address }: ContactValues): boolean {
  return (said.phone !== null && said.phone !== phone) || (said.address !== null && said.address !== address);
}

/** The field to ask for next; null where nothing is lacking, or who is asking has yet to be shown. */
export function nextContactField({ accountId, kind, phone, address, confirmed, round }: ContactValues): string | null {
  if (accountId === null || confirmed) return null;
  if (kind === null) return fieldOfRound('contact_kind', round);
  if (kind === 'phone' && phone === null) return fieldOfRound('new_phone', round);
  if (kind === 'address' && address === null) return fieldOfRound('new_address', round);
  return fieldOfRound('confirm', round);
}

/** Whether a message gives what was asked for, so that it is not taken for another matter. */
export function saysContact(text: string, pending: string | null): boolean {
  const field = bareField(pending);
  if (field === 'new_address') return addressIn(text, pending) !== null;
  if (field === 'contact_kind') return contactChangeAsked(text) !== null;
  return mobileIn(text) !== null || (field === 'confirm' && addressIn(text, pending) !== null);
}

function chosenValue(values: ContactValues, { field, value }: { field: string; value: string }): ContactValues {
  if (field === 'contact_kind') return value === 'phone' || value === 'address' ? { ...values, kind: value } : values;
  if (field === 'confirm') return { ...values, confirmed: true };
  return field === 'change' ? { ...values, phone: null, address: null, round: values.round + 1 } : values;
}

function askForContact(turn: Turn, values: ContactValues, { field, again }: { field: string; again: boolean }): Answer {
  const { contact } = turn.words.requests;
  switch (bareField(field)) {
    case 'contact_kind':
      return {
        text: contact.ask.kind,
        offers: [
          value('contact_kind', contact.offers.phone, 'phone'),
          value('contact_kind', contact.offers.address, 'address'),
        ],
      };
    case 'new_phone':
      return { text: again ? contact.ask.phoneAgain : contact.ask.phone };
    case 'new_address':
      return { text: again ? contact.ask.addressAgain : contact.ask.address };
    default:
      return {
        text: contact.ask.confirm,
        card: {
          ...{ kind: 'list', title: contact.title, actions: [] },
          items: [{ title: contact.readBack, facts: factsOf(turn, values) }],
        },
        offers: [
          value('confirm', contact.offers.confirm, 'yes'),
          value('change', contact.offers.change, 'change'),
          { label: contact.offers.cancel, meaning: { kind: 'intent', intent: 'cancel' } },
        ],
      };
  }
}

function value(field: string, label: string, given: string): Offer {
  return { label, meaning: { kind: 'value', field, value: given } };
}

/** In full: a digit mistyped here would cost the customer their codes. */
function factsOf({ words, memory }: Pick<Turn, 'words' | 'memory'>, { kind, phone, address }: ContactValues): Fact[] {
  const { labels } = words.requests.contact;
  return [
    { label: labels.account, value: memory.verified?.number ?? '' },
    kind === 'phone'
      ? { label: labels.phone, value: grouped(phone ?? '') }
      : { label: labels.address, value: address ?? '' },
  ];
}

/** 138 0013 8000. */
function grouped(phone: string): string {
  return phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}

async function file(turn: Turn, values: ContactValues): Promise<string> {
  const { services, words, work, now, language } = turn;
  const { accountId, kind, phone, address } = values;
  const { contact } = words.requests;
  const what = kind === 'phone' ? contact.labels.phone : contact.labels.address;
  const { number } = openPlainTicket(turn, {
    kind: 'account_change',
    description: `${what}: ${kind === 'phone' ? phone : address}`,
    data: { change: kind, ...(kind === 'phone' ? { phone } : { address }) },
  });
  work.add(
    services.audit.add({
      ...{ id: work.newId(), at: now, actor: 'customer', action: 'contact_change.requested' },
      subject: `conversation:${work.conversation.id}`,
      detail: { change: kind, ticket: number, ...(phone ? { phone: masked(phone) } : {}) },
    }),
  );
  if (accountId) {
    const { shortName, contact: reached } = services.profile;
    const utility = language === 'en' ? shortName.en : shortName.zh;
    const text = contact.sms({ utility, what, number, hotline: reached.hotline });
    const said = language === 'zh-Hant' ? services.toTraditional(text) : text;
    work.add(services.accounts.tellHolder(accountId, { id: work.newId(), text: said, now }));
  }
  const card: CardOf<'ticket'> = {
    ...{ kind: 'ticket', title: contact.title, number, facts: factsOf(turn, values), actions: [] },
    ...{ severity: 'P4', severityLabel: words.ticket.severity.P4 },
    next: [contact.next, contact.told],
  };
  await turn.say({ text: words.ticket.stands(number), card });
  return number;
}
