import { Alert, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useKeyLayer } from '../keys/keys-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from './submit-key.ts';
import { useSessionChange } from './use-session-change.ts';

interface DialogProps {
  readonly item: SessionItem;
  readonly open: boolean;
  readonly onDone: () => void;
}

/** Gives the conversation back, to the bot or to the queue, with a word for whoever goes on. */
export function ReleaseDialog({ item, open, onDone }: DialogProps) {
  const words = useWords();
  const desk = useDesk();
  const [to, setTo] = useState<'bot' | 'queue'>('bot');
  const [note, setNote] = useState('');
  const { run, busy, failure } = useSessionChange(item, words.release.done, onDone);
  useKeyLayer(open);
  const submit = () =>
    run(() => desk.api.release(item.id, { to, ...(note.trim() === '' ? {} : { note: note.trim() }) }));

  return (
    <Modal
      open={open}
      title={words.release.title}
      okText={words.release.submit}
      cancelText={words.common.cancel}
      confirmLoading={busy}
      onOk={() => void submit()}
      onCancel={onDone}
      destroyOnHidden
    >
      <form className="dialog-form" onKeyDown={submitOnCtrlEnter(() => void submit())}>
        <Radio.Group
          className="choice-cards"
          value={to}
          onChange={(event) => setTo(event.target.value === 'queue' ? 'queue' : 'bot')}
        >
          <Radio value="bot">
            <strong>{words.release.toBot}</strong>
            <small>{words.release.toBotNote}</small>
          </Radio>
          <Radio value="queue">
            <strong>{words.release.toQueue}</strong>
            <small>{words.release.toQueueNote}</small>
          </Radio>
        </Radio.Group>
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
    </Modal>
  );
}
