import { LockOutlined, SoundOutlined, StarFilled } from '@ant-design/icons';
import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { ConversationStatus } from '../../protocol/conversation.ts';
import type { TranscriptRow } from '../../protocol/desk/session.ts';
import { codeWord } from '../words/code-words.ts';
import { useWording } from '../words/words-context.tsx';
import type { Block } from './transcript-blocks.ts';

interface NoteBlockProps {
  readonly row: TranscriptRow;
  readonly view: Extract<Block, { kind: 'note' }>['view'];
}

/** What happened between the messages: who took over, a rating, the end. */
export function NoteBlock({ row, view }: NoteBlockProps) {
  const { words, format } = useWording();
  if (view.kind === 'internal') {
    return (
      <InternalNote row={row} title={words.note.by(row.authorName ?? words.conversation.agent)} text={view.text} />
    );
  }
  if (view.kind === 'whisper') return <Whisper row={row} view={view} />;
  if (view.kind === 'moved')
    return <InternalNote row={row} title={movedTitle(words, view)} text={movedText(words, view)} />;
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

type Special<K extends NoteBlockProps['view']['kind']> = Extract<NoteBlockProps['view'], { kind: K }>;

function Whisper({ row, view }: { row: TranscriptRow; view: Special<'whisper'> }) {
  const { words, format } = useWording();
  const from = row.authorName ?? words.conversation.agent;
  return (
    <aside className="internal-note whisper" id={`row-${row.seq}`}>
      <header>
        <SoundOutlined />
        <strong>{words.floor.whisperBy(from, view.to)}</strong>
        <span>{words.note.onlyUs}</span>
        <time dateTime={new Date(row.at).toISOString()}>{format.time(row.at)}</time>
      </header>
      <p>{view.text}</p>
    </aside>
  );
}

function movedTitle({ floor, codes }: DeskWords, { how, from, to, skill }: Special<'moved'>): string {
  if (how === 'taken_over') return from === null ? floor.takenOverFresh(to ?? '') : floor.takenOver(to ?? '', from);
  return to === null ? floor.reassignedTo(codeWord(codes.skill, skill ?? 'general')) : floor.reassigned(to);
}

function movedText({ floor }: DeskWords, { note, force }: Special<'moved'>): string {
  return [note, force === null ? null : floor.forced(force)].filter((part) => part !== null).join('\n');
}

function InternalNote({ row, title, text }: { row: TranscriptRow; title: string; text: string }) {
  const { words, format } = useWording();
  return (
    <aside className="internal-note" id={`row-${row.seq}`}>
      <header>
        <LockOutlined />
        <strong>{title}</strong>
        <span>{words.note.onlyUs}</span>
        <time dateTime={new Date(row.at).toISOString()}>{format.time(row.at)}</time>
      </header>
      {text !== '' && <p>{text}</p>}
    </aside>
  );
}

function noteText(
  { conversation: words }: DeskWords,
  view: Exclude<NoteBlockProps['view'], { kind: 'internal' | 'whisper' | 'moved' }>,
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
