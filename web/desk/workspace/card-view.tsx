import type { ReactNode } from 'react';
import type { Card, CardAction, CardOf, Fact } from '../../protocol/card.ts';
import { SeverityBadge } from './severity-badge.tsx';

/** A card as the customer was shown it, small; its buttons are the customer's, so they are only named. */
export function CardView({ card }: { card: Card }) {
  return (
    <section className={`card card-${card.kind}`}>
      <CardBody card={card} />
    </section>
  );
}

function CardBody({ card }: { card: Card }): ReactNode {
  switch (card.kind) {
    case 'safety':
      return (
        <Framed title={card.title} actions={card.actions}>
          <Lines lines={card.lines} />
        </Framed>
      );
    case 'ticket':
      return (
        <Framed
          title={
            <>
              <a href={`#/tickets/${encodeURIComponent(card.number)}`}>{card.number}</a> {card.title}
            </>
          }
          aside={<SeverityBadge severity={card.severity} />}
          actions={card.actions}
        >
          <Facts facts={card.facts} />
          <Lines lines={card.next} />
        </Framed>
      );
    case 'bill':
      return <BillBody card={card} />;
    case 'places':
      return (
        <Framed title={card.title} actions={[]}>
          <Facts facts={card.places.map(placeFact)} />
          {card.note !== undefined && <p className="faint">{card.note}</p>}
        </Framed>
      );
    case 'list':
      return (
        <Framed title={card.title} actions={card.actions}>
          {card.items.map((item) => (
            <div key={item.title}>
              <p className="card-item">
                {item.severity !== undefined && <SeverityBadge severity={item.severity} />} {item.title}
              </p>
              <Facts facts={item.facts} />
            </div>
          ))}
        </Framed>
      );
    case 'rating':
      return <Framed title={card.title} actions={[]} />;
  }
}

function BillBody({ card }: { card: CardOf<'bill'> }) {
  const lines = card.lines.map(({ label, quantity, price, amount, note }) => ({
    label,
    value: [quantity, price, amount, note].filter((part) => part !== undefined).join(' · '),
  }));
  return (
    <Framed title={card.title} aside={<strong className="figures">{card.total}</strong>} actions={card.actions}>
      <Facts facts={[...card.facts, ...lines]} />
      {card.chart !== undefined && <p className="faint">{card.chart.alt}</p>}
    </Framed>
  );
}

interface FramedProps {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly actions: readonly CardAction[];
  readonly children?: ReactNode;
}

function Framed({ title, aside, actions, children }: FramedProps) {
  return (
    <>
      <header>
        <strong>{title}</strong>
        {aside}
      </header>
      {children}
      {actions.length > 0 && (
        <ul className="choices">
          {actions.map((action) => (
            <li key={action.label}>{action.label}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={`${label}${value}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ol className="card-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}

function placeFact(place: CardOf<'places'>['places'][number]): Fact {
  const value = [place.address, place.distance, place.openLabel].filter((part) => part !== undefined).join(' · ');
  return { label: place.name, value };
}
