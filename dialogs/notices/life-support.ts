import type { LifeSupportCheck } from '../../web/protocol/notices.ts';
import type { Meaning, Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';

/** Asks somebody whose life depends on a device whether they are safe. */
export async function askIfSafe(turn: Turn, check: LifeSupportCheck): Promise<void> {
  const { lifeSupport } = turn.words;
  const { accountId, causeId } = check;
  const offer = (answer: 'safe' | 'help'): Offer => ({
    label: lifeSupport.offers[answer],
    meaning: { kind: 'contact', accountId, causeId, answer },
  });
  await turn.say({
    text: lifeSupport.check(check.address, check.callMinutes),
    offers: [offer('safe'), offer('help')],
    danger: true,
  });
}

/** Takes the answer to it. */
export async function takeContact(turn: Turn, meaning: Extract<Meaning, { kind: 'contact' }>): Promise<void> {
  const { work, services, words, now } = turn;
  work.add(services.ladders.answer(meaning, meaning.answer, now));
  const { ambulance } = services.profile.contact.emergency;
  const { lifeSupport } = words;
  await turn.say({ text: meaning.answer === 'safe' ? lifeSupport.safe : lifeSupport.help(ambulance), danger: true });
}
