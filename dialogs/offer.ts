import type { Intent } from '../domain/intent.ts';

/** A suggested action: what is shown, and what it means. */
export interface Offer {
  readonly label: string;
  readonly meaning: Meaning;
}

/** What a suggested action means when it is chosen, by its words or its number. */
export type Meaning =
  | { readonly kind: 'intent'; readonly intent: Intent; readonly matter?: OfferedMatter }
  /** A value for a field of the frame that asked. */
  | { readonly kind: 'value'; readonly field: string; readonly value: string }
  /** Whether what a ticket was about has been put right. */
  | { readonly kind: 'restored'; readonly number: string; readonly back: boolean }
  /** To be remembered in this chat, or no longer. */
  | { readonly kind: 'binding'; readonly asked: 'bind' | 'unbind' }
  /** News may come at night too. */
  | { readonly kind: 'at_night' }
  /** Whether there is power, where that was asked. */
  | { readonly kind: 'power'; readonly questionId: string; readonly says: 'on' | 'dark' }
  /** Whether they may be asked such things. */
  | { readonly kind: 'asking'; readonly agrees: boolean }
  /** Of an account registered for life support. */
  | {
      readonly kind: 'contact';
      readonly accountId: string;
      readonly causeId: string;
      readonly answer: 'safe' | 'help';
    };

/** What of an intent is meant, where its own answer is not. */
export type OfferedMatter =
  | 'file_dispute'
  | 'payment_plan'
  | 'cost_for_me'
  | 'arrears'
  | 'my_usage'
  | 'tips'
  | 'near_home'
  | 'bill_pdf'
  | 'bill_image'
  | 'pay_link'
  | 'callback'
  | 'keep_waiting'
  | 'with_bot';
