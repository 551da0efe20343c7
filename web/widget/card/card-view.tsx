import type { Card } from '../../protocol/card.ts';
import { BillCard } from './bill-card.tsx';
import { ListCard } from './list-card.tsx';
import { PlacesCard } from './places-card.tsx';
import { RatingCard } from './rating-card.tsx';
import { SafetyCard } from './safety-card.tsx';
import { TicketCard } from './ticket-card.tsx';

export function CardView({ card, ratings }: { card: Card; ratings: ReadonlyMap<string, number> }) {
  switch (card.kind) {
    case 'safety':
      return <SafetyCard card={card} />;
    case 'ticket':
      return <TicketCard card={card} />;
    case 'bill':
      return <BillCard card={card} />;
    case 'places':
      return <PlacesCard card={card} />;
    case 'list':
      return <ListCard card={card} />;
    case 'rating':
      return <RatingCard card={card} given={ratings.get(card.sessionId)} />;
  }
}
