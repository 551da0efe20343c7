import { useState } from 'react';
import { useDesk } from '../../app/desk-context.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useIncidentChange } from '../use-incident-change.ts';
import { localTime, momentOf } from './local-time.ts';
import type { MoveDialogProps } from './move-dialog-props.ts';
import { MoveForm, NoteField, noted } from './move-form.tsx';

/** Supply is back: since when counts for the figures of reliability. */
export function RestoreDialog({ detail: { incident }, onDone }: MoveDialogProps) {
  const { dispatch: words, common } = useWords();
  const { api } = useDesk();
  const [time, setTime] = useState('');
  const [note, setNote] = useState('');
  const change = useIncidentChange(incident.number);
  const at = momentOf(time);
  const submit = async () => {
    const decision = { ...(at === null ? {} : { at }), ...noted(note) };
    const done = await change.run({
      send: (version) => api.moveIncident(incident.number, 'restore', { ...decision, version }),
      done: words.done.restore ?? '',
      preview: { move: 'restore', decision },
    });
    if (done) onDone();
  };
  return (
    <MoveForm
      title={words.move.restore ?? ''}
      lead={words.restoreLead}
      ready={time === '' || at !== null}
      change={change}
      onSubmit={() => void submit()}
      onDone={onDone}
    >
      <label htmlFor="incident-restored">
        {words.restoreAt} <span className="faint">{common.optional}</span>
      </label>
      <input
        id="incident-restored"
        className="select"
        type="datetime-local"
        max={localTime(Date.now())}
        // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for begins at its first field
        autoFocus
        value={time}
        onChange={({ target }) => setTime(target.value)}
      />
      <NoteField value={note} onChange={setNote} />
    </MoveForm>
  );
}
