import type { Service, SiteStrings } from '../../strings/site/site-strings.ts';
import { OfferButton } from './offer-button.tsx';

const SIGNS: Record<Service['id'], string> = {
  faults: 'M13 3 5.5 13.5H11L10 21l8-11h-5.6L13 3Z',
  progress: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2',
  bills: 'M7 4.5h10a1 1 0 0 1 1 1V20l-3-1.8-3 1.8-3-1.8L6 20V5.5a1 1 0 0 1 1-1ZM9.5 9h5m-5 4h5',
  pay: 'M12 21c4.5-4.3 6.8-7.8 6.8-10.6A6.8 6.8 0 0 0 5.2 10.4C5.2 13.2 7.5 16.7 12 21Zm0-8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  outages:
    'M5.5 6h13a1 1 0 0 1 1 1v11.5a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1ZM4.5 10.5h15M8.5 3.5V7m7-3.5V7',
  person: 'M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM4.8 20a7.2 7.2 0 0 1 14.4 0',
};

export function Services({ strings: { services } }: { strings: SiteStrings }) {
  return (
    <section class="services">
      <h2>{services.title}</h2>
      <p class="lead">{services.text}</p>
      <ul>
        {services.items.map(({ id, title, text, offer }) => (
          <li key={id} id={id}>
            <svg class="sign" width="26" height="26" viewBox="0 0 24 24" aria-hidden="true">
              <path d={SIGNS[id]} />
            </svg>
            <h3>{title}</h3>
            <p>{text}</p>
            <OfferButton offer={offer} look="quiet" />
          </li>
        ))}
      </ul>
    </section>
  );
}
