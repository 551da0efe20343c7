import { Input } from 'antd';
import { useState } from 'react';
import { FOLLOW_UP_OUTCOMES } from '../../protocol/desk/rating.ts';
import { Dialog } from '../app/dialog.tsx';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from '../workspace/submit-key.ts';

type Outcome = (typeof FOLLOW_UP_OUTCOMES)[number];

interface CloseFollowUpProps {
  readonly open: boolean;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onClose: (closed: { readonly outcome: Outcome; readonly note: string }) => void;
}

/** What came of a low rating, and what was done. */
export function CloseFollowUp({ open, busy, onCancel, onClose }: CloseFollowUpProps) {
  const { ratings: words, common } = useWords();
  const [outcome, setOutcome] = useState<Outcome>('put_right');
  const [note, setNote] = useState('');
  const given = note.trim();
  const submit = () => {
    if (given !== '') onClose({ outcome, note: given });
  };
  return (
    <Dialog
      open={open}
      title={words.closeTitle}
      okText={words.close}
      cancelText={common.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: given === '' }}
      onOk={submit}
      onCancel={onCancel}
    >
      <form className="dialog-form" onKeyDown={submitOnCtrlEnter(submit)} onSubmit={(event) => event.preventDefault()}>
        <label htmlFor="follow-up-outcome">{words.outcome}</label>
        <select
          id="follow-up-outcome"
          className="select"
          value={outcome}
          onChange={({ target }) => setOutcome(FOLLOW_UP_OUTCOMES.find((one) => one === target.value) ?? 'put_right')}
        >
          {FOLLOW_UP_OUTCOMES.map((one) => (
            <option key={one} value={one}>
              {words.outcomes[one]}
            </option>
          ))}
        </select>
        <label htmlFor="follow-up-note">{words.note}</label>
        <Input.TextArea
          id="follow-up-note"
          rows={3}
          maxLength={2000}
          placeholder={words.noteMissing}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
