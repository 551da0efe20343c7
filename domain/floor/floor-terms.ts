import type { Skill } from '../desk/staff-skills.ts';

/** Raised once it is reached, and not again until what is measured has come down to `clearAt`, which is lower. */
export interface Threshold {
  readonly raiseAt: number;
  readonly clearAt: number;
}

/** What a utility has settled about how supervisors look after the floor. */
export interface FloorTerms {
  /** Whether who serves a conversation is told that a supervisor listens. */
  readonly showListening: boolean;
  /** Whose name a customer sees when a supervisor has taken over: the supervisor's, or still the agent's. */
  readonly takeOverName: 'supervisor' | 'agent';
  readonly thresholds: {
    readonly oldestWaitSeconds: Threshold;
    readonly queueLength: Readonly<Record<Skill, Threshold>>;
    /** How long somebody in danger may be without an answer, waiting or in somebody's hands. */
    readonly unansweredDangerSeconds: Threshold;
    /** Conversations in hand by what those at the desk can take. */
    readonly occupancyPercent: Threshold;
    /** The longer end of what a newcomer would be told. */
    readonly expectedWaitMinutes: Threshold;
    /** Whose desk fell silent without being signed out. */
    readonly agentsGone: Threshold;
    readonly ticketsBreached: Threshold;
  };
}

export const ALERT_KINDS = [
  'oldest_wait',
  'queue_length',
  'unanswered_danger',
  'occupancy',
  'expected_wait',
  'agents_gone',
  'tickets_breached',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
