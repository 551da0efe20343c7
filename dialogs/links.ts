import type { ReplyLanguage } from '../domain/language.ts';

/** Addresses that only the customer they are handed to is meant to have: signed, and good for a few minutes. */
export interface Links {
  document(asked: DocumentAsked): Promise<string>;
  /** Null where the utility has no page to pay at. */
  readonly pay: PayLinks | null;
}

/** A document of one account: a bill on paper or as a picture, or the picture of a year's usage. */
export interface DocumentAsked {
  readonly kind: DocumentKind;
  readonly accountId: string;
  /** YYYY-MM. */
  readonly period: string;
  readonly language: ReplyLanguage;
  readonly conversationId: string;
}

export const DOCUMENT_KINDS = ['pdf', 'image', 'usage'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface PayLinks {
  link(order: PayAsked): Promise<PayLink>;
}

export interface PayAsked {
  readonly accountNumber: string;
  readonly amountFen: number;
}

export interface PayLink {
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}
