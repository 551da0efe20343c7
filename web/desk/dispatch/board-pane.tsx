import { ApartmentOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { IncidentList } from '../../protocol/desk/incident.ts';
import type { IncidentFilter } from '../api/calls/incident-calls.ts';
import { goTo } from '../app/use-route.ts';
import { KeyCaps } from '../keys/key-caps.tsx';
import { useKey } from '../keys/keys-context.tsx';
import type { Loadable } from '../live/resource.ts';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { useWords } from '../words/words-context.tsx';
import { BoardFilters, isFiltered } from './board-filters.tsx';
import { BoardRowView } from './board-row.tsx';
import type { BoardRow, HeldRow } from './board-rows.ts';
import { useHeldBoard } from './use-held-board.ts';

interface BoardPaneProps {
  readonly list: Loadable<IncidentList>;
  readonly rows: readonly BoardRow[];
  readonly filter: IncidentFilter;
  readonly selected: string | null;
  readonly onFilter: (filter: IncidentFilter) => void;
  /** Null for who may not. */
  readonly onOpen: (() => void) | null;
  readonly onRetry: () => void;
}

/** What is to be dealt with, the most urgent first. */
export function BoardPane({ list, rows, filter, selected, onFilter, onOpen, onRetry }: BoardPaneProps) {
  const { dispatch: words } = useWords();
  return (
    <section className="pane queue-pane" aria-label={words.list}>
      <header className="pane-head">
        <h1>{words.title}</h1>
        {onOpen !== null && (
          <Button icon={<PlusOutlined />} onClick={onOpen} aria-keyshortcuts="z">
            {words.openByHand}
            <KeyCaps action="openByHand" />
          </Button>
        )}
      </header>
      <BoardFilters filter={filter} onChange={onFilter} />
      <Body {...{ list, rows, filter, selected, onFilter, onRetry }} />
      {list.state === 'ready' && list.failure !== null && <StaleNote failure={list.failure} onRetry={onRetry} />}
    </section>
  );
}

function Body({ list, rows, filter, selected, onFilter, onRetry }: Omit<BoardPaneProps, 'onOpen'>) {
  const { dispatch: words, tickets } = useWords();
  if (list.state === 'loading') return <LoadingRows rows={10} />;
  if (list.state === 'failed') return <FailureState failure={list.failure} onRetry={onRetry} />;
  if (rows.length > 0)
    return <Rows key={JSON.stringify(filter)} rows={rows} more={list.value.more} selected={selected} />;
  return isFiltered(filter) ? (
    <EmptyState icon={<ApartmentOutlined />} title={words.emptyFiltered}>
      <Button onClick={() => onFilter({ state: 'open' })}>{tickets.clearFilters}</Button>
    </EmptyState>
  ) : (
    <EmptyState icon={<ApartmentOutlined />} title={words.empty} note={words.emptyNote} />
  );
}

interface RowsProps {
  readonly rows: readonly BoardRow[];
  readonly more: boolean;
  readonly selected: string | null;
}

function Rows({ rows: latest, more, selected }: RowsProps) {
  const { dispatch: words } = useWords();
  const { rows, changes, grave, release, hand } = useHeldBoard(latest);
  useMoveKeys(rows, selected);
  useKey('update', changes > 0 ? release : null);
  return (
    <div className="queue-list" {...hand}>
      {changes > 0 && (
        <button type="button" className={grave ? 'held-pill held-pill-grave' : 'held-pill'} onClick={release}>
          {grave ? words.heldGrave(changes) : words.held(changes)} <KeyCaps action="update" />
        </button>
      )}
      <ol className="board">
        {rows.map(({ row, gone }) => (
          <li key={row.id}>
            <BoardRowView row={row} gone={gone} selected={row.number === selected} />
          </li>
        ))}
      </ol>
      {more && <p className="list-end faint">{words.more}</p>}
    </div>
  );
}

function useMoveKeys(rows: readonly HeldRow[], selected: string | null): void {
  const at = rows.findIndex(({ row }) => row.number === selected);
  const open = (index: number) => {
    const next = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (next === undefined) return;
    goTo({ page: 'dispatch', number: next.row.number }, { replace: selected !== null });
    document.querySelector(`[data-row="${next.row.number}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useKey('next', () => open(at + 1));
  useKey('previous', () => open(at === -1 ? rows.length - 1 : at - 1));
}
