import { LockOutlined, SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { GrowingTextArea } from '../app/growing-text-area.tsx';
import { usePhone } from '../app/use-phone.ts';
import { KeyCaps } from '../keys/key-caps.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { codeWord } from '../words/code-words.ts';
import { useWords } from '../words/words-context.tsx';
import type { FilledReply } from './fill-reply.ts';
import { NoteComposer } from './note-composer.tsx';
import type { PickedReply } from './picked-reply.ts';
import { ReplyMenu } from './reply-menu.tsx';
import { isSendKey } from './send-key.ts';
import { SuggestedReplies } from './suggested-replies.tsx';

interface ComposerProps {
  readonly item: SessionItem;
  readonly owned: boolean;
  readonly onClaim: (() => void) | null;
}

/** Where the owner writes; whoever does not own the conversation reads why they cannot. */
export function Composer({ item, owned, onClaim }: ComposerProps) {
  return owned ? <Writing item={item} /> : <Locked item={item} onClaim={onClaim} />;
}

function Locked({ item, onClaim }: Omit<ComposerProps, 'owned'>) {
  const words = useWords();
  return (
    <footer className="composer composer-locked">
      <p>
        <LockOutlined /> {lockedText(words, item, onClaim !== null)}
      </p>
      {onClaim !== null && (
        <Button type="primary" onClick={onClaim}>
          {words.conversation.claim}
          <KeyCaps action="claim" />
        </Button>
      )}
    </footer>
  );
}

function lockedText({ composer, conversation }: DeskWords, item: SessionItem, claimable: boolean): string {
  switch (item.state) {
    case 'bot':
      return claimable ? composer.needClaimBot : conversation.speakerBot;
    case 'queued':
      return claimable ? composer.needClaimQueued : composer.waiting;
    case 'assigned':
      return composer.ownedBy(item.agentDeskName ?? conversation.agent);
    case 'closed':
      return composer.closed;
  }
}

/** As the protocol allows; UTF-16 units. */
const LONGEST = 4000;
/** From here on the desk says how much is left. */
const NEARLY = 3500;

/** A note has a field of its own: what was meant for colleagues must never be a keystroke away from the customer. */
function Writing({ item }: { item: SessionItem }) {
  const [note, setNote] = useState(false);
  useKey('note', () => setNote(true));
  return note ? (
    <NoteComposer item={item} onLeave={() => setNote(false)} />
  ) : (
    <ReplyComposer item={item} onNote={() => setNote(true)} />
  );
}

function ReplyComposer({ item, onNote }: { item: SessionItem; onNote: () => void }) {
  const words = useWords();
  const desk = useDesk();
  const phone = usePhone();
  const [text, setText] = useState(desk.drafts.get(item.id) ?? '');
  const began = useRef<string | null>(null);
  const field = useRef<TextAreaRef>(null);
  const tellTyping = useTypingSign(item.id);
  useKey('write', () => field.current?.focus());
  useEffect(() => {
    // Only after taking over: whoever moves through the list by keys must not find themselves writing. And on a phone
    // the keyboard would cover what is to be read first.
    if (desk.justTaken.get() !== item.id) return;
    desk.justTaken.set(null);
    if (!phone) field.current?.focus();
  }, [desk, item.id, phone]);

  const change = (value: string) => {
    setText(value);
    desk.drafts.set(item.id, value);
    if (value.trim() === '') began.current = null;
    else tellTyping();
  };
  const insert = (reply: PickedReply) => {
    const before = text.trim() === '' ? '' : `${text}\n`;
    change(before + reply.text);
    began.current = reply.id;
    selectLater(field, reply.gap, before.length + reply.text.length, before.length);
  };
  const sendable = text.trim() !== '' && text.trim().length <= LONGEST;
  const send = () => {
    if (!sendable) return;
    desk.outbox.send(item.id, text.trim(), began.current);
    began.current = null;
    setText('');
    desk.drafts.delete(item.id);
    field.current?.focus();
  };

  return (
    <footer className="composer">
      {text.trim() === '' && <SuggestedReplies item={item} onPick={insert} />}
      <GrowingTextArea
        ref={field}
        value={text}
        minRows={1}
        maxRows={8}
        placeholder={words.composer.placeholder}
        aria-label={words.composer.label}
        aria-keyshortcuts="/"
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (!isSendKey(event)) return;
          event.preventDefault();
          send();
        }}
      />
      <div className="composer-foot">
        <Button type="text" size="small" icon={<LockOutlined />} aria-keyshortcuts=";" onClick={onNote}>
          {words.note.toggle}
        </Button>
        <ReplyMenu item={item} onPick={insert} />
        <span className={text.length > LONGEST ? 'composer-hint over' : 'composer-hint'}>
          {hintText(words, text.length, item)}
        </span>
        <span className="composer-hint-keys wide-only">{words.composer.hint}</span>
        <KeyCaps action="write" />
        <Button type="primary" icon={<SendOutlined />} disabled={!sendable} onClick={send}>
          {words.composer.send}
        </Button>
      </div>
    </footer>
  );
}

/** Selects what is lacking in what was put in, once it stands in the field; else the cursor goes to its end. */
function selectLater(
  field: RefObject<TextAreaRef | null>,
  gap: FilledReply['gap'],
  ...[end, offset]: readonly [number, number]
): void {
  requestAnimationFrame(() => {
    const area = field.current?.resizableTextArea?.textArea;
    area?.focus();
    if (gap) area?.setSelectionRange(offset + gap.start, offset + gap.end);
    else area?.setSelectionRange(end, end);
  });
}

function hintText({ composer, codes }: DeskWords, length: number, item: SessionItem): string {
  if (length > LONGEST) return composer.over(length - LONGEST);
  if (length > NEARLY) return composer.left(LONGEST - length);
  return item.language === null ? '' : composer.speakLanguage(codeWord(codes.language, item.language));
}

/** The customer is told at most so often, ms. */
const SIGN_EVERY = 3_000;

function useTypingSign(sessionId: string): () => void {
  const { api } = useDesk();
  const last = useRef(0);
  return () => {
    if (Date.now() - last.current < SIGN_EVERY) return;
    last.current = Date.now();
    void api.typing(sessionId);
  };
}
