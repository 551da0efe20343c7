import type { ReplyLanguage } from '../domain/language.ts';

/** Addresses that only the customer they are handed to is meant to have: signed, and good for a few minutes. */
export interface Links {
  document(asked: DocumentAsked): Promise<string>;
  /** The sketch of places as a PNG. */
  sketch(asked: SketchAsked): Promise<string>;
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

/** Where places lie round where they are looked for, and nothing else: every word on it follows from that. */
export interface SketchAsked {
  readonly kind: 'places';
  /** Metres north and east, nearest place first, at most MOST_SKETCHED. */
  readonly points: readonly { readonly north: number; readonly east: number }[];
  /** The customer is in the middle. */
  readonly isHere: boolean;
  readonly language: ReplyLanguage;
  readonly conversationId: string;
}

export const MOST_SKETCHED = 10;

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
