import { Alert, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { RELEASE_TASKS, type ReleaseTask, type SessionItem } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { Dialog } from '../app/dialog.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from './submit-key.ts';
import { useSessionChange } from './use-session-change.ts';

interface DialogProps {
  readonly item: SessionItem;
  readonly open: boolean;
  readonly onDone: () => void;
}

type Target = 'bot' | 'queue';

/** Gives the conversation back, to the bot or to the queue, with a word for whoever goes on. */
export function ReleaseDialog({ item, open, onDone }: DialogProps) {
  const words = useWords();
  const desk = useDesk();
  const [to, setTo] = useState<Target>('bot');
  const [note, setNote] = useState('');
  const [next, setNext] = useState<ReleaseTask | ''>('');
  const { run, busy, failure } = useSessionChange(item, words.release.done, onDone);
  const submit = () =>
    run(() =>
      desk.api.release(item.id, {
        to,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
        ...(to === 'bot' && next !== '' ? { next } : {}),
      }),
    );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void submit();
    else submitOnCtrlEnter(() => void submit())(event);
  };

  return (
    <Dialog
      open={open}
      title={words.release.title}
      okText={words.release.submit}
      cancelText={words.common.cancel}
      confirmLoading={busy}
      onOk={() => void submit()}
      onCancel={onDone}
    >
      <form className="dialog-form" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
        <fieldset className="choice-cards" aria-label={words.release.title}>
          <Choice value="bot" chosen={to} onChoose={setTo} title={words.release.toBot} note={words.release.toBotNote} />
          <Choice
            value="queue"
            chosen={to}
            onChoose={setTo}
            title={words.release.toQueue}
            note={words.release.toQueueNote}
          />
        </fieldset>
        {to === 'bot' && (
          <>
            <label htmlFor="release-next">
              {words.release.next} <span className="faint">{words.common.optional}</span>
            </label>
            <select
              id="release-next"
              className="plain-select"
              value={next}
              onChange={(event) => setNext(RELEASE_TASKS.find((task) => task === event.target.value) ?? '')}
            >
              <option value="">{words.release.nextNothing}</option>
              {RELEASE_TASKS.map((task) => (
                <option key={task} value={task}>
                  {words.release.tasks[task]}
                </option>
              ))}
            </select>
          </>
        )}
        <label htmlFor="release-note">
          {words.release.note} <span className="faint">{words.common.optional}</span>
        </label>
        <Input.TextArea
          id="release-note"
          rows={3}
          maxLength={2000}
          placeholder={words.release.notePlaceholder}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      </form>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly value: Target;
  readonly chosen: Target;
  readonly onChoose: (value: Target) => void;
  readonly title: string;
  readonly note: string;
}

function Choice({ value, chosen, onChoose, title, note }: ChoiceProps) {
  return (
    <label>
      <input
        type="radio"
        name="release-to"
        checked={value === chosen}
        // biome-ignore lint/a11y/noAutofocus: the dialog was asked for, and it begins at its first choice
        autoFocus={value === chosen}
        onChange={() => onChoose(value)}
      />
      <strong>{title}</strong>
      <small>{note}</small>
    </label>
  );
}
