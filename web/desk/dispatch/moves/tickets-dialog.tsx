import { useState } from 'react';
import { useDesk } from '../../app/desk-context.tsx';
import { useResource } from '../../app/use-cell.ts';
import { useWords } from '../../words/words-context.tsx';
import { useIncidentChange } from '../use-incident-change.ts';
import type { MoveDialogProps } from './move-dialog-props.ts';
import { MoveForm } from './move-form.tsx';
import { TicketChecks } from './ticket-checks.tsx';

/** Puts tickets that belong to no incident onto this one. */
export function TicketsDialog({ detail: { incident }, onDone }: MoveDialogProps) {
  const { dispatch: words } = useWords();
  const desk = useDesk();
  const loose = useResource(desk.looseTickets);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const change = useIncidentChange(incident.number);
  const tickets = loose.state === 'ready' ? loose.value.tickets : [];
  const submit = async () => {
    const done = await change.run({
      send: (version) => desk.api.moveIncident(incident.number, 'tickets', { tickets: [...chosen], version }),
      done: words.done.tickets ?? '',
    });
    if (done) onDone();
  };
  return (
    <MoveForm
      title={words.move.tickets ?? ''}
      lead={words.ticketsLead}
      ready={chosen.size > 0}
      change={change}
      onSubmit={() => void submit()}
      onDone={onDone}
    >
      {tickets.length === 0 ? (
        <p className="faint">{words.ticketsNone}</p>
      ) : (
        <TicketChecks tickets={tickets} chosen={chosen} onChange={setChosen} autoFocus />
      )}
    </MoveForm>
  );
}
