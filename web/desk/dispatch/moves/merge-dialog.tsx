import { useState } from 'react';
import { useDesk } from '../../app/desk-context.tsx';
import { goTo } from '../../app/use-route.ts';
import { useWords } from '../../words/words-context.tsx';
import { useIncidentChange } from '../use-incident-change.ts';
import type { MoveDialogProps } from './move-dialog-props.ts';
import { MoveForm, NoteField, noted } from './move-form.tsx';

/** Two incidents are one fault: this one goes into another with all its tickets. */
export function MergeDialog({ detail: { incident, mergeInto }, onDone }: MoveDialogProps) {
  const { dispatch: words, common } = useWords();
  const { api } = useDesk();
  const [into, setInto] = useState(mergeInto[0]?.number ?? '');
  const [note, setNote] = useState('');
  const change = useIncidentChange(incident.number);
  const target = mergeInto.find(({ number }) => number === into);
  const submit = async () => {
    if (target === undefined) return;
    const decision = { into, intoVersion: target.version, ...noted(note) };
    if (
      !(await change.run({
        send: (version) => api.moveIncident(incident.number, 'merge', { ...decision, version }),
        done: words.done.merge ?? '',
      }))
    )
      return;
    onDone();
    goTo({ page: 'dispatch', number: into }, { replace: true });
  };
  return (
    <MoveForm
      title={words.move.merge ?? ''}
      lead={mergeInto.length === 0 ? words.mergeNone : words.mergeLead}
      ready={target !== undefined}
      change={change}
      onSubmit={() => void submit()}
      onDone={onDone}
    >
      {mergeInto.length > 0 && (
        <>
          <label htmlFor="incident-into">{words.mergeInto}</label>
          <select
            id="incident-into"
            className="select"
            // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for begins at its first field
            autoFocus
            value={into}
            onChange={({ target: field }) => setInto(field.value)}
          >
            {mergeInto.map(({ number, area }) => (
              <option key={number} value={number}>
                {common.list([number, area])}
              </option>
            ))}
          </select>
        </>
      )}
      <NoteField value={note} onChange={setNote} />
    </MoveForm>
  );
}
