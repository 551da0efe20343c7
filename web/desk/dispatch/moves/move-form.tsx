import { Alert, Input } from 'antd';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { Dialog } from '../../app/dialog.tsx';
import { failureText } from '../../words/failure-words.ts';
import { useWords } from '../../words/words-context.tsx';
import { submitOnCtrlEnter } from '../../workspace/submit-key.ts';
import type { IncidentChange } from '../use-incident-change.ts';

interface MoveFormProps {
  readonly title: string;
  readonly lead?: string;
  readonly ready: boolean;
  readonly danger?: boolean;
  readonly change: Pick<IncidentChange, 'busy' | 'failure'>;
  readonly onSubmit: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** A decision about an incident: what it does, what it needs, and why it was refused if it was. */
export function MoveForm({ title, lead, ready, danger = false, change, onSubmit, onDone, children }: MoveFormProps) {
  const words = useWords();
  const submit = () => {
    if (ready) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'text') {
      if (!event.nativeEvent.isComposing) submit();
    } else submitOnCtrlEnter(submit)(event);
  };
  return (
    <Dialog
      open
      title={title}
      okText={title}
      cancelText={words.common.back}
      confirmLoading={change.busy}
      okButtonProps={{ disabled: !ready, danger }}
      onOk={submit}
      onCancel={onDone}
    >
      <form className="dialog-form" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
        {lead !== undefined && <p className="soft">{lead}</p>}
        {children}
        {change.failure !== null && <Alert type="error" showIcon title={failureText(words, change.failure)} />}
      </form>
    </Dialog>
  );
}

interface NoteFieldProps {
  readonly value: string;
  readonly onChange: (note: string) => void;
  /** What it is asked for where it must be given. */
  readonly needed?: string;
  readonly autoFocus?: boolean;
}

export function NoteField({ value, onChange, needed, autoFocus = false }: NoteFieldProps) {
  const { dispatch, common } = useWords();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>
        {needed ?? dispatch.note} {needed === undefined && <span className="faint">{common.optional}</span>}
      </label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={2000}
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}

/** A note as the protocol takes it: left out where there is none. */
export function noted(note: string): { note?: string } {
  return note.trim() === '' ? {} : { note: note.trim() };
}
