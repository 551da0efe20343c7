import { Button } from 'antd';
import { useState } from 'react';
import { ETA_SOURCES } from '../../../protocol/desk/incident.ts';
import { useNow } from '../../app/clock-context.tsx';
import { useDesk } from '../../app/desk-context.tsx';
import { codeWord } from '../../words/code-words.ts';
import { useWords } from '../../words/words-context.tsx';
import { useIncidentChange } from '../use-incident-change.ts';
import { localTime, momentOf } from './local-time.ts';
import type { MoveDialogProps } from './move-dialog-props.ts';
import { MoveForm, NoteField, noted } from './move-form.tsx';

type Source = (typeof ETA_SOURCES)[number];
const SPANS = [30, 60, 120, 240] as const;
const MINUTE = 60_000;

/** When supply is expected back, and by whose word: customers are told both. */
export function EtaDialog({ detail: { incident }, onDone }: MoveDialogProps) {
  const { dispatch: words } = useWords();
  const { api } = useDesk();
  const now = useNow();
  const [time, setTime] = useState(() => localTime(incident.eta?.at ?? Date.now() + 2 * 60 * MINUTE));
  const [source, setSource] = useState<Source>(incident.crew === null ? 'dispatcher' : 'crew');
  const [note, setNote] = useState('');
  const change = useIncidentChange(incident.number);
  const at = momentOf(time);
  const past = at !== null && at <= now;
  const submit = async (until: number | null) => {
    const decision = { at: until, source, ...noted(note) };
    const done = await change.run({
      send: (version) => api.moveIncident(incident.number, 'eta', { ...decision, version }),
      done: words.done.eta ?? '',
      preview: { move: 'eta', decision },
    });
    if (done) onDone();
  };
  return (
    <MoveForm
      title={words.move.eta ?? ''}
      lead={words.etaLead}
      ready={at !== null && !past}
      change={change}
      onSubmit={() => void submit(at)}
      onDone={onDone}
    >
      <label htmlFor="incident-eta">{words.etaAt}</label>
      <input
        id="incident-eta"
        className="select"
        type="datetime-local"
        // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for begins at its first field
        autoFocus
        value={time}
        onChange={({ target }) => setTime(target.value)}
      />
      {past && <p className="context-warning">{words.etaPast}</p>}
      <div className="eta-spans">
        <span className="faint">{words.etaIn}</span>
        {SPANS.map((minutes) => (
          <Button key={minutes} size="small" onClick={() => setTime(localTime(Date.now() + minutes * MINUTE))}>
            {words.etaMinutes(minutes)}
          </Button>
        ))}
      </div>
      <label htmlFor="incident-eta-source">{words.etaSource}</label>
      <select
        id="incident-eta-source"
        className="select"
        value={source}
        onChange={({ target }) => setSource(ETA_SOURCES.find((one) => one === target.value) ?? 'dispatcher')}
      >
        {ETA_SOURCES.map((one) => (
          <option key={one} value={one}>
            {codeWord(words.etaSources, one)}
          </option>
        ))}
      </select>
      <NoteField value={note} onChange={setNote} />
      {incident.eta !== null && (
        <Button danger className="dialog-other" loading={change.busy} onClick={() => void submit(null)}>
          {words.withdrawEta}
        </Button>
      )}
    </MoveForm>
  );
}
