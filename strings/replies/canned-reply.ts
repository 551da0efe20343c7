/** What a canned reply may hold in braces. */
export const REPLY_VARIABLES = ['customer', 'agent', 'utility', 'ticket'] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];

export interface CannedReply {
  readonly id: string;
  /** Whom it is shown first. */
  readonly skill: 'fault' | 'billing' | 'complaint' | 'general';
  readonly title: { readonly zh: string; readonly en: string };
  readonly text: { readonly zh: string; readonly en: string };
  /** When it is suggested: intents of taxonomy.json, moods, a moment; `needs` must hold for it to be true. */
  readonly intents?: readonly string[];
  readonly moods?: readonly ('upset' | 'impatient' | 'worried' | 'content')[];
  readonly moment?: 'opening' | 'closing' | 'danger';
  readonly needs?: readonly ('ticket' | 'no_ticket' | 'no_place' | 'no_account')[];
}
