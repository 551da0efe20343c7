import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { TicketDetail } from '../../protocol/desk/ticket.ts';
import { hasRole, useDesk, useSeat } from '../app/desk-context.tsx';
import { codeWord } from '../words/code-words.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { Part } from '../workspace/context-part.tsx';
import { MoveDialog, type TicketState } from './move-dialog.tsx';
import { ResponsibleDialog } from './responsible-dialog.tsx';
import { useTicketChange } from './use-ticket-change.ts';

const BACKWARD: ReadonlySet<string> = new Set(['returned', 'cancelled']);
const OVER: ReadonlySet<string> = new Set(['closed', 'cancelled']);

/** What the reader may do with a ticket: the next step first, what turns it back last. */
export function TicketWork({ detail }: { detail: TicketDetail }) {
  const words = useWords();
  const { tickets } = words;
  const desk = useDesk();
  const { me } = useSeat();
  const { ticket, moves, candidates } = detail;
  const [to, setTo] = useState<TicketState | null>(null);
  const [handing, setHanding] = useState(false);
  const { run, busy, failure } = useTicketChange(ticket.number);
  const mayChase = hasRole(me, 'agent', 'dispatcher', 'supervisor') && !OVER.has(ticket.state);
  if (moves.length === 0 && !mayChase) return null;
  const next = moves.find((move) => move !== ticket.state && !BACKWARD.has(move));
  const chase = () => run(() => desk.api.chaseTicket(ticket.number), tickets.chaseDone);

  return (
    <Part title={tickets.work}>
      <div className="ticket-moves">
        {moves
          .toSorted((a, b) => Number(b === next) - Number(a === next))
          .map((move) => (
            <Button
              key={move}
              type={move === next ? 'primary' : 'default'}
              danger={BACKWARD.has(move)}
              onClick={() => setTo(move)}
            >
              {codeWord(tickets.move, move)}
            </Button>
          ))}
        {candidates.some(({ id }) => id !== ticket.responsibleId) && (
          <Button onClick={() => setHanding(true)}>{tickets.setResponsible}</Button>
        )}
        {mayChase && (
          <Button loading={busy} onClick={() => void chase()}>
            {tickets.chase}
          </Button>
        )}
      </div>
      {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      {to !== null && <MoveDialog key={to} ticket={ticket} to={to} open onDone={() => setTo(null)} />}
      {handing && <ResponsibleDialog detail={detail} open onDone={() => setHanding(false)} />}
    </Part>
  );
}
