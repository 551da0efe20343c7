import { useState } from 'react';
import { useDesk } from '../../app/desk-context.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useIncidentChange } from '../use-incident-change.ts';
import type { MoveDialogProps } from './move-dialog-props.ts';
import { MoveForm, NoteField } from './move-form.tsx';

type What = 'device' | 'incident';

/** Rules out the device, so that inference looks elsewhere, or the incident as a whole. */
export function RejectDialog({ detail: { incident }, onDone }: MoveDialogProps) {
  const { dispatch: words } = useWords();
  const { api } = useDesk();
  const [what, setWhat] = useState<What>(
    incident.state === 'probable' && incident.device !== null ? 'device' : 'incident',
  );
  const [note, setNote] = useState('');
  const change = useIncidentChange(incident.number);
  const submit = async () => {
    const decision = { what, note: note.trim() };
    if (
      await change.run({
        send: (version) => api.moveIncident(incident.number, 'reject', { ...decision, version }),
        done: words.done.reject ?? '',
        ofDevice: what === 'device',
      })
    )
      onDone();
  };
  return (
    <MoveForm
      title={words.move.reject ?? ''}
      danger
      ready={note.trim() !== ''}
      change={change}
      onSubmit={() => void submit()}
      onDone={onDone}
    >
      <fieldset className="choice-cards">
        <legend className="visually-hidden">{words.rejectWhat}</legend>
        {incident.device !== null && (
          <Choice
            name={words.rejectDevice}
            note={words.rejectDeviceNote}
            checked={what === 'device'}
            onChoose={() => setWhat('device')}
          />
        )}
        <Choice
          name={words.rejectIncident}
          note={words.rejectIncidentNote}
          checked={what === 'incident'}
          onChoose={() => setWhat('incident')}
        />
      </fieldset>
      <NoteField value={note} onChange={setNote} needed={words.finding} autoFocus />
    </MoveForm>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly note: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, note, checked, onChoose }: ChoiceProps) {
  return (
    <label>
      <input type="radio" name="reject" checked={checked} onChange={onChoose} />
      <strong>{name}</strong>
      <small>{note}</small>
    </label>
  );
}
