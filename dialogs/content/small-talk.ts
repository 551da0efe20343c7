import type { Intent } from '../../domain/intent.ts';
import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';

const SMALL_TALK = new Set<Intent>(['greet', 'thank', 'goodbye', 'affirm', 'deny', 'cancel', 'repeat']);

/** Whether an intent is no matter of its own. */
export function isSmallTalk(intent: Intent): boolean {
  return SMALL_TALK.has(intent);
}

/** Greeting, thanks and the like: one sentence, and what can be done next. */
export async function smallTalk(turn: Turn, intent: Intent): Promise<boolean> {
  const { words, memory } = turn;
  switch (intent) {
    case 'greet':
      await (memory.greeted ? turn.say({ text: words.greet.again, offers: mainOffers(turn) }) : greet(turn));
      return true;
    case 'thank':
      await turn.say({ text: words.greet.thanks });
      return true;
    case 'goodbye':
      await turn.say({ text: words.greet.goodbye });
      return true;
    case 'affirm':
      await turn.say({ text: words.greet.affirmed, offers: mainOffers(turn) });
      return true;
    case 'deny':
      await turn.say({ text: words.greet.denied, offers: mainOffers(turn) });
      return true;
    case 'cancel':
      await turn.say({ text: words.common.nothingToCancel });
      return true;
    case 'repeat':
      await turn.say({ text: memory.lastWords || words.common.repeatNothing });
      return true;
    default:
      return false;
  }
}

/** The first words of a conversation. */
export async function greet(turn: Turn): Promise<void> {
  const { words, memory, services, language } = turn;
  memory.greeted = true;
  const name = language === 'en' ? services.profile.name.en : services.profile.name.zh;
  await turn.say({ text: words.greet.hello(name), offers: mainOffers(turn) });
}

export function mainOffers({ words }: Turn): Offer[] {
  const { offers } = words.greet;
  const intent = (label: string, meant: Intent): Offer => ({ label, meaning: { kind: 'intent', intent: meant } });
  return [
    intent(offers.fault, 'report_outage'),
    intent(offers.bill, 'ask_bill'),
    intent(offers.pay, 'find_payment_location'),
    intent(offers.planned, 'ask_planned_outage'),
    intent(offers.person, 'talk_to_agent'),
  ];
}
