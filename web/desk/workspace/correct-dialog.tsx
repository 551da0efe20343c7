import { Alert, Input, Segmented } from 'antd';
import { useState } from 'react';
import { CORRECTION_REASONS } from '../../protocol/desk/learning.ts';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { Dialog } from '../app/dialog.tsx';
import { CodeSelect } from '../learning/code-select.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from './submit-key.ts';
import { type Right, suggestedReason } from './suggested-reason.ts';
import { useSessionChange } from './use-session-change.ts';

interface DialogProps {
  readonly item: SessionItem;
  /** The customer's message that was taken wrongly; null while nothing is corrected. */
  readonly seq: number | null;
  readonly onDone: () => void;
}

const NOTHING: Right = { intent: null, severity: null, class: null };

/** Puts right what the bot has made of a message: say what it should be; the reason suggests itself. */
export function CorrectDialog({ item, seq, onDone }: DialogProps) {
  const words = useWords();
  const { correct, codes } = words;
  const desk = useDesk();
  const [right, setRight] = useState(NOTHING);
  const [chosenWhy, setWhy] = useState<(typeof CORRECTION_REASONS)[number] | null>(null);
  const [note, setNote] = useState('');
  const close = () => {
    setRight(NOTHING);
    setWhy(null);
    setNote('');
    onDone();
  };
  const { run, busy, failure } = useSessionChange(item, correct.done, close);
  const why = chosenWhy ?? suggestedReason(right, item.severity);
  const given = Object.fromEntries(Object.entries(right).filter(([, value]) => value !== null));
  const ready = seq !== null && Object.keys(given).length > 0;
  const submit = () => {
    if (!ready) return;
    const noted = note.trim() === '' ? {} : { note: note.trim() };
    void run(() => desk.api.correct(item.id, { seq, ...given, why, ...noted }));
  };

  return (
    <Dialog
      open={seq !== null}
      title={correct.title}
      okText={correct.submit}
      cancelText={words.common.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: !ready }}
      onOk={submit}
      onCancel={close}
    >
      <form className="dialog-form" onKeyDown={submitOnCtrlEnter(submit)} onSubmit={(event) => event.preventDefault()}>
        <p className="soft">{correct.lead}</p>
        <label htmlFor="correct-intent">{correct.intent}</label>
        <CodeSelect
          id="correct-intent"
          label={correct.keep}
          value={right.intent}
          codes={codes.intent}
          onChange={(intent) => setRight({ ...right, intent })}
        />
        <span id="correct-severity">{correct.severity}</span>
        <Segmented
          block
          aria-labelledby="correct-severity"
          value={right.severity ?? KEEP}
          options={[{ value: KEEP, label: correct.keep }, ...Object.keys(codes.severity)]}
          onChange={(value) => setRight({ ...right, severity: value === KEEP ? null : value })}
        />
        <label htmlFor="correct-class">{correct.class}</label>
        <CodeSelect
          id="correct-class"
          label={correct.keep}
          value={right.class}
          codes={codes.class}
          onChange={(value) => setRight({ ...right, class: value })}
        />
        <fieldset className="dispositions">
          <legend>{correct.why}</legend>
          {CORRECTION_REASONS.map((reason) => (
            <label key={reason}>
              <input
                type="radio"
                name="correct-why"
                value={reason}
                checked={reason === why}
                onChange={() => setWhy(reason)}
              />
              <span>{codes.correctionReason[reason]}</span>
            </label>
          ))}
        </fieldset>
        <label htmlFor="correct-note">
          {correct.note} <span className="faint">{words.common.optional}</span>
        </label>
        <Input id="correct-note" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        {!ready && <p className="faint">{correct.nothing}</p>}
        {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      </form>
    </Dialog>
  );
}

const KEEP = 'keep';
