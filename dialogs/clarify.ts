import type { Intent } from '../domain/intent.ts';
import { mainOffers } from './content/small-talk.ts';
import { keepForLearning } from './learning/learn-from-turn.ts';
import { offerPerson } from './people/offer-person.ts';
import { requestPerson } from './people/request-person.ts';
import type { Turn } from './turn.ts';

/** Not sure: asks which of the likeliest is meant. */
export async function chooseBetween(turn: Turn, intents: readonly Intent[]): Promise<void> {
  const { words, memory } = turn;
  memory.misunderstood += 1;
  if (memory.misunderstood > 2) {
    await toPerson(turn);
    return;
  }
  keepForLearning(turn, 'did_you_mean');
  await turn.say({
    text: words.clarify.which,
    offers: [...intents, 'talk_to_agent' as const].map((intent) => ({
      label: words.intents[intent] ?? intent,
      meaning: { kind: 'intent', intent },
    })),
  });
}

/** Nothing understood: asks once for other words, then for a choice, then brings a person. */
export async function didNotUnderstand(turn: Turn): Promise<void> {
  const { words, memory } = turn;
  memory.misunderstood += 1;
  if (memory.misunderstood > 2) {
    await toPerson(turn);
    return;
  }
  keepForLearning(turn, 'not_understood');
  const text = memory.misunderstood === 1 ? words.clarify.rephrase : words.clarify.which;
  await turn.say({ text, offers: mainOffers(turn) });
}

/** Nothing that a utility answers: says so, then asks for a choice, then offers a person. */
export async function answerOutOfScope(turn: Turn): Promise<void> {
  const { memory, words, services, language } = turn;
  memory.misunderstood += 1;
  if (memory.misunderstood > 2) {
    keepForLearning(turn, 'not_understood');
    await offerPerson(turn);
    return;
  }
  // Chit-chat is refused and forgotten; who asks again was perhaps refused wrongly.
  if (memory.misunderstood > 1) keepForLearning(turn, 'not_understood');
  const says = (await services.content.answer('out_of_scope', language)) ?? words.clarify.outOfScope;
  await turn.say({ text: memory.misunderstood === 1 ? says : words.clarify.which, offers: mainOffers(turn) });
}

async function toPerson(turn: Turn): Promise<void> {
  keepForLearning(turn, 'handed_over');
  turn.memory.misunderstood = 0;
  await turn.say({ text: turn.words.clarify.toPerson });
  await requestPerson(turn, 'not_understood');
}
