import { Alert, Input } from 'antd';
import { useState } from 'react';
import type { TicketDetail } from '../../protocol/desk/ticket.ts';
import { useDesk } from '../app/desk-context.tsx';
import { Dialog } from '../app/dialog.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from '../workspace/submit-key.ts';
import { useTicketChange } from './use-ticket-change.ts';

interface ResponsibleDialogProps {
  readonly detail: TicketDetail;
  readonly open: boolean;
  readonly onDone: () => void;
}

/** Makes a colleague responsible for a ticket, with a word for them. */
export function ResponsibleDialog({ detail: { ticket, candidates }, open, onDone }: ResponsibleDialogProps) {
  const words = useWords();
  const { tickets, common } = words;
  const desk = useDesk();
  const others = candidates.filter(({ id }) => id !== ticket.responsibleId);
  const [staffId, setStaffId] = useState(others[0]?.id ?? '');
  const [note, setNote] = useState('');
  const { run, busy, failure } = useTicketChange(ticket.number);
  const submit = async () => {
    if (staffId === '') return;
    const change = { staffId, version: ticket.version, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    if (await run(() => desk.api.setResponsible(ticket.number, change), tickets.responsibleDone)) onDone();
  };

  return (
    <Dialog
      open={open}
      title={tickets.setResponsible}
      okText={tickets.setResponsible}
      cancelText={common.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: staffId === '' }}
      onOk={() => void submit()}
      onCancel={onDone}
    >
      <form
        className="dialog-form"
        onKeyDown={submitOnCtrlEnter(() => void submit())}
        onSubmit={(event) => event.preventDefault()}
      >
        <label htmlFor="responsible">{tickets.responsible}</label>
        <select id="responsible" className="select" value={staffId} onChange={({ target }) => setStaffId(target.value)}>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor="responsible-note">
          {tickets.note} <span className="faint">{common.optional}</span>
        </label>
        <Input.TextArea
          id="responsible-note"
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      </form>
    </Dialog>
  );
}
