import { Input } from 'antd';
import { useState } from 'react';
import { useDesk } from '../../app/desk-context.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useIncidentChange } from '../use-incident-change.ts';
import type { MoveDialogProps } from './move-dialog-props.ts';
import { MoveForm, NoteField, noted } from './move-form.tsx';

/** Sends a crew to an incident and all its tickets. */
export function CrewDialog({ detail: { incident }, onDone }: MoveDialogProps) {
  const { dispatch: words } = useWords();
  const { api } = useDesk();
  const [crew, setCrew] = useState(incident.crew ?? '');
  const [note, setNote] = useState('');
  const change = useIncidentChange(incident.number);
  const submit = async () => {
    const decision = { crew: crew.trim(), ...noted(note) };
    const done = await change.run({
      send: (version) => api.moveIncident(incident.number, 'crew', { ...decision, version }),
      done: words.done.crew ?? '',
      preview: { move: 'crew', decision },
    });
    if (done) onDone();
  };
  return (
    <MoveForm
      title={words.move.crew ?? ''}
      lead={words.crewLead}
      ready={crew.trim() !== ''}
      change={change}
      onSubmit={() => void submit()}
      onDone={onDone}
    >
      <label htmlFor="incident-crew">{words.crew}</label>
      <Input
        id="incident-crew"
        type="text"
        autoFocus
        maxLength={100}
        placeholder={words.crewPlaceholder}
        value={crew}
        onChange={(event) => setCrew(event.target.value)}
      />
      <NoteField value={note} onChange={setNote} />
    </MoveForm>
  );
}
