import type { Intent } from '../domain/intent.ts';

/** A suggested action: what is shown, and what it means. */
export interface Offer {
  readonly label: string;
  readonly meaning: Meaning;
}

/** What a suggested action means when it is chosen, by its words or its number. */
export type Meaning =
  | { readonly kind: 'intent'; readonly intent: Intent }
  /** A value for a field of the frame that asked. */
  | { readonly kind: 'value'; readonly field: string; readonly value: string };
