import type { CORRECTION_REASONS } from '../../protocol/desk/learning.ts';

/** What a message should have been taken for; null where that was right. */
export interface Right {
  readonly intent: string | null;
  readonly severity: string | null;
  readonly class: string | null;
}

/** The likeliest reason for a correction: P1 is the gravest, and no grade counts as P4. */
export function suggestedReason({ severity }: Right, before: string | null): (typeof CORRECTION_REASONS)[number] {
  const was = before ?? 'P4';
  if (severity === null || severity === was) return 'other_matter';
  if (severity < was) return severity === 'P1' ? 'danger_missed' : 'graver';
  return was === 'P1' ? 'no_danger' : 'less_grave';
}
