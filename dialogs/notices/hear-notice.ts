import type { DialogContext } from 'botbuilder-dialogs';
import {
  LIFE_SUPPORT_CHECK,
  lifeSupportCheckSchema,
  SUPPLY_QUESTION,
  supplyQuestionSchema,
  TICKET_NEWS,
  ticketNewsSchema,
} from '../../web/protocol/notices.ts';
import { askAboutPower, notePower, powerIn, takePower } from '../asking/ask-about-power.ts';
import { consentIn, takeConsent } from '../asking/consent.ts';
import type { Meaning } from '../offer.ts';
import type { Turn } from '../turn.ts';
import { askIfSafe, type Contact, takeContact } from './life-support.ts';
import { restoredIn, takeRestored } from './restored.ts';
import { tellNews } from './tell-news.ts';

/** Tells the customer what the system wants told; what was going on goes on afterwards. False where it is no notice. */
export async function hearNotice(turn: Turn, dc: DialogContext): Promise<boolean> {
  const { name, value } = turn.context.activity;
  if (name === TICKET_NEWS) await tellNews(turn, ticketNewsSchema.parse(value));
  else if (name === LIFE_SUPPORT_CHECK) await askIfSafe(turn, lifeSupportCheckSchema.parse(value));
  else if (name === SUPPLY_QUESTION) {
    if (!(await askAboutPower(turn, supplyQuestionSchema.parse(value)))) return true;
  } else return false;
  const asks = turn.memory.offers.some(({ meaning }) => ASKS.has(meaning.kind));
  if (dc.activeDialog && !asks) await dc.repromptDialog();
  return true;
}

const ASKS: ReadonlySet<Meaning['kind']> = new Set(['restored', 'contact', 'power'] as const);

/**
 * Takes the answer to what was asked with a notice; `contact`: what was answered to whether somebody is safe, which comes
 * first. False where the message is about something else.
 */
export async function answerNotice(turn: Turn, dc: DialogContext, contact: Contact | null): Promise<boolean> {
  const { heard, work, services, words } = turn;
  const { chosen } = heard;
  // Within a dialog other free words belong to it.
  const restored = chosen?.kind === 'restored' ? chosen : dc.activeDialog ? null : restoredIn(heard, turn);
  const power = chosen?.kind === 'power' || !dc.activeDialog ? powerIn(heard, turn) : null;
  const consent = chosen?.kind === 'asking' || !dc.activeDialog ? consentIn(heard) : null;
  if (consent !== null) {
    await takeConsent(turn, dc, consent);
    return true;
  }
  if (contact) await takeContact(turn, contact);
  else if (restored) await takeRestored(turn, restored);
  else if (power?.goesOn) {
    notePower(turn, power.says);
    return false;
  } else if (power) await takePower(turn, power);
  else if (chosen?.kind === 'at_night') {
    work.add(services.followers.tellAtNight(work.conversation.id));
    await turn.say({ text: words.notices.atNight });
  } else return false;
  if (dc.activeDialog) await dc.repromptDialog();
  return true;
}
