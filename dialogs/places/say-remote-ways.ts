import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';

/** Ways to pay without going anywhere, and a person. */
export async function sayRemoteWays(turn: Turn, leadingIn: string | null): Promise<void> {
  const ways = await turn.services.content.answer('ask_payment_methods', turn.language);
  const person: Offer = { label: turn.words.common.person, meaning: { kind: 'intent', intent: 'talk_to_agent' } };
  const text = [leadingIn, ways].filter((part) => part !== null).join('\n');
  await turn.say({ text, offers: [person] });
}
