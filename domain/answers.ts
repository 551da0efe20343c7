import type { Intent } from './intent.ts';

/** Intents whose answer, or whose first words, are the utility's own content. */
export const CONTENT_INTENTS = [
  'report_meter',
  'claim_damage',
  'dispute_bill',
  'ask_tariff',
  'ask_late_fee',
  'ask_payment_methods',
  'report_payment_problem',
  'ask_invoice',
  'request_reconnection',
  'request_new_service',
  'change_account',
  'ask_account_number',
  'complain',
  'praise',
  'suggest',
  'ask_promotion',
  'ask_saving_tips',
  'ask_safety_advice',
  'greet',
  'thank',
  'goodbye',
  'help',
  'out_of_scope',
] as const satisfies readonly Intent[];
export type ContentIntent = (typeof CONTENT_INTENTS)[number];

/** The languages answers are written in; others are derived from these. */
export const ANSWER_LANGUAGES = ['zh-Hans', 'en'] as const;
export type AnswerLanguage = (typeof ANSWER_LANGUAGES)[number];

/** A text with its {placeholders} filled, or the names of those that nobody knows. */
export type FilledText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly unknown: readonly string[] };

/** The utility's answers, and the way to fill in an answer that was edited at the desk. */
export interface AnswerBook {
  /** As written, placeholders and all: what an editor starts from. */
  original(intent: ContentIntent, language: AnswerLanguage): string;
  /** As the customer reads it. */
  answer(intent: ContentIntent, language: AnswerLanguage): string;
  fill(text: string, language: AnswerLanguage): FilledText;
  /** What a text may name in braces, and what stands there then. */
  placeholders(language: AnswerLanguage): ReadonlyMap<string, string>;
}

/** Puts values in the place of {names}; a text with an unknown name is not filled at all. */
export function fillPlaceholders(text: string, values: ReadonlyMap<string, string>): FilledText {
  const names = [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  const unknown = [...new Set(names.filter((name) => !values.has(name)))];
  if (unknown.length > 0) return { ok: false, unknown };
  return { ok: true, text: text.replace(PLACEHOLDER, (_, name: string) => values.get(name) ?? '') };
}

const PLACEHOLDER = /\{([^{}]*)\}/g;
