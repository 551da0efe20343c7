import { ProfileOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { TicketFilter } from '../api/calls/ticket-calls.ts';
import { goTo, useRoute } from '../app/use-route.ts';
import { KeyCaps } from '../keys/key-caps.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { useWords } from '../words/words-context.tsx';
import { TicketPane } from './ticket-pane.tsx';
import { TicketTable } from './ticket-table.tsx';
import { type TicketPaging, useTicketPages } from './use-ticket-pages.ts';

const EVERYTHING: TicketFilter = { state: null, severity: null, mine: false, clock: null };

export function TicketsPage() {
  const words = useWords();
  const route = useRoute();
  const [filter, setFilter] = useState(EVERYTHING);
  const paging = useTicketPages(filter);
  const number = route.page === 'tickets' ? route.number : null;
  useMoveKeys(paging, number);
  useKey('update', (paging.pages?.fresh.length ?? 0) > 0 ? paging.showFresh : null);

  return (
    <div className="panes panes-tickets" data-step={number === null ? 'queue' : 'context'}>
      <section className="pane queue-pane list-page">
        <header className="page-head">
          <h1>{words.tickets.title}</h1>
          <Filters filter={filter} onChange={setFilter} />
        </header>
        <Body paging={paging} filter={filter} selected={number} onClear={() => setFilter(EVERYTHING)} />
      </section>
      {number !== null && <TicketPane number={number} onClose={() => goTo({ page: 'tickets', number: null })} />}
    </div>
  );
}

interface FiltersProps {
  readonly filter: TicketFilter;
  readonly onChange: (filter: TicketFilter) => void;
}

const ALL = 'all';

function Filters({ filter, onChange }: FiltersProps) {
  const { tickets, codes } = useWords();
  const grades = Object.entries(codes.severity).map(([value, word]) => ({ value, label: `${value} ${word}` }));
  const states = Object.entries(codes.ticketState).map(([value, label]) => ({ value, label }));
  return (
    <div className="filters">
      <Segmented
        aria-label={tickets.severity}
        value={filter.severity ?? ALL}
        options={[{ value: ALL, label: tickets.allSeverities }, ...grades]}
        onChange={(value) => onChange({ ...filter, severity: value === ALL ? null : value })}
      />
      <select
        className="select"
        aria-label={tickets.state}
        value={filter.state ?? ALL}
        onChange={({ target }) => onChange({ ...filter, state: target.value === ALL ? null : target.value })}
      >
        {[{ value: ALL, label: tickets.allStates }, ...states].map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={tickets.due}
        value={filter.clock ?? ALL}
        onChange={({ target }) => onChange({ ...filter, clock: target.value === ALL ? null : target.value })}
      >
        <option value={ALL}>{tickets.allClocks}</option>
        <option value="at_risk">{tickets.clocksAtRisk}</option>
        <option value="breached">{tickets.clocksBreached}</option>
      </select>
      <label className="filter-mine">
        <input
          type="checkbox"
          checked={filter.mine}
          onChange={({ target }) => onChange({ ...filter, mine: target.checked })}
        />
        {tickets.mine}
      </label>
    </div>
  );
}

interface BodyProps {
  readonly paging: TicketPaging;
  readonly filter: TicketFilter;
  readonly selected: string | null;
  readonly onClear: () => void;
}

function Body({ paging, filter, selected, onClear }: BodyProps) {
  const { tickets: words } = useWords();
  const { pages, failure, busy, more, showFresh, retry } = paging;
  if (pages === null) {
    return failure === null ? <LoadingRows rows={10} /> : <FailureState failure={failure} onRetry={retry} />;
  }
  if (pages.shown.length === 0) {
    const filtered = Object.values(filter).some(Boolean);
    return filtered ? (
      <EmptyState icon={<ProfileOutlined />} title={words.emptyFiltered}>
        <Button onClick={onClear}>{words.clearFilters}</Button>
      </EmptyState>
    ) : (
      <EmptyState icon={<ProfileOutlined />} title={words.empty} note={words.emptyNote} />
    );
  }
  return (
    <div className="list-body">
      {pages.fresh.length > 0 && (
        <button type="button" className="held-pill" onClick={showFresh}>
          {words.fresh(pages.fresh.length)} <KeyCaps action="update" />
        </button>
      )}
      <TicketTable tickets={pages.shown} selected={selected} />
      {failure !== null && <StaleNote failure={failure} onRetry={retry} />}
      <p className="list-end">
        {pages.next === null ? (
          <span className="faint">{words.end}</span>
        ) : (
          <Button loading={busy} onClick={more}>
            {words.more}
          </Button>
        )}
      </p>
    </div>
  );
}

function useMoveKeys({ pages }: TicketPaging, number: string | null): void {
  const shown = pages?.shown ?? [];
  const at = shown.findIndex((ticket) => ticket.number === number);
  const open = (index: number) => {
    const ticket = shown[Math.min(Math.max(index, 0), shown.length - 1)];
    if (ticket !== undefined) goTo({ page: 'tickets', number: ticket.number }, { replace: number !== null });
  };
  useKey('next', () => open(at + 1));
  useKey('previous', () => open(at === -1 ? shown.length - 1 : at - 1));
  useKey('leave', number === null ? null : () => goTo({ page: 'tickets', number: null }));
}
