import type { Offer } from '../../strings/site/site-strings.ts';
import { askWidget } from './ask-widget.ts';

export function OfferButton({ offer, look }: { offer: Offer; look: 'accent' | 'outline' | 'quiet' | 'danger' }) {
  return (
    <button type="button" class={`button ${look}`} onClick={() => askWidget(offer)}>
      {offer.label}
    </button>
  );
}
