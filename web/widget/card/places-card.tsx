import type { CardOf } from '../../protocol/card.ts';
import { Icon } from '../view/icon.tsx';
import { RichText } from '../view/rich-text.tsx';
import { Actions } from './card-parts.tsx';
import { PlacesMap } from './places-map.tsx';

export function PlacesCard({ card }: { card: CardOf<'places'> }) {
  return (
    <section class="card places">
      <h3>{card.title}</h3>
      {card.map !== undefined && <PlacesMap map={card.map} />}
      <ol>
        {card.places.map((place, at) => (
          <li key={`${place.name}:${place.address}`}>
            <div class="card-head">
              <h4>
                {card.map !== undefined && <span class="place-number">{at + 1}</span>}
                {place.name}
              </h4>
              {place.distance !== undefined && (
                <span class="distance">
                  <Icon name="pin" size={15} />
                  {place.distance}
                </span>
              )}
            </div>
            <p class="address">{place.address}</p>
            <p class="hours">
              <span class={place.open ? 'open-label is-open' : 'open-label'}>{place.openLabel}</span>
              {place.hours}
            </p>
            {place.services.length > 0 && (
              <ul class="services">
                {place.services.map((service) => (
                  <li key={service} class="service">
                    {service}
                  </li>
                ))}
              </ul>
            )}
            <Actions actions={place.actions} small />
          </li>
        ))}
      </ol>
      {card.note !== undefined && (
        <p class="card-note">
          <RichText text={card.note} />
        </p>
      )}
    </section>
  );
}
