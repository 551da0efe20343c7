import { Alert, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { TICKET_STATES, TicketItem } from '../../protocol/desk/ticket.ts';
import { useDesk } from '../app/desk-context.tsx';
import { Dialog } from '../app/dialog.tsx';
import { codeWord } from '../words/code-words.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from '../workspace/submit-key.ts';
import { useTicketChange } from './use-ticket-change.ts';

export type TicketState = (typeof TICKET_STATES)[number];

interface MoveDialogProps {
  readonly ticket: TicketItem;
  readonly to: TicketState;
  readonly open: boolean;
  readonly onDone: () => void;
}

/** Moves a ticket on: with the crew that goes, or why the work comes back. */
export function MoveDialog({ ticket, to, open, onDone }: MoveDialogProps) {
  const words = useWords();
  const { tickets, common } = words;
  const desk = useDesk();
  const [crew, setCrew] = useState('');
  const [note, setNote] = useState('');
  const { run, busy, failure } = useTicketChange(ticket.number);
  const needsCrew = to === 'crew_assigned';
  const needsNote = to === 'returned' || to === 'cancelled';
  const ready = (!needsCrew || crew.trim() !== '') && (!needsNote || note.trim() !== '');
  const submit = async () => {
    if (!ready) return;
    const move = {
      to,
      version: ticket.version,
      ...(needsCrew ? { crew: crew.trim() } : {}),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    if (await run(() => desk.api.moveTicket(ticket.number, move), tickets.moveDone)) onDone();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void submit();
    else submitOnCtrlEnter(() => void submit())(event);
  };

  return (
    <Dialog
      open={open}
      title={codeWord(tickets.move, to)}
      okText={codeWord(tickets.move, to)}
      cancelText={common.back}
      confirmLoading={busy}
      okButtonProps={{ disabled: !ready, danger: needsNote }}
      onOk={() => void submit()}
      onCancel={onDone}
    >
      <form className="dialog-form" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
        {needsCrew && (
          <>
            <label htmlFor="move-crew">{tickets.crew}</label>
            <Input
              id="move-crew"
              autoFocus
              maxLength={100}
              placeholder={tickets.crewPlaceholder}
              value={crew}
              onChange={(event) => setCrew(event.target.value)}
            />
          </>
        )}
        <label htmlFor="move-note">
          {needsNote ? tickets.why : tickets.note} {!needsNote && <span className="faint">{common.optional}</span>}
        </label>
        <Input.TextArea
          id="move-note"
          rows={3}
          maxLength={2000}
          autoFocus={!needsCrew}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      </form>
    </Dialog>
  );
}
