/** A low rating is looked into: somebody has to, does, and says what came of it. */
export const FOLLOW_UP_STATES = ['open', 'in_hand', 'closed'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

export const FOLLOW_UP_OUTCOMES = [
  'put_right',
  'apologised',
  'coached',
  'process_changed',
  'not_reached',
  'unfounded',
] as const;
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number];

export type FollowUpMove =
  | { readonly to: 'in_hand' }
  /** Of somebody else who answers for it from now on. */
  | { readonly to: 'handed_on'; readonly staffId: string }
  | { readonly to: 'closed'; readonly outcome: FollowUpOutcome; readonly note: string };

export type FollowUpJudgement = 'allowed' | 'over' | 'not_from_here' | 'same_person';

/** Whether a follow-up can be moved so. What is closed stays closed; what is in hand goes back to nobody. */
export function judgeFollowUp(
  { state, responsibleId }: { readonly state: FollowUpState; readonly responsibleId: string | null },
  move: FollowUpMove,
): FollowUpJudgement {
  if (state === 'closed') return 'over';
  if (move.to === 'in_hand' && state === 'in_hand') return 'not_from_here';
  if (move.to === 'handed_on' && move.staffId === responsibleId) return 'same_person';
  return 'allowed';
}
