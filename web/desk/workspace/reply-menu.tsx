import { MessageOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useKey } from '../keys/keys-context.tsx';
import { codeWord } from '../words/code-words.ts';
import { useWording } from '../words/words-context.tsx';
import type { PickedReply } from './picked-reply.ts';
import { type Reply, useReplies } from './use-replies.ts';

interface ReplyMenuProps {
  readonly item: SessionItem;
  readonly onPick: (reply: PickedReply) => void;
}

/** Canned replies in the customer's language, those of the matter first; typing narrows them, Enter takes the first. */
export function ReplyMenu({ item, onPick }: ReplyMenuProps) {
  const { words } = useWording();
  const [open, setOpen] = useState(false);
  useKey('replies', () => setOpen(true));
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topLeft"
      arrow={false}
      destroyOnHidden
      content={
        <ReplyList
          item={item}
          onPick={(reply) => {
            setOpen(false);
            onPick(reply);
          }}
        />
      }
    >
      <Button
        type="text"
        size="small"
        icon={<MessageOutlined />}
        aria-label={words.replies.title}
        title={words.replies.title}
        aria-keyshortcuts="q"
        aria-expanded={open}
      />
    </Popover>
  );
}

function ReplyList({ item, onPick }: ReplyMenuProps) {
  const { words, language } = useWording();
  const [search, setSearch] = useState('');
  const { replies, filled } = useReplies(item);
  const mine = language === 'en' ? 'en' : 'zh';
  const shown = inOrder(replies, item.skill).filter((reply) => matches(reply, search));
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = shown;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || first === undefined) return;
    event.preventDefault();
    onPick(filled(first));
  };
  return (
    <section className="reply-menu" aria-label={words.replies.title}>
      <Input
        autoFocus
        variant="filled"
        prefix={<SearchOutlined />}
        placeholder={words.replies.search}
        aria-label={words.replies.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ul>
        {shown.map((reply) => (
          <li key={reply.id}>
            <button type="button" onClick={() => onPick(filled(reply))}>
              <strong>{reply.title[mine]}</strong>
              <span className="faint">{codeWord(words.codes.skill, reply.skill)}</span>
              <span className="reply-text">{filled(reply).text}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="soft">{words.replies.none}</p>}
    </section>
  );
}

function inOrder(replies: readonly Reply[], skill: SessionItem['skill']): Reply[] {
  const rank = (reply: Reply) => (reply.skill === skill ? 0 : reply.skill === 'general' ? 1 : 2);
  return replies.toSorted((a, b) => rank(a) - rank(b));
}

function matches({ title, text }: Reply, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return wanted === '' || [title.zh, title.en, text].some((one) => one.toLowerCase().includes(wanted));
}
