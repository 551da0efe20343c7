import { z } from 'zod';
import type { CardsHidden } from '../../store/inbox.ts';
import type { Turn } from '../turn.ts';
import { payLinkOffers } from './pay-now.ts';

/**
 * Says that card numbers do not belong in a chat, where one was sent; it was masked before it was kept. What the message said beside it is not
 * acted upon: money would be in it. `going`: a question is open and will be put again. False where none was sent.
 */
export async function refuseCardNumber(turn: Turn, going: boolean): Promise<boolean> {
  const hidden: CardsHidden | undefined = cardsHiddenSchema.safeParse(turn.context.activity.channelData).data;
  if (!hidden) return false;
  const { words } = turn;
  const { warn, pay } = words.documents.cardNumber;
  const methods = {
    label: words.balance.offers.methods,
    meaning: { kind: 'intent', intent: 'ask_payment_methods' },
  } as const;
  await turn.say(going ? { text: warn } : { text: `${warn}\n${pay}`, offers: [...payLinkOffers(turn), methods] });
  return true;
}

const cardsHiddenSchema = z.object({ cardsHidden: z.number().int().positive() });
