import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useRef, useState } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { GrowingTextArea } from '../app/growing-text-area.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { isSendKey } from './send-key.ts';
import { useSayOnce } from './use-say-once.ts';

/** As the protocol allows; UTF-16 units. */
const LONGEST = 4000;

/** Where a note for colleagues is written; once it is kept, the field is the customer's again. */
export function NoteComposer({ item, onLeave }: { item: SessionItem; onLeave: () => void }) {
  const words = useWords();
  const { drafts, api } = useDesk();
  const draft = `note:${item.id}`;
  const [text, setText] = useState(drafts.get(draft) ?? '');
  const { say, busy } = useSayOnce(item, api.note);
  const field = useRef<TextAreaRef>(null);
  useEffect(() => field.current?.focus(), []);
  useKey('write', () => field.current?.focus());

  const change = (value: string) => {
    setText(value);
    drafts.set(draft, value);
  };
  const submit = async () => {
    if (text.trim() === '' || busy || !(await say(text.trim()))) return;
    drafts.delete(draft);
    onLeave();
  };
  return (
    <footer className="composer composer-note">
      <GrowingTextArea
        ref={field}
        value={text}
        minRows={1}
        maxRows={8}
        maxLength={LONGEST}
        placeholder={words.note.placeholder}
        aria-label={words.note.label}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (!isSendKey(event)) return;
          event.preventDefault();
          void submit();
        }}
      />
      <div className="composer-foot">
        <span className="composer-hint">{words.note.onlyUs}</span>
        <Button onClick={onLeave}>{words.note.back}</Button>
        <Button
          type="primary"
          icon={<LockOutlined />}
          disabled={text.trim() === ''}
          loading={busy}
          onClick={() => void submit()}
        >
          {words.note.keep}
        </Button>
      </div>
    </footer>
  );
}
