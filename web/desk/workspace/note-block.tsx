import { LockOutlined, StarFilled } from '@ant-design/icons';
import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { ConversationStatus } from '../../protocol/conversation.ts';
import type { TranscriptRow } from '../../protocol/desk/session.ts';
import { useWording } from '../words/words-context.tsx';
import type { Block } from './transcript-blocks.ts';

interface NoteBlockProps {
  readonly row: TranscriptRow;
  readonly view: Extract<Block, { kind: 'note' }>['view'];
}

/** What happened between the messages: who took over, a rating, the end. */
export function NoteBlock({ row, view }: NoteBlockProps) {
  const { words, format } = useWording();
  if (view.kind === 'internal') return <InternalNote row={row} text={view.text} />;
  return (
    <div className="note" id={`row-${row.seq}`}>
      {view.kind === 'rating' && <StarFilled className="note-star" />}
      <span>
        {noteText(words, view)}
        {view.kind === 'rating' && view.words !== null && <q>{view.words}</q>}
      </span>
      <time dateTime={new Date(row.at).toISOString()}>{format.time(row.at)}</time>
    </div>
  );
}

function InternalNote({ row, text }: { row: TranscriptRow; text: string }) {
  const { words, format } = useWording();
  return (
    <aside className="internal-note" id={`row-${row.seq}`}>
      <header>
        <LockOutlined />
        <strong>{words.note.by(row.authorName ?? words.conversation.agent)}</strong>
        <span>{words.note.onlyUs}</span>
        <time dateTime={new Date(row.at).toISOString()}>{format.time(row.at)}</time>
      </header>
      <p>{text}</p>
    </aside>
  );
}

function noteText(
  { conversation: words }: DeskWords,
  view: Exclude<NoteBlockProps['view'], { kind: 'internal' }>,
): string {
  switch (view.kind) {
    case 'status':
      return statusText(words, view.status);
    case 'closed':
      return words.statusClosed;
    case 'rating':
      return words.rated(view.score);
  }
}

function statusText(words: DeskWords['conversation'], status: ConversationStatus): string {
  if (status.speaker === 'bot') return words.statusBot;
  if (status.speaker === 'agent') return words.statusAgent(status.name);
  return status.place === undefined ? words.statusWaiting : words.statusWaitingPlace(status.place);
}
