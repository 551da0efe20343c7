import { useState } from 'react';
import { useDesk } from '../../app/desk-context.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useIncidentChange } from '../use-incident-change.ts';
import { DeviceSelect } from './device-select.tsx';
import type { MoveDialogProps } from './move-dialog-props.ts';
import { MoveForm, NoteField, noted } from './move-form.tsx';
import { TicketChecks } from './ticket-checks.tsx';

/** There are two faults: some of the tickets go into a second incident at another device. */
export function SplitDialog({ detail: { incident, alternatives, tickets }, onDone }: MoveDialogProps) {
  const { dispatch: words } = useWords();
  const { api } = useDesk();
  const others = alternatives.filter(({ device }) => device.id !== incident.device?.id);
  const [device, setDevice] = useState(others[0]?.device.id ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const change = useIncidentChange(incident.number);
  const feederId = incident.device?.feederId ?? null;
  const submit = async () => {
    const split = { device, tickets: [...chosen], ...noted(note) };
    if (
      await change.run({
        send: (version) => api.splitIncident(incident.number, { ...split, version }),
        done: words.done.split ?? '',
      })
    )
      onDone();
  };
  return (
    <MoveForm
      title={words.move.split ?? ''}
      lead={words.splitLead}
      ready={device !== '' && chosen.size > 0}
      change={change}
      onSubmit={() => void submit()}
      onDone={onDone}
    >
      {feederId !== null && (
        <DeviceSelect feederId={feederId} likely={others} value={device} onChange={setDevice} autoFocus />
      )}
      <TicketChecks tickets={tickets} chosen={chosen} onChange={setChosen} />
      <NoteField value={note} onChange={setNote} />
    </MoveForm>
  );
}
