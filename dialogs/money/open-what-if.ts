import type { Memory } from '../memory.ts';
import { INTENT_OF_ASKED } from './money-asked.ts';

/** What was last asked the cost of, as long as nothing else has been spoken of since. */
export function openWhatIf({ summary, whatIf }: Pick<Memory, 'summary' | 'whatIf'>): string | null {
  return summary.intent === INTENT_OF_ASKED.cost ? (whatIf ?? null) : null;
}
