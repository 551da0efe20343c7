import { Alert, Input } from 'antd';
import { useState } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { Dialog } from '../app/dialog.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from '../workspace/submit-key.ts';
import { useSessionChange } from '../workspace/use-session-change.ts';

interface TakeOverDialogProps {
  readonly item: SessionItem;
  readonly open: boolean;
  readonly onDone: () => void;
}

/** A supervisor takes a conversation from whoever serves it, with a word for them. */
export function TakeOverDialog({ item, open, onDone }: TakeOverDialogProps) {
  const words = useWords();
  const { floor, common, conversation } = words;
  const desk = useDesk();
  const [note, setNote] = useState('');
  const { run, busy, failure } = useSessionChange(item, floor.takeOverDone, onDone);
  const submit = () =>
    void run(async () => {
      const result = await desk.api.takeOver(item.id, note.trim() === '' ? {} : { note: note.trim() });
      if (result.ok) desk.justTaken.set(item.id);
      return result;
    });
  return (
    <Dialog
      open={open}
      title={floor.takeOverTitle}
      okText={floor.takeOver}
      cancelText={common.cancel}
      confirmLoading={busy}
      onOk={submit}
      onCancel={onDone}
    >
      <form className="dialog-form" onKeyDown={submitOnCtrlEnter(submit)} onSubmit={(event) => event.preventDefault()}>
        <p>{floor.takeOverLead(item.agentDeskName ?? conversation.agent)}</p>
        <label htmlFor="take-over-note">
          {floor.takeOverNote} <span className="faint">{common.optional}</span>
        </label>
        <Input.TextArea
          id="take-over-note"
          rows={3}
          maxLength={2000}
          autoFocus
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      </form>
    </Dialog>
  );
}
