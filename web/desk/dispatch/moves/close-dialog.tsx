import { useState } from 'react';
import { useDesk } from '../../app/desk-context.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useIncidentChange } from '../use-incident-change.ts';
import { CauseSelect, caused } from './cause-select.tsx';
import type { MoveDialogProps } from './move-dialog-props.ts';
import { MoveForm, NoteField, noted } from './move-form.tsx';

/** Settles an incident, with why it happened. */
export function CloseDialog({ detail: { incident }, onDone }: MoveDialogProps) {
  const { dispatch: words } = useWords();
  const { api } = useDesk();
  const [cause, setCause] = useState(incident.cause ?? '');
  const [note, setNote] = useState('');
  const change = useIncidentChange(incident.number);
  const submit = async () => {
    const decision = { ...caused(cause), ...noted(note) };
    if (
      await change.run({
        send: (version) => api.moveIncident(incident.number, 'close', { ...decision, version }),
        done: words.done.close ?? '',
      })
    )
      onDone();
  };
  return (
    <MoveForm
      title={words.move.close ?? ''}
      lead={words.closeLead}
      ready
      change={change}
      onSubmit={() => void submit()}
      onDone={onDone}
    >
      <CauseSelect value={cause} onChange={setCause} />
      <NoteField value={note} onChange={setNote} autoFocus />
    </MoveForm>
  );
}
