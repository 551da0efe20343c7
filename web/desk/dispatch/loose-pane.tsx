import { useDesk } from '../app/desk-context.tsx';
import { useCell } from '../app/use-cell.ts';
import { Ticket } from '../tickets/ticket-pane.tsx';
import { useWords } from '../words/words-context.tsx';
import { Part } from '../workspace/context-part.tsx';
import { PlacementLine } from './incident-tickets.tsx';
import { OrderReasons } from './order-reasons.tsx';
import { PaneFrame } from './pane-frame.tsx';

/** A fault that belongs to no incident: why it stands there, where it may come from, and the ticket itself. */
export function LoosePane({ number, onClose }: { number: string; onClose: () => void }) {
  const { dispatch: words } = useWords();
  const loaded = useCell(useDesk().looseTickets);
  const ticket = loaded.state === 'ready' ? loaded.value.tickets.find((one) => one.number === number) : undefined;
  return (
    <PaneFrame title={words.ticketDetail(number)} number={number} onClose={onClose}>
      {ticket !== undefined && (
        <section className="context-part">
          <OrderReasons order={ticket.order} />
        </section>
      )}
      {ticket !== undefined && (
        <Part title={words.loose}>
          <p>
            <PlacementLine placement={ticket.placement} place={ticket.place} />
          </p>
        </Part>
      )}
      <Ticket number={number} />
    </PaneFrame>
  );
}
