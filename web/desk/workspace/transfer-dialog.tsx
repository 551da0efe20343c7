import { Alert, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useDesk, useSeat } from '../app/desk-context.tsx';
import { Dialog } from '../app/dialog.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { HandOnChoices, type HandOnTarget, targetOf } from './hand-on-choices.tsx';
import { submitOnCtrlEnter } from './submit-key.ts';
import { useSessionChange } from './use-session-change.ts';

interface DialogProps {
  readonly item: SessionItem;
  readonly open: boolean;
  readonly onDone: () => void;
}

/** Hands the conversation on with a note: to a colleague at the desk, or to the queue of a matter. */
export function TransferDialog({ item, open, onDone }: DialogProps) {
  const words = useWords();
  const desk = useDesk();
  const { me } = useSeat();
  const [to, setTo] = useState<HandOnTarget | null>(null);
  const [note, setNote] = useState('');
  const { run, busy, failure } = useSessionChange(item, words.transfer.done, onDone);
  const ready = to !== null && note.trim() !== '';
  const submit = () => {
    if (to !== null && ready) void run(() => desk.api.transfer(item.id, { to: targetOf(to), note: note.trim() }));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => submitOnCtrlEnter(submit)(event);

  return (
    <Dialog
      open={open}
      title={words.transfer.title}
      okText={words.transfer.submit}
      cancelText={words.common.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: !ready }}
      onOk={submit}
      onCancel={onDone}
    >
      <form className="dialog-form" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
        <HandOnChoices chosen={to} leftOut={me.staff.id} onChoose={setTo} />
        <label htmlFor="transfer-note">{words.transfer.note}</label>
        <Input.TextArea
          id="transfer-note"
          rows={3}
          maxLength={2000}
          placeholder={words.transfer.notePlaceholder}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      </form>
    </Dialog>
  );
}
