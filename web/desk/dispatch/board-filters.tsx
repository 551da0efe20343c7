import { Segmented } from 'antd';
import type { IncidentFilter } from '../api/calls/incident-calls.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useResource } from '../app/use-cell.ts';
import { useWords } from '../words/words-context.tsx';

interface BoardFiltersProps {
  readonly filter: IncidentFilter;
  readonly onChange: (filter: IncidentFilter) => void;
}

const ALL = 'all';
const GRADES = ['P1', 'P2', 'P3', 'P4'] as const;
const STATES = ['open', 'settling', 'over'] as const;

/** Which incidents stand on the board. */
export function BoardFilters({ filter, onChange }: BoardFiltersProps) {
  const { dispatch: words, tickets } = useWords();
  const feeders = useResource(useDesk().feeders);
  const without = (name: keyof IncidentFilter): IncidentFilter =>
    Object.fromEntries(Object.entries(filter).filter(([known]) => known !== name));
  const choose = (name: 'feeder' | 'severity', value: string) =>
    onChange(value === ALL ? without(name) : { ...filter, [name]: value });
  const tick = (name: 'mine' | 'unassigned', on: boolean) =>
    onChange(on ? { ...filter, [name]: 'true' } : without(name));
  return (
    <div className="board-filters">
      <Segmented
        block
        aria-label={words.filterState}
        value={filter.state ?? 'open'}
        options={STATES.map((value) => ({ value, label: words.filterStates[value] ?? value }))}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <div className="board-filter-line">
        <select
          className="select"
          aria-label={tickets.severity}
          value={filter.severity ?? ALL}
          onChange={({ target }) => choose('severity', target.value)}
        >
          <option value={ALL}>{tickets.allSeverities}</option>
          {GRADES.map((grade) => (
            <option key={grade}>{grade}</option>
          ))}
        </select>
        <select
          className="select"
          aria-label={words.filterFeeder}
          value={filter.feeder ?? ALL}
          onChange={({ target }) => choose('feeder', target.value)}
        >
          <option value={ALL}>{words.allFeeders}</option>
          {feeders.state === 'ready' &&
            feeders.value.feeders.map(({ id, name, openIncidents }) => (
              <option key={id} value={id}>
                {words.feederOpen(name, openIncidents)}
              </option>
            ))}
        </select>
      </div>
      <div className="board-filter-line">
        <Tick on={filter.mine === 'true'} label={words.mine} onChange={(on) => tick('mine', on)} />
        <Tick on={filter.unassigned === 'true'} label={words.unassigned} onChange={(on) => tick('unassigned', on)} />
      </div>
    </div>
  );
}

function Tick({ on, label, onChange }: { on: boolean; label: string; onChange: (on: boolean) => void }) {
  return (
    <label className="filter-mine">
      <input type="checkbox" checked={on} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}

/** Whether anything but what is open and not yet done is asked for. */
export function isFiltered({ state = 'open', ...more }: IncidentFilter): boolean {
  return state !== 'open' || Object.values(more).some((value) => value !== undefined);
}
