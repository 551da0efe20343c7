import { Button } from 'antd';
import { useState } from 'react';
import type { IncidentDetail, Placement } from '../../protocol/desk/incident.ts';
import { formatRoute } from '../app/route.ts';
import { TicketState } from '../tickets/ticket-table.tsx';
import { codeWord } from '../words/code-words.ts';
import { useWords } from '../words/words-context.tsx';
import { Part } from '../workspace/context-part.tsx';
import { SeverityBadge } from '../workspace/severity-badge.tsx';
import { percentOf } from './reason-lines.ts';
import { ticketStates } from './ticket-states.ts';

/** A storm puts hundreds on one incident. */
const MOST = 8;

/** Who has reported it, and how surely from there. */
export function IncidentTickets({ tickets }: Pick<IncidentDetail, 'tickets'>) {
  const { dispatch: words, tickets: ticketWords } = useWords();
  const [all, setAll] = useState(false);
  const shown = all || tickets.length <= MOST ? tickets : tickets.slice(0, MOST);
  return (
    <Part title={words.ticketList}>
      {tickets.length === 0 && <p className="faint">{words.noTickets}</p>}
      {tickets.length > 1 && (
        <p className="incident-states">
          {ticketStates(tickets).map(({ state, count }) => (
            <span key={state}>
              <TicketState state={state} /> <strong className="figures">{count}</strong>
            </span>
          ))}
        </p>
      )}
      <ul className="incident-tickets">
        {shown.map(({ id, number, severity, state, place, placement, byHand }) => (
          <li key={id}>
            <header>
              <SeverityBadge severity={severity} />
              <a className="figures" href={formatRoute({ page: 'tickets', number })}>
                {number}
              </a>
              <TicketState state={state} />
            </header>
            <p>{place ?? ticketWords.noPlace}</p>
            <p className="faint">
              <PlacementLine placement={placement} place={place} />
              {byHand && <span className="board-loose">{words.byHand}</span>}
            </p>
          </li>
        ))}
      </ul>
      {shown.length < tickets.length && (
        <Button className="incident-tickets-all" onClick={() => setAll(true)}>
          {words.showAllTickets(tickets.length)}
        </Button>
      )}
    </Part>
  );
}

interface PlacementLineProps {
  readonly placement: Placement;
  /** As the ticket has it: the same again is not said twice. */
  readonly place: string | null;
}

/** An address less probable than this would only mislead. */
const VAGUE = 0.15;

/** Where a report most probably comes from, how that is known and how surely. */
export function PlacementLine({ placement: { by, candidates }, place }: PlacementLineProps) {
  const { dispatch: words } = useWords();
  const [best] = candidates;
  if (by === null || best === undefined) return words.notPlaced;
  if (best.probability < VAGUE) return words.placedVaguely(candidates.length);
  return (
    <>
      {best.address === place ? null : `${best.address} `}
      <span>{words.placed(codeWord(words.placement, by), percentOf(best.probability))}</span>
    </>
  );
}
