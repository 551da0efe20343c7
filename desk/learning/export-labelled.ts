import type { Actor } from '../actor.ts';
import { audited } from '../audited.ts';
import type { LearningParts } from './decide-candidate.ts';
import { trainingLine } from './training-line.ts';

/** All that is labelled as lines of training data (JSON, each ended by a line feed), and how many they are. */
export async function exportLabelled(
  parts: LearningParts,
  { staffId }: Pick<Actor, 'staffId'>,
): Promise<{ readonly lines: string; readonly count: number }> {
  const labelled = await parts.repositories.candidates.labelled();
  const lines = labelled.flatMap(({ key, text, label }) =>
    label === null ? [] : [trainingLine({ key, text, label })],
  );
  const line = { actor: staffId, action: 'learning.exported', subject: 'learning', at: parts.now() };
  await parts.database.commit([audited(parts, { ...line, detail: { messages: lines.length } })]);
  return { lines: lines.map((one) => `${JSON.stringify(one)}\n`).join(''), count: lines.length };
}
