import type { SiteStrings } from '../../strings/site/site-strings.ts';
import { OfferButton } from './offer-button.tsx';

export function Safety({ strings: { safety, hotline } }: { strings: SiteStrings }) {
  return (
    <section class="safety" id="safety">
      <h2>{safety.title}</h2>
      <p class="lead">{safety.text}</p>
      <ol>
        {safety.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <div class="safety-offers">
        <a class="button danger" href={`tel:${hotline}`}>
          {safety.call}
        </a>
        <OfferButton offer={safety.chat} look="quiet" />
      </div>
    </section>
  );
}
