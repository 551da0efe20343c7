import type { Turn } from '../turn.ts';

/** Ends a verification that has come to nothing: says why, and offers a person instead. */
export async function refuse(turn: Turn, text: string): Promise<void> {
  await turn.say({
    text,
    offers: [{ label: turn.words.common.person, meaning: { kind: 'intent', intent: 'talk_to_agent' } }],
  });
}
