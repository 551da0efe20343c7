import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { DUTY_QUEUES, type Duty, type Roster } from '../../protocol/desk/roster.ts';
import type { Failure } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { localTime, momentOf } from '../dispatch/moves/local-time.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

interface DutyFormProps {
  readonly people: Roster['people'];
  /** The shift that is changed; null where a new one is added. */
  readonly chosen: Duty | null;
  readonly onDone: () => void;
}

const HOUR = 3_600_000;
const SHIFT_HOURS = 8;

/** Puts somebody on duty, or changes a shift. */
export function DutyForm({ people, chosen, onDone }: DutyFormProps) {
  const words = useWords();
  const { roster } = words;
  const [draft, setDraft] = useState(() => draftOf(chosen, people));
  const { write, busy, failure } = useWrite(chosen, onDone);
  const able = people.filter(({ queues }) => queues.includes(draft.queue));
  const staffId = able.some(({ id }) => id === draft.staffId) ? draft.staffId : (able[0]?.id ?? '');
  const [from, until] = [momentOf(draft.from), momentOf(draft.until)];
  const backward = from !== null && until !== null && until <= from;
  const ready = staffId !== '' && from !== null && until !== null && !backward;
  return (
    <form
      className="duty-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void write({ staffId, queue: draft.queue, from, until });
      }}
    >
      <label>
        {roster.queue}
        <select
          className="select"
          value={draft.queue}
          onChange={({ target }) => {
            const queue = DUTY_QUEUES.find((one) => one === target.value);
            if (queue) setDraft({ ...draft, queue });
          }}
        >
          {DUTY_QUEUES.map((queue) => (
            <option key={queue} value={queue}>
              {roster.queues[queue]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {roster.person}
        <select
          className="select"
          value={staffId}
          onChange={({ target }) => setDraft({ ...draft, staffId: target.value })}
        >
          {able.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <TimeField label={roster.from} value={draft.from} onChange={(value) => setDraft({ ...draft, from: value })} />
      <TimeField label={roster.until} value={draft.until} onChange={(value) => setDraft({ ...draft, until: value })} />
      <div className="duty-submit">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={busy}>
          {chosen === null ? roster.add : roster.save}
        </Button>
        {chosen !== null && <Button onClick={onDone}>{roster.cancel}</Button>}
        {backward && <span className="context-warning">{roster.backward}</span>}
      </div>
      {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
    </form>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <label>
      {label}
      <input className="select" type="datetime-local" value={value} onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}

/** A new shift begins at the next full hour. */
function draftOf(chosen: Duty | null, people: Roster['people']) {
  if (chosen !== null) {
    const { queue, staffId, from, until } = chosen;
    return { queue, staffId, from: localTime(from), until: localTime(until) };
  }
  const from = Math.ceil(Date.now() / HOUR) * HOUR;
  const [first] = people;
  return {
    queue: first?.queues[0] ?? DUTY_QUEUES[0],
    staffId: first?.id ?? '',
    from: localTime(from),
    until: localTime(from + SHIFT_HOURS * HOUR),
  };
}

function useWrite(chosen: Duty | null, onDone: () => void) {
  const desk = useDesk();
  const { roster: words } = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (edit: Parameters<typeof desk.api.addDuty>[0]) => {
    if (busy) return;
    setBusy(true);
    const result = chosen === null ? await desk.api.addDuty(edit) : await desk.api.changeDuty(chosen.id, edit);
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    void desk.roster.refresh();
    if (!result.ok) return;
    void message.success(chosen === null ? words.added : words.changed);
    onDone();
  };
  return { write, busy, failure };
}
