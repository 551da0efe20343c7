import { Alert, Input } from 'antd';
import { useState } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { Dialog } from '../app/dialog.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { HandOnChoices, type HandOnTarget, targetOf } from '../workspace/hand-on-choices.tsx';
import { submitOnCtrlEnter } from '../workspace/submit-key.ts';
import { useSessionChange } from '../workspace/use-session-change.ts';

interface ReassignDialogProps {
  readonly item: Pick<SessionItem, 'id' | 'conversationId' | 'agentId'>;
  readonly open: boolean;
  readonly onDone: () => void;
}

/** A supervisor hands a conversation on, whoever has it; to somebody who is full only with a reason. */
export function ReassignDialog({ item, open, onDone }: ReassignDialogProps) {
  const words = useWords();
  const { floor, transfer, common } = words;
  const desk = useDesk();
  const [to, setTo] = useState<HandOnTarget | null>(null);
  const [note, setNote] = useState('');
  const [force, setForce] = useState('');
  const { run, busy, failure } = useSessionChange(item, floor.reassignDone, onDone);
  const refusedRoom = failure?.kind === 'refused' && failure.code === 'no_room';
  const needsForce = to?.kind === 'person' && (to.full || refusedRoom);
  const ready = to !== null && note.trim() !== '' && (!needsForce || force.trim() !== '');
  const submit = () => {
    if (!ready) return;
    const forced = needsForce ? { force: force.trim() } : {};
    void run(() => desk.api.reassign(item.id, { to: targetOf(to), note: note.trim(), ...forced }));
  };
  return (
    <Dialog
      open={open}
      title={floor.reassignTitle}
      okText={floor.reassign}
      cancelText={common.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: !ready }}
      onOk={submit}
      onCancel={onDone}
    >
      <form className="dialog-form" onKeyDown={submitOnCtrlEnter(submit)} onSubmit={(event) => event.preventDefault()}>
        <HandOnChoices chosen={to} leftOut={item.agentId} beyondCapacity onChoose={setTo} />
        {needsForce && (
          <>
            <label htmlFor="reassign-force">{floor.force}</label>
            <Input
              id="reassign-force"
              maxLength={500}
              aria-describedby="reassign-force-note"
              value={force}
              onChange={({ target }) => setForce(target.value)}
            />
            <p className="soft" id="reassign-force-note">
              {floor.forceNote}
            </p>
          </>
        )}
        <label htmlFor="reassign-note">{transfer.note}</label>
        <Input.TextArea
          id="reassign-note"
          rows={3}
          maxLength={2000}
          placeholder={transfer.notePlaceholder}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      </form>
    </Dialog>
  );
}
