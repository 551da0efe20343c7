import { EyeOutlined, SendOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { hasRole, useDesk, useSeat } from '../app/desk-context.tsx';
import { useCell } from '../app/use-cell.ts';
import { KeyCaps } from '../keys/key-caps.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { viewActivity } from '../workspace/activity-view.ts';
import { isSendKey } from '../workspace/send-key.ts';
import { useSayOnce } from '../workspace/use-say-once.ts';
import { useHeard } from './use-heard.ts';
import { useListening } from './use-listening.ts';

interface WhisperBarProps {
  readonly item: SessionItem;
  readonly owned: boolean;
  /** Who listens and is shown to do so, by name. */
  readonly listeners: readonly string[];
}

/**
 * Between supervisor and whoever serves, above the field for the customer and apart from it: who listens, and where one
 * whispers. Supervisors may begin, agents answer.
 */
export function WhisperBar({ item, owned, listeners }: WhisperBarProps) {
  const { floor: words, conversation, common } = useWords();
  const { me } = useSeat();
  const served = item.state === 'assigned';
  const listens = served && !owned && hasRole(me, 'supervisor', 'quality');
  useListening(item.id, listens);
  useHeard(item);
  const answers = useWhisperedTo(item) && served && owned;
  const begins = listens && hasRole(me, 'supervisor');
  if (!listens && !answers && listeners.length === 0) return null;
  return (
    <section className="whisper-bar" aria-label={words.whisper}>
      {(listens || listeners.length > 0) && (
        <p role="status">
          <EyeOutlined />{' '}
          {[
            ...(listens ? [words.watching] : []),
            ...(listeners.length > 0 ? [words.listeners(common.list(listeners))] : []),
          ].join(' · ')}
        </p>
      )}
      {(begins || answers) && (
        <WhisperField
          item={item}
          hint={begins ? words.whisperTo(item.agentDeskName ?? conversation.agent) : words.whisperBack}
        />
      )}
    </section>
  );
}

function WhisperField({ item, hint }: { item: SessionItem; hint: string }) {
  const { floor: words } = useWords();
  const { drafts, api } = useDesk();
  const draft = `whisper:${item.id}`;
  const [text, setText] = useState(drafts.get(draft) ?? '');
  const { say, busy } = useSayOnce(item, api.whisper);
  const field = useRef<InputRef>(null);
  useKey('whisper', () => field.current?.focus());
  const change = (value: string) => {
    setText(value);
    drafts.set(draft, value);
  };
  const submit = async () => {
    if (text.trim() !== '' && !busy && (await say(text.trim()))) change('');
  };
  return (
    <div className="whisper-field">
      <Input
        ref={field}
        value={text}
        maxLength={2000}
        placeholder={hint}
        aria-label={hint}
        suffix={text === '' ? <KeyCaps action="whisper" /> : null}
        onChange={({ target }) => change(target.value)}
        onKeyDown={(event) => {
          if (!isSendKey(event)) return;
          event.preventDefault();
          void submit();
        }}
      />
      <Button icon={<SendOutlined />} disabled={text.trim() === ''} loading={busy} onClick={() => void submit()}>
        {words.whisperSend}
      </Button>
    </div>
  );
}

/** Whether somebody has whispered to the reader in this service. */
function useWhisperedTo({ id, conversationId }: SessionItem): boolean {
  const { me } = useSeat();
  const transcript = useCell(useDesk().transcript(conversationId));
  return (
    transcript.state === 'ready' &&
    transcript.view.rows.some(({ sessionId, activity }) => {
      const view = viewActivity(activity, document.baseURI);
      return sessionId === id && view.kind === 'whisper' && view.to === me.staff.deskName;
    })
  );
}
