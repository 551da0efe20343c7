import { SoundFilled } from '@ant-design/icons';
import { memo } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useNow } from '../app/clock-context.tsx';
import { formatRoute } from '../app/route.ts';
import { codeWord } from '../words/code-words.ts';
import { customerLabel } from '../words/customer-label.ts';
import { agoText } from '../words/time-words.ts';
import { useWords } from '../words/words-context.tsx';
import { SeverityBadge } from './severity-badge.tsx';
import { WaitClock } from './wait-clock.tsx';

interface SessionRowProps {
  readonly item: SessionItem;
  readonly gone: boolean;
  readonly selected: boolean;
  readonly unread: boolean;
  /** A colleague has whispered, and it has not been seen. */
  readonly whispered: boolean;
  readonly mine: boolean;
}

/** One conversation in a list: who, how urgent, what about, the last words, and how long already. */
export const SessionRow = memo(function SessionRow({ item, gone, selected, unread, whispered, mine }: SessionRowProps) {
  const words = useWords();
  const href = formatRoute({ page: 'conversations', sessionId: item.id, step: 'conversation' });
  const tone = item.severity === null ? '' : ` row-${item.severity}`;
  return (
    <a
      className={`row${tone}${gone ? ' row-gone' : ''}`}
      href={href}
      aria-current={selected ? 'true' : undefined}
      data-session={item.id}
    >
      <span className="row-head">
        <strong>{customerLabel(words, item)}</strong>
        {whispered && <SoundFilled className="row-whisper" aria-label={words.floor.whisperUnread} />}
        {unread && <span className="unread" role="img" aria-label={words.queue.unread(1)} />}
        <RowTime item={item} />
      </span>
      <span className="row-tags">
        {item.severity !== null && <SeverityBadge severity={item.severity} />}
        {item.returned && <span className="row-mark">{words.queue.returned}</span>}
        {item.specialNeed && <span className="row-mark">{words.queue.specialNeed}</span>}
        <span className="row-intent">
          {item.intent === null ? codeWord(words.codes.skill, item.skill) : codeWord(words.codes.intent, item.intent)}
        </span>
        <span className="row-channel">{codeWord(words.codes.channel, item.channel)}</span>
      </span>
      <span className="row-preview">{gone ? <Gone item={item} /> : <Preview item={item} mine={mine} />}</span>
    </a>
  );
});

function RowTime({ item }: { item: SessionItem }) {
  if (item.state === 'queued' && item.queuedAt !== null) {
    return <WaitClock since={item.queuedAt} severity={item.severity} />;
  }
  return <Ago at={item.lastActivityAt} />;
}

function Ago({ at }: { at: number }) {
  const words = useWords();
  return <span className="row-time">{agoText(words, useNow() - at)}</span>;
}

function Preview({ item, mine }: { item: SessionItem; mine: boolean }) {
  const { queue } = useWords();
  const lead = {
    customer: '',
    bot: queue.bot,
    agent: mine ? queue.you : queue.agent,
    system: queue.system,
  }[item.previewAuthor];
  return (
    <>
      {lead !== '' && <span className="faint">{lead}</span>}
      {item.preview}
    </>
  );
}

function Gone({ item }: { item: SessionItem }) {
  const { queue } = useWords();
  return item.state === 'assigned' && item.agentDeskName !== null ? queue.taken(item.agentDeskName) : queue.gone;
}
