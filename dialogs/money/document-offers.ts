import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';

/** A bill as a document can be had. */
export function documentOffers({ words }: Pick<Turn, 'words'>): Offer[] {
  const { pdf, image } = words.documents.offers;
  return [
    { label: pdf, meaning: { kind: 'intent', intent: 'ask_bill', matter: 'bill_pdf' } },
    { label: image, meaning: { kind: 'intent', intent: 'ask_bill', matter: 'bill_image' } },
  ];
}
