import { App } from 'antd';
import { useState } from 'react';
import type { Failure } from '../../api/failure.ts';
import { useDesk } from '../../app/desk-context.tsx';
import { useResource } from '../../app/use-cell.ts';
import { goTo } from '../../app/use-route.ts';
import { useWords } from '../../words/words-context.tsx';
import { CauseSelect, caused } from './cause-select.tsx';
import { DeviceSelect } from './device-select.tsx';
import { MoveForm, NoteField, noted } from './move-form.tsx';

/** Enters an incident that no customer has reported, for example what the control room sees. */
export function OpenDialog({ onDone }: { onDone: () => void }) {
  const { dispatch: words } = useWords();
  const desk = useDesk();
  const { message } = App.useApp();
  const feeders = useResource(desk.feeders);
  const list = feeders.state === 'ready' ? feeders.value.feeders : [];
  const [chosenFeeder, setFeeder] = useState('');
  const feederId = chosenFeeder === '' ? (list[0]?.id ?? '') : chosenFeeder;
  const [device, setDevice] = useState('');
  const [cause, setCause] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async () => {
    setBusy(true);
    const result = await desk.api.openIncident({ device, ...caused(cause), ...noted(note) });
    setBusy(false);
    if (!result.ok) return setFailure(result.failure);
    desk.refreshBoard();
    void message.success(words.done.open ?? '');
    onDone();
    goTo({ page: 'dispatch', number: result.value.number });
  };
  return (
    <MoveForm
      title={words.openByHand}
      lead={words.openLead}
      ready={device !== ''}
      change={{ busy, failure: feeders.state === 'failed' ? feeders.failure : failure }}
      onSubmit={() => void submit()}
      onDone={onDone}
    >
      <label htmlFor="incident-feeder">{words.filterFeeder}</label>
      <select
        id="incident-feeder"
        className="select"
        // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for begins at its first field
        autoFocus
        value={feederId}
        onChange={({ target }) => {
          setFeeder(target.value);
          setDevice('');
        }}
      >
        {list.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {feederId !== '' && (
        <DeviceSelect key={feederId} feederId={feederId} likely={[]} value={device} onChange={setDevice} />
      )}
      <CauseSelect value={cause} onChange={setCause} />
      <NoteField value={note} onChange={setNote} />
    </MoveForm>
  );
}
