import {
  CustomerServiceOutlined,
  EditOutlined,
  EnvironmentOutlined,
  PaperClipOutlined,
  RobotOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import { memo, type ReactNode } from 'react';
import type { GeoCoordinates } from '../../protocol/conversation.ts';
import type { SessionSummary, TranscriptRow } from '../../protocol/desk/session.ts';
import { factWord } from '../words/code-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import type { FileView } from './activity-view.ts';
import { CardView } from './card-view.tsx';
import { highlight, type Mark } from './highlight.ts';
import type { Block } from './transcript-blocks.ts';

interface MessageBlockProps {
  readonly block: Extract<Block, { kind: 'message' }>;
  readonly evidence: SessionSummary['evidence'];
  /** Puts right what the bot has made of the customer's message; null where that is not to be done. */
  readonly onCorrect: ((seq: number) => void) | null;
}

/** A message: the customer's to the left, the house's to the right. */
export const MessageBlock = memo(function MessageBlock({ block, evidence, onCorrect }: MessageBlockProps) {
  const { words, format } = useWording();
  const { row, view, leads } = block;
  const marks = row.author === 'customer' ? evidence.filter((mark) => mark.seq === row.seq) : [];
  return (
    <article
      id={`row-${row.seq}`}
      className={`message message-${row.author}${leads ? ' message-leads' : ''}`}
      title={leads ? undefined : format.time(row.at)}
    >
      {leads && (
        <header>
          {AUTHOR_ICON[row.author]}
          <strong>{authorName(row, words.conversation)}</strong>
          <time dateTime={new Date(row.at).toISOString()}>{format.time(row.at)}</time>
        </header>
      )}
      {view.text !== '' && (
        <div className="bubble">
          <MarkedText text={view.text} marks={marks} />
        </div>
      )}
      {view.text !== '' && row.author === 'customer' && onCorrect !== null && (
        <button type="button" className="correct-button" onClick={() => onCorrect(row.seq)}>
          <EditOutlined /> {words.correct.action}
        </button>
      )}
      {view.cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards of a stored message never move
        <CardView key={index} card={card} />
      ))}
      {view.files.map((file) => (
        <FileBlock key={file.url} file={file} />
      ))}
      {view.position !== null && <Position position={view.position} />}
      {view.unsupported && <p className="faint">{words.conversation.unsupported}</p>}
      {view.choices.length > 0 && (
        <ul className="choices" aria-label={words.conversation.suggested}>
          {view.choices.map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      )}
    </article>
  );
});

const AUTHOR_ICON: Readonly<Record<TranscriptRow['author'], ReactNode>> = {
  customer: <UserOutlined />,
  bot: <RobotOutlined />,
  agent: <CustomerServiceOutlined />,
  system: null,
};

function authorName(row: TranscriptRow, words: Readonly<Record<TranscriptRow['author'], string>>): string {
  return row.authorName ?? words[row.author];
}

function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const words = useWords();
  if (marks.length === 0) return text;
  let at = 0;
  return highlight(text, marks).map((segment) => {
    const key = at;
    at += segment.text.length;
    if (segment.facts.length === 0) return <span key={key}>{segment.text}</span>;
    return (
      <Tooltip key={key} title={segment.facts.map((fact) => factWord(words, fact)).join(' · ')}>
        <mark>{segment.text}</mark>
      </Tooltip>
    );
  });
}

function FileBlock({ file }: { file: FileView }) {
  const { conversation: words } = useWords();
  return (
    <a className={file.image ? 'picture' : 'file'} href={file.url} target="_blank" rel="noopener noreferrer">
      {file.image ? (
        <img src={file.url} alt={words.imageAlt(file.name)} loading="lazy" />
      ) : (
        <>
          <PaperClipOutlined /> {file.name}
        </>
      )}
    </a>
  );
}

function Position({ position }: { position: GeoCoordinates }) {
  const { conversation: words } = useWords();
  const { message } = App.useApp();
  const coordinates = `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`;
  const copy = async () => {
    await navigator.clipboard.writeText(coordinates);
    void message.success(words.copied);
  };
  return (
    <div className="position">
      <EnvironmentOutlined />
      <span>
        {words.position}
        <small>{coordinates}</small>
      </span>
      <Button size="small" onClick={() => void copy()}>
        {words.copyPosition}
      </Button>
    </div>
  );
}
