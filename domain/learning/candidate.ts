/**
 * Why a message is worth a look, the weightier later: it was not understood, it had to be asked which of two was meant,
 * the customer said that neither was, a person had to be brought, or somebody at the desk put it right.
 */
export const CANDIDATE_REASONS = ['not_understood', 'did_you_mean', 'said_no', 'handed_over', 'corrected'] as const;
export type CandidateReason = (typeof CANDIDATE_REASONS)[number];

export const CANDIDATE_STATES = ['open', 'labelled', 'discarded'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** From 0. A message keeps its weightiest reason, however often the like of it is said. */
export function weightOf(reason: CandidateReason): number {
  return CANDIDATE_REASONS.indexOf(reason);
}

/** Why a colleague corrects what the bot has made of a message. */
export const CORRECTION_REASONS = [
  'other_matter',
  'danger_missed',
  'no_danger',
  'graver',
  'less_grave',
  'customer_said_so',
  'other',
] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];
