import { Alert, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { DISPOSITIONS, type SessionItem } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { Dialog } from '../app/dialog.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from './submit-key.ts';
import { dispositionOfDigit, suggestedDisposition } from './suggested-disposition.ts';
import { useSessionChange } from './use-session-change.ts';

interface DialogProps {
  readonly item: SessionItem;
  readonly open: boolean;
  readonly onDone: () => void;
}

/** Closes the service session under one of the hotline's business types; a digit picks one. */
export function CloseDialog({ item, open, onDone }: DialogProps) {
  const words = useWords();
  const desk = useDesk();
  const [disposition, setDisposition] = useState(() => suggestedDisposition(item.intent));
  const [note, setNote] = useState('');
  const { run, busy, failure } = useSessionChange(item, words.close.done, onDone);
  const submit = () =>
    run(() => desk.api.close(item.id, { disposition, ...(note.trim() === '' ? {} : { note: note.trim() }) }));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const picked = event.target instanceof HTMLTextAreaElement ? null : dispositionOfDigit(event.key);
    if (picked !== null) {
      setDisposition(picked);
      event.currentTarget.querySelector<HTMLInputElement>(`input[value="${picked}"]`)?.focus();
    }
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void submit();
    else submitOnCtrlEnter(() => void submit())(event);
  };

  return (
    <Dialog
      open={open}
      title={words.close.title}
      okText={words.close.submit}
      cancelText={words.common.cancel}
      confirmLoading={busy}
      onOk={() => void submit()}
      onCancel={onDone}
    >
      <form className="dialog-form" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
        <p className="soft">{words.close.lead}</p>
        <fieldset className="dispositions">
          <legend>{words.close.disposition}</legend>
          {DISPOSITIONS.map((one, index) => (
            <label key={one}>
              <input
                type="radio"
                name="disposition"
                value={one}
                checked={one === disposition}
                autoFocus={one === disposition}
                onChange={() => setDisposition(one)}
              />
              <span>{words.codes.disposition[one]}</span>
              <span className="key-caps" aria-hidden="true">
                <kbd>{(index + 1) % 10}</kbd>
              </span>
            </label>
          ))}
        </fieldset>
        <label htmlFor="close-note">
          {words.close.note} <span className="faint">{words.common.optional}</span>
        </label>
        <Input.TextArea
          id="close-note"
          rows={3}
          maxLength={2000}
          placeholder={words.close.notePlaceholder}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      </form>
    </Dialog>
  );
}
