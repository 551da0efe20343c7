import { BulbOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { LEARNING_STATES, type LearningItem } from '../../protocol/desk/learning.ts';
import { ExportButton } from '../accounts/export-button.tsx';
import type { LearningFilter } from '../api/calls/content-calls.ts';
import { formatRoute } from '../app/route.ts';
import { usePhone } from '../app/use-phone.ts';
import { goTo, useRoute } from '../app/use-route.ts';
import { useKey } from '../keys/keys-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { codeWord } from '../words/code-words.ts';
import { useWords } from '../words/words-context.tsx';
import { CodeSelect } from './code-select.tsx';
import { LearningPane } from './learning-pane.tsx';
import { type LearningPaging, useLearningPages } from './use-learning-pages.ts';

const EVERYTHING = { reason: null, language: null, intent: null };

/** What the bot did not understand, for those who say what it means. */
export function LearningPage() {
  const words = useWords();
  const route = useRoute();
  const [filter, setFilter] = useState<LearningFilter>({ state: 'open', ...EVERYTHING });
  const paging = useLearningPages(filter);
  const id = route.page === 'learning' ? route.id : null;
  const chosen = paging.list?.candidates.find((candidate) => candidate.id === id);
  useMoveKeys(paging, id);
  useKey('update', paging.refresh);
  const onDecided = (decided: string, to: LearningItem['state']) => {
    const next = paging.take(decided, to);
    goTo({ page: 'learning', id: next?.id ?? null }, { replace: true });
  };
  return (
    <div className="panes panes-two" data-step={id === null ? 'queue' : 'conversation'}>
      <section className="pane queue-pane" aria-label={words.learning.title}>
        <header className="pane-head">
          <h1>{words.learning.title}</h1>
          <ExportButton
            small
            href={new URL('../api/desk/learning-export', document.baseURI).href}
            file="labelled.jsonl"
          >
            {words.learning.export}
          </ExportButton>
        </header>
        <Filters filter={filter} paging={paging} onChange={setFilter} />
        <List filter={filter} paging={paging} selected={id} onClear={() => setFilter({ ...filter, ...EVERYTHING })} />
      </section>
      {id === null ? (
        <section className="pane conversation-pane">
          <EmptyState icon={<BulbOutlined />} title={words.learning.choose} note={words.learning.lead} />
        </section>
      ) : (
        <LearningPane
          key={id}
          id={id}
          known={chosen}
          onDecided={(to) => onDecided(id, to)}
          onOvertaken={paging.refresh}
        />
      )}
    </div>
  );
}

interface FiltersProps {
  readonly filter: LearningFilter;
  readonly paging: LearningPaging;
  readonly onChange: (filter: LearningFilter) => void;
}

function Filters({ filter, paging, onChange }: FiltersProps) {
  const { learning: words, codes } = useWords();
  const phone = usePhone();
  const counts = paging.list?.counts;
  const states = LEARNING_STATES.map((value) => ({
    value,
    label: counts === undefined ? words[value] : `${words[value]} ${counts[value]}`,
  }));
  return (
    <div className="queue-search">
      <Segmented
        block
        {...(phone ? {} : { size: 'small' as const })}
        value={filter.state}
        options={states}
        onChange={(state) => {
          goTo({ page: 'learning', id: null });
          onChange({ ...filter, state });
        }}
      />
      <div className="learning-filters">
        <CodeSelect
          label={words.anyReason}
          value={filter.reason}
          codes={codes.learningReason}
          onChange={(reason) => onChange({ ...filter, reason })}
        />
        <CodeSelect
          label={words.anyLanguage}
          value={filter.language}
          codes={codes.language}
          onChange={(language) => onChange({ ...filter, language })}
        />
        <CodeSelect
          label={words.anyIntent}
          value={filter.intent}
          codes={codes.intent}
          onChange={(intent) => onChange({ ...filter, intent })}
        />
      </div>
    </div>
  );
}

interface ListProps {
  readonly filter: LearningFilter;
  readonly paging: LearningPaging;
  readonly selected: string | null;
  readonly onClear: () => void;
}

function List({ filter, paging, selected, onClear }: ListProps) {
  const { learning: words } = useWords();
  const { list, failure, busy, more, refresh } = paging;
  if (list === null) {
    return failure === null ? <LoadingRows rows={8} /> : <FailureState failure={failure} onRetry={refresh} />;
  }
  if (list.candidates.length === 0) return <Nothing filter={filter} onClear={onClear} />;
  return (
    <div className="queue-list">
      {list.candidates.map((candidate) => (
        <Row key={candidate.id} candidate={candidate} selected={candidate.id === selected} />
      ))}
      {failure !== null && <StaleNote failure={failure} onRetry={refresh} />}
      {list.next !== null && (
        <p className="list-end">
          <Button loading={busy} onClick={more}>
            {words.more}
          </Button>
        </p>
      )}
    </div>
  );
}

function Nothing({ filter, onClear }: Pick<ListProps, 'filter' | 'onClear'>) {
  const { learning: words } = useWords();
  if (filter.reason !== null || filter.language !== null || filter.intent !== null) {
    return (
      <EmptyState icon={<BulbOutlined />} title={words.noMatch}>
        <Button onClick={onClear}>{words.clearFilters}</Button>
      </EmptyState>
    );
  }
  return filter.state === 'open' ? (
    <EmptyState icon={<BulbOutlined />} title={words.empty} note={words.emptyNote} />
  ) : (
    <EmptyState icon={<BulbOutlined />} title={words.emptyDecided} />
  );
}

function Row({ candidate, selected }: { candidate: LearningItem; selected: boolean }) {
  const { learning: words, codes } = useWords();
  const { id, text, language, reason, intent, times } = candidate;
  return (
    <a className="row" href={formatRoute({ page: 'learning', id })} aria-current={selected ? 'true' : undefined}>
      <span className="row-head">
        <strong>{text}</strong>
        <span className="row-time figures">{words.times(times)}</span>
      </span>
      <span className="row-tags">
        <span className="row-intent">{codeWord(codes.intent, intent)}</span>
        <span className="row-channel">{codeWord(codes.language, language)}</span>
      </span>
      <span className="row-preview">{codes.learningReason[reason]}</span>
    </a>
  );
}

function useMoveKeys({ list }: LearningPaging, id: string | null): void {
  const shown = list?.candidates ?? [];
  const at = shown.findIndex((candidate) => candidate.id === id);
  const open = (index: number) => {
    const candidate = shown[Math.min(Math.max(index, 0), shown.length - 1)];
    if (candidate !== undefined) goTo({ page: 'learning', id: candidate.id }, { replace: id !== null });
  };
  useKey('next', () => open(at + 1));
  useKey('previous', () => open(at === -1 ? shown.length - 1 : at - 1));
  useKey('leave', id === null ? null : () => goTo({ page: 'learning', id: null }));
}
