/** Whether and how far customers who have agreed to it are asked back, in trouble, whether they have power. */
export interface AskingTerms {
  readonly on: boolean;
  /** Asking begins by itself with an incident; else a dispatcher starts it. */
  readonly startsByItself: boolean;
  readonly mostPerIncident: number;
  /** So many questions are out at a time. */
  readonly mostPerLook: number;
  /** An answer must be expected to tell so much of which devices have failed. */
  readonly leastGainBits: number;
  /** Between two questions to the same customer. */
  readonly leastHoursBetween: number;
  /** After so long a question counts as not answered. */
  readonly expiryMinutes: number;
  /** What share of questions is expected to stay unanswered. */
  readonly noAnswerShare: number;
}
