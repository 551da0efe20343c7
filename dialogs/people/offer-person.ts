import type { Turn } from '../turn.ts';

/** Asks whether a person should help; said where a question was put twice in vain. */
export async function offerPerson(turn: Turn): Promise<void> {
  const { person } = turn.words;
  await turn.say({
    text: person.offer,
    offers: [
      { label: person.offerYes, meaning: { kind: 'intent', intent: 'talk_to_agent' } },
      { label: person.offerNo, meaning: { kind: 'intent', intent: 'repeat' } },
    ],
  });
}
