import { DownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { SessionItem, SessionSummary, TranscriptRow } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useCell } from '../app/use-cell.ts';
import { useKey } from '../keys/keys-context.tsx';
import type { TranscriptView } from '../live/transcript.ts';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useWording, useWords } from '../words/words-context.tsx';
import { MessageBlock } from './message-block.tsx';
import { NoteBlock } from './note-block.tsx';
import { PendingMessages } from './pending-messages.tsx';
import type { Spot } from './spot.ts';
import { type Block, transcriptBlocks } from './transcript-blocks.ts';
import { useFollowScroll } from './use-follow-scroll.ts';
import { useReadMark } from './use-read-mark.ts';

interface TranscriptPaneProps {
  readonly item: SessionItem;
  readonly owned: boolean;
  readonly evidence: SessionSummary['evidence'];
  readonly spot: Spot | null;
  /** Puts right what the bot has made of a message of this session; null where one may not. */
  readonly onCorrect: ((seq: number) => void) | null;
}

export function TranscriptPane(props: TranscriptPaneProps) {
  const transcript = useDesk().transcript(props.item.conversationId);
  useEffect(() => {
    void transcript.refresh();
  }, [transcript]);
  const loaded = useCell(transcript);
  if (loaded.state === 'loading') return <LoadingRows rows={8} />;
  if (loaded.state === 'failed') {
    return <FailureState failure={loaded.failure} onRetry={() => void transcript.refresh()} />;
  }
  return <Rows {...props} view={loaded.view} loadEarlier={transcript.loadEarlier} />;
}

interface RowsProps extends TranscriptPaneProps {
  readonly view: TranscriptView;
  readonly loadEarlier: () => Promise<void>;
}

function Rows({ item, owned, evidence, spot, onCorrect, view, loadEarlier }: RowsProps) {
  const words = useWords();
  const blocks = useBlocks(view.rows);
  const scroll = useFollowScroll(blocks[0]?.key);
  const lastSeq = view.rows.at(-1)?.seq ?? 0;
  useReadMark({ item, owned, seq: scroll.atEnd ? lastSeq : null });
  useKey('newest', scroll.toEnd);
  const correctable = view.rows.findLast((row) => isOfCustomer(row, item))?.seq;
  useKey('correct', onCorrect === null || correctable === undefined ? null : () => onCorrect(correctable));
  const unseen = useUnseen(view.rows, scroll.atEnd);
  useSpot(spot);

  return (
    <div className="transcript-frame">
      <div
        ref={scroll.box}
        className="transcript"
        onScroll={scroll.onScroll}
        role="log"
        aria-label={words.conversation.transcript}
      >
        <div ref={scroll.content} className="transcript-content">
          {view.hasEarlier ? (
            <Earlier load={loadEarlier} />
          ) : (
            <p className="divider-note">{words.conversation.beginning}</p>
          )}
          {blocks.map((block) => (
            <BlockView key={block.key} block={block} evidence={evidence} item={item} onCorrect={onCorrect} />
          ))}
          <PendingMessages item={item} rows={view.rows} />
          <Typing conversationId={item.conversationId} owned={owned} />
        </div>
      </div>
      {!scroll.atEnd && (
        <Button className="newest-pill" shape="round" icon={<DownOutlined />} onClick={scroll.toEnd}>
          {unseen > 0 ? words.conversation.newMessages(unseen) : words.conversation.toNewest}
        </Button>
      )}
    </div>
  );
}

interface BlockViewProps extends Pick<TranscriptPaneProps, 'item' | 'evidence' | 'onCorrect'> {
  readonly block: Block;
}

function isOfCustomer(row: TranscriptRow, { id }: SessionItem): boolean {
  return row.author === 'customer' && row.sessionId === id && typeof row.activity.text === 'string';
}

function BlockView({ block, evidence, item, onCorrect }: BlockViewProps) {
  const { words, format } = useWording();
  switch (block.kind) {
    case 'day':
      return <p className="divider">{format.day(block.at)}</p>;
    case 'session':
      return <p className="divider divider-session">{words.conversation.sessionStart}</p>;
    case 'message':
      return (
        <MessageBlock
          block={block}
          evidence={evidence}
          onCorrect={block.row.sessionId === item.id ? onCorrect : null}
        />
      );
    case 'note':
      return <NoteBlock row={block.row} view={block.view} />;
  }
}

function Earlier({ load }: { load: () => Promise<void> }) {
  const { conversation: words } = useWords();
  const [busy, setBusy] = useState(false);
  return (
    <p className="divider-note">
      <Button
        type="text"
        size="small"
        loading={busy}
        onClick={() => {
          setBusy(true);
          void load().finally(() => setBusy(false));
        }}
      >
        {words.earlier}
      </Button>
    </p>
  );
}

function Typing({ conversationId, owned }: { conversationId: string; owned: boolean }) {
  const { conversation: words, floor } = useWords();
  const desk = useDesk();
  const customer = useCell(desk.typing).has(conversationId);
  const agent = useCell(desk.agentTyping).has(conversationId) && !owned;
  const typing = customer || agent;
  // Its line is kept free, so that nothing moves when it comes and goes.
  return (
    <p className={typing ? 'typing typing-now' : 'typing'} aria-hidden={!typing}>
      <span className="typing-dots">
        <i />
        <i />
        <i />
      </span>
      {agent && !customer ? floor.agentTyping : words.typing}
    </p>
  );
}

function useBlocks(rows: readonly TranscriptRow[]): readonly Block[] {
  const { format } = useWording();
  return useMemo(() => transcriptBlocks(rows, { page: document.baseURI, dayOf: format.day }), [rows, format]);
}

/** How many messages have come since the reader left the end. */
function useUnseen(rows: readonly TranscriptRow[], atEnd: boolean): number {
  const last = rows.at(-1)?.seq ?? 0;
  const [seen, setSeen] = useState(last);
  if (atEnd && seen !== last) setSeen(last);
  return rows.filter((row) => row.seq > seen && row.author === 'customer').length;
}

/** Brings a message that was asked for before the reader's eyes, and marks it for a moment. */
function useSpot(spot: Spot | null): void {
  useEffect(() => {
    if (spot === null) return;
    const element = document.getElementById(`row-${spot.seq}`);
    if (element === null) return;
    element.scrollIntoView({ block: 'center' });
    element.classList.add('spotted');
    const timer = window.setTimeout(() => element.classList.remove('spotted'), 1_600);
    return () => window.clearTimeout(timer);
  }, [spot]);
}
