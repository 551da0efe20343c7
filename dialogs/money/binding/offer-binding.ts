import type { Turn } from '../../turn.ts';
import { chatUserOf } from './chat-user.ts';

/** Offers whoever has just given a code to be remembered, beside what was offered already; nothing where that can't be. */
export async function offerBinding(turn: Turn): Promise<void> {
  const { memory, words, services, now } = turn;
  const user = memory.verified?.by === 'code' ? chatUserOf(turn) : null;
  if (!user) return;
  const found = await services.bindings.of(user, now);
  if (found?.over === null && found.accountId === memory.verified?.accountId) return;
  const { offer, offers } = words.money.binding;
  const bind = { label: offers.bind, meaning: { kind: 'binding' as const, asked: 'bind' as const } };
  await turn.say({ text: offer, offers: [...memory.offers, bind] });
}
