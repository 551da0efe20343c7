import { CoffeeOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { SessionItem, SessionList } from '../../protocol/desk/session.ts';
import type { Failure } from '../api/failure.ts';
import { mayServe, useDesk, useSeat } from '../app/desk-context.tsx';
import { useCell } from '../app/use-cell.ts';
import { goTo } from '../app/use-route.ts';
import { KeyCaps } from '../keys/key-caps.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { customerLabel } from '../words/customer-label.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { AvailabilitySwitch } from './availability-switch.tsx';
import { CallsSection } from './calls-section.tsx';
import type { HeldRow } from './held-sections.ts';
import { SessionRow } from './session-row.tsx';
import { useHeldSections } from './use-held-sections.ts';

interface QueuePaneProps {
  readonly sessions: SessionList;
  readonly failure: Failure | null;
  readonly selectedId: string | null;
  readonly onTakeNext: () => void;
}

/** Who waits, one's own, and the rest. */
export function QueuePane({ sessions, failure, selectedId, onTakeNext }: QueuePaneProps) {
  const words = useWords();
  const { queue } = words;
  const desk = useDesk();
  const { me } = useSeat();
  const { sections, release, hand } = useHeldSections(sessions);
  const [search, setSearch] = useState('');
  const box = useRef<InputRef>(null);
  const visible = (rows: readonly HeldRow[]) => rows.filter(({ item }) => matches(words, item, search));
  const queued = visible(sections.queued);
  const mine = visible(sections.mine);
  const others = visible(sections.others);

  useMoveKeys([...mine, ...queued, ...others], selectedId);
  useKey('search', () => box.current?.focus());
  useKey('update', release);

  return (
    <section className="pane queue-pane" aria-label={queue.title}>
      <QueueHeader waiting={sessions.queued.length} onTakeNext={onTakeNext} />
      <div className="queue-search">
        <Input
          ref={box}
          allowClear
          variant="filled"
          prefix={<SearchOutlined />}
          suffix={search === '' ? <KeyCaps action="search" /> : null}
          placeholder={queue.filter}
          aria-label={queue.filter}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {mayServe(me) && <AvailabilitySwitch />}
      <div className="queue-list" {...hand}>
        {sections.changes > 0 && (
          <button type="button" className="held-pill" onClick={release}>
            {queue.held(sections.changes)} <KeyCaps action="update" />
          </button>
        )}
        <Section title={queue.mine} count={mine.length} rows={mine} selectedId={selectedId} mine>
          {search === '' && <Nothing title={queue.emptyMine} note={queue.emptyMineNote} />}
        </Section>
        <Section title={queue.queued} count={queued.length} rows={queued} selectedId={selectedId}>
          {search === '' && <Nothing icon={<CoffeeOutlined />} title={queue.emptyQueue} />}
        </Section>
        {search === '' && mayServe(me) && <CallsSection />}
        <Section title={queue.others} count={others.length} rows={others} selectedId={selectedId}>
          {search === '' && <Nothing title={queue.emptyOthers} />}
        </Section>
        {search !== '' && queued.length + mine.length + others.length === 0 && <Nothing title={queue.noMatch} />}
      </div>
      {failure !== null && <StaleNote failure={failure} onRetry={() => void desk.sessions.refresh()} />}
    </section>
  );
}

function QueueHeader({ waiting, onTakeNext }: { waiting: number; onTakeNext: () => void }) {
  const { words, language } = useWording();
  const { me } = useSeat();
  return (
    <header className="pane-head queue-head">
      <div className="queue-title">
        <span className="queue-utility">{language === 'en' ? me.utility.nameEn : me.utility.name}</span>
        <h1>{words.queue.title}</h1>
      </div>
      {mayServe(me) && (
        <Button type="primary" disabled={waiting === 0} onClick={onTakeNext} aria-keyshortcuts="n">
          {words.queue.takeNext}
          <KeyCaps action="takeNext" />
        </Button>
      )}
    </header>
  );
}

interface SectionProps {
  readonly title: string;
  readonly count: number;
  readonly rows: readonly HeldRow[];
  readonly selectedId: string | null;
  readonly mine?: boolean;
  readonly children: ReactNode;
}

function Section({ title, count, rows, selectedId, mine = false, children }: SectionProps) {
  const desk = useDesk();
  const marks = useCell(desk.readMarks);
  const words = useCell(desk.words);
  const whispers = new Set(
    words.state === 'ready' ? words.value.words.flatMap((word) => (word.kind === 'whisper' ? word.sessionId : [])) : [],
  );
  return (
    <section className="queue-section">
      <h2>
        {title}
        <span className="count">{count}</span>
      </h2>
      {rows.length === 0 && children}
      {rows.map(({ item, gone }) => (
        <SessionRow
          key={item.id}
          item={item}
          gone={gone}
          mine={mine}
          selected={item.id === selectedId}
          whispered={whispers.has(item.id)}
          unread={mine && item.previewAuthor === 'customer' && item.seq > (marks.get(item.conversationId) ?? 0)}
        />
      ))}
    </section>
  );
}

function Nothing({ icon, title, note }: { icon?: ReactNode; title: string; note?: string }) {
  return (
    <p className="queue-nothing">
      {icon}
      {title}
      {note !== undefined && <small>{note}</small>}
    </p>
  );
}

function useMoveKeys(rows: readonly HeldRow[], selectedId: string | null): void {
  const open = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row === undefined) return;
    goTo({ page: 'conversations', sessionId: row.item.id, step: 'conversation' }, { replace: selectedId !== null });
    document.querySelector(`[data-session="${CSS.escape(row.item.id)}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const at = rows.findIndex(({ item }) => item.id === selectedId);
  useKey('next', () => open(at + 1));
  useKey('previous', () => open(at === -1 ? rows.length - 1 : at - 1));
}

function matches(words: DeskWords, item: SessionItem, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return wanted === '' || `${customerLabel(words, item)} ${item.preview}`.toLowerCase().includes(wanted);
}
