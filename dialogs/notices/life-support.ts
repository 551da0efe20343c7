import type { LifeSupportCheck } from '../../web/protocol/notices.ts';
import { isDanger } from '../decide-route.ts';
import type { Heard } from '../heard.ts';
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

export type Contact = Extract<Meaning, { kind: 'contact' }>;

/** Whoever answers "yes" to "are you safe?" and asks for something is not. */
const ASKS_FOR_HELP = /help|need|ambulance|send|帮|幫|救|需要|派人|[来來要]人/iu;

/**
 * What a message answers to that question, where it was the last to be asked: by what was chosen, or in words. Danger is
 * help that is needed. Null where the question does not stand, or the message is about something else.
 */
export function contactIn(heard: Heard, offers: readonly Offer[]): Contact | null {
  const { chosen, text, understanding } = heard;
  if (chosen?.kind === 'contact') return chosen;
  if (chosen !== null) return null;
  const answered = (answer: Contact['answer']) =>
    offers.map(({ meaning }) => meaning).find((meaning) => meaning.kind === 'contact' && meaning.answer === answer);
  const { intent } = understanding;
  const meaning =
    isDanger(heard) || intent === 'deny' || intent === 'help' || (intent === 'affirm' && ASKS_FOR_HELP.test(text))
      ? answered('help')
      : intent === 'affirm'
        ? answered('safe')
        : undefined;
  return meaning?.kind === 'contact' ? meaning : null;
}

/** Takes the answer to it. */
export async function takeContact(turn: Turn, meaning: Contact): Promise<void> {
  const { work, services, words, now } = turn;
  work.add(services.ladders.answer(meaning, meaning.answer, now));
  const { ambulance } = services.profile.contact.emergency;
  const { lifeSupport } = words;
  await turn.say({ text: meaning.answer === 'safe' ? lifeSupport.safe : lifeSupport.help(ambulance), danger: true });
}
