import { useState } from 'react';
import { useDesk } from '../../app/desk-context.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useIncidentChange } from '../use-incident-change.ts';
import { CauseSelect, caused } from './cause-select.tsx';
import { DeviceSelect } from './device-select.tsx';
import type { MoveDialogProps } from './move-dialog-props.ts';
import { MoveForm, NoteField, noted } from './move-form.tsx';

/** Says which device has failed: the probable one, or another. */
export function ConfirmDialog({ detail: { incident, alternatives }, onDone }: MoveDialogProps) {
  const { dispatch: words } = useWords();
  const { api } = useDesk();
  const [device, setDevice] = useState(incident.device?.id ?? alternatives[0]?.device.id ?? '');
  const [cause, setCause] = useState(incident.cause ?? '');
  const [note, setNote] = useState('');
  const change = useIncidentChange(incident.number);
  const feederId = incident.device?.feederId ?? alternatives[0]?.device.feederId ?? null;
  const submit = async () => {
    // Always by name: the probable one may have become another meanwhile.
    const decision = { device, ...caused(cause), ...noted(note) };
    const done = await change.run({
      send: (version) => api.moveIncident(incident.number, 'confirm', { ...decision, version }),
      done: words.done.confirm ?? '',
      preview: { move: 'confirm', decision },
    });
    if (done) onDone();
  };
  return (
    <MoveForm
      title={words.move.confirm ?? ''}
      lead={words.confirmLead}
      ready={device !== ''}
      change={change}
      onSubmit={() => void submit()}
      onDone={onDone}
    >
      {feederId !== null && (
        <DeviceSelect feederId={feederId} likely={alternatives} value={device} onChange={setDevice} autoFocus />
      )}
      <CauseSelect value={cause} onChange={setCause} />
      <NoteField value={note} onChange={setNote} />
    </MoveForm>
  );
}
