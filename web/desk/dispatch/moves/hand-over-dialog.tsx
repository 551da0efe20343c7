import { useState } from 'react';
import { useDesk } from '../../app/desk-context.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useIncidentChange } from '../use-incident-change.ts';
import type { MoveDialogProps } from './move-dialog-props.ts';
import { MoveForm, NoteField, noted } from './move-form.tsx';

/** Makes a colleague responsible for an incident. */
export function HandOverDialog({ detail: { incident, candidates }, onDone }: MoveDialogProps) {
  const { dispatch: words } = useWords();
  const { api } = useDesk();
  const others = candidates.filter(({ id }) => id !== incident.responsibleId);
  const [staffId, setStaffId] = useState(others[0]?.id ?? '');
  const [note, setNote] = useState('');
  const change = useIncidentChange(incident.number);
  const submit = async () => {
    const decision = { staffId, ...noted(note) };
    const done = await change.run({
      send: (version) => api.moveIncident(incident.number, 'responsible', { ...decision, version }),
      done: words.done.responsible ?? '',
      preview: { move: 'responsible', decision },
    });
    if (done) onDone();
  };
  return (
    <MoveForm
      title={words.move.responsible ?? ''}
      ready={staffId !== ''}
      change={change}
      onSubmit={() => void submit()}
      onDone={onDone}
    >
      <label htmlFor="incident-responsible">{words.responsible}</label>
      <select
        id="incident-responsible"
        className="select"
        // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for begins at its first field
        autoFocus
        value={staffId}
        onChange={({ target }) => setStaffId(target.value)}
      >
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <NoteField value={note} onChange={setNote} />
    </MoveForm>
  );
}
