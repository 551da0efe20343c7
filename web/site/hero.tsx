import type { SiteStrings } from '../../strings/site/site-strings.ts';
import { HeroPicture } from './hero-picture.tsx';
import { OfferButton } from './offer-button.tsx';

export function Hero({ strings: { hero } }: { strings: SiteStrings }) {
  return (
    <section class="hero">
      <div class="hero-words">
        <h1>
          {hero.title[0]}
          <br />
          {hero.title[1]}
        </h1>
        <p>{hero.text}</p>
        <div class="hero-offers">
          <OfferButton offer={hero.report} look="accent" />
          <OfferButton offer={hero.ask} look="outline" />
        </div>
      </div>
      <HeroPicture label={hero.picture} />
    </section>
  );
}
