import { DownloadOutlined, LineChartOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { Reliability, ReliabilityRow } from '../../protocol/desk/reliability.ts';
import { type ReliabilityFilter, reliabilityExportPath } from '../api/calls/service-calls.ts';
import { useKey } from '../keys/keys-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { useWording, useWords } from '../words/words-context.tsx';
import { indexText, MEASURES, type Measure, yearAndMonth } from './index-text.ts';
import { ReliabilityChart } from './reliability-chart.tsx';
import { type ReliabilityState, useReliability } from './use-reliability.ts';

const ALL = 'all';

/** How often and how long customers are without supply, for those who answer for it. */
export function ReliabilityPage() {
  const { reliability: words } = useWords();
  const [filter, setFilter] = useState<ReliabilityFilter>({ town: null, from: null, to: null });
  const [measure, setMeasure] = useState<Measure>('saidi');
  const state = useReliability(filter);
  useKey('update', state.refresh);
  return (
    <section className="list-page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="soft">{words.lead}</p>
        </div>
        <div className="filters reliability-filters">
          <Segmented
            aria-label={words.measure}
            value={measure}
            options={MEASURES.map((value) => ({ value, label: words.measures[value].short }))}
            onChange={setMeasure}
          />
          <TownSelect figures={state.figures} town={filter.town} onChange={(town) => setFilter({ ...filter, town })} />
          <Button
            icon={<DownloadOutlined />}
            href={new URL(`../api/desk/${reliabilityExportPath(filter)}`, document.baseURI).href}
            download="reliability.csv"
          >
            {words.export}
          </Button>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it takes the focus for the keyboard */}
      <section className="list-body reliability" aria-label={words.title} aria-busy={state.busy} tabIndex={0}>
        <Body state={state} measure={measure} />
      </section>
    </section>
  );
}

interface TownSelectProps {
  readonly figures: Reliability | null;
  readonly town: string | null;
  readonly onChange: (town: string | null) => void;
}

function TownSelect({ figures, town, onChange }: TownSelectProps) {
  const { words, language } = useWording();
  return (
    <select
      className="select"
      aria-label={words.reliability.town}
      value={town ?? ALL}
      onChange={({ target }) => onChange(target.value === ALL ? null : target.value)}
    >
      <option value={ALL}>{words.reliability.allTowns}</option>
      {figures?.towns.map(({ code, name }) => (
        <option key={code} value={code}>
          {language === 'en' ? name.en : name.zh}
        </option>
      ))}
    </select>
  );
}

function Body({ state: { figures, failure, refresh }, measure }: { state: ReliabilityState; measure: Measure }) {
  const { reliability: words } = useWords();
  if (figures === null) {
    return failure === null ? <LoadingRows rows={8} /> : <FailureState failure={failure} onRetry={refresh} />;
  }
  const { unplanned, planned, momentary } = figures.total;
  if (unplanned.interruptions + planned.interruptions + momentary.interruptions === 0) {
    return <EmptyState icon={<LineChartOutlined />} title={words.empty} note={words.emptyNote} />;
  }
  return (
    <>
      {failure !== null && <StaleNote failure={failure} onRetry={refresh} />}
      <dl className="reliability-totals">
        {MEASURES.map((each) => (
          <div key={each} aria-current={each === measure ? 'true' : undefined}>
            <dt>{words.measures[each].name}</dt>
            <dd className="figures">
              {indexText(each, unplanned[each])} <small>{words.measures[each].unit}</small>
            </dd>
            <dd className="faint figures">{words.plannedBeside(indexText(each, planned[each]))}</dd>
          </div>
        ))}
      </dl>
      <ReliabilityChart months={figures.months} measure={measure} />
      <p className="faint reliability-note">
        {words.note({ minutes: figures.sustainedAfterMinutes, momentary: momentary.interruptions })}
      </p>
      <MonthTable figures={figures} />
      <TownTable figures={figures} />
    </>
  );
}

function MonthTable({ figures: { months } }: { figures: Reliability }) {
  const { reliability: words } = useWords();
  const rows = months
    .toReversed()
    .map(({ month, ...row }) => ({ key: month, name: words.monthLong(...yearAndMonth(month)), row }));
  return <FiguresTable title={words.byMonth} first={words.month} rows={rows} />;
}

/** The town that was without supply longest stands first. */
function TownTable({ figures: { towns } }: { figures: Reliability }) {
  const { words, language } = useWording();
  const rows = towns
    .toSorted((a, b) => (b.unplanned.saidi ?? 0) - (a.unplanned.saidi ?? 0))
    .map(({ code, name, ...row }) => ({ key: code, name: language === 'en' ? name.en : name.zh, row }));
  return <FiguresTable title={words.reliability.byTown} first={words.reliability.town} rows={rows} />;
}

interface FiguresTableProps {
  readonly title: string;
  readonly first: string;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly row: ReliabilityRow }[];
}

function FiguresTable({ title, first, rows }: FiguresTableProps) {
  const { reliability: words } = useWords();
  return (
    <section className="reliability-part">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {MEASURES.map((measure) => (
              <th key={measure} scope="col">
                {words.measures[measure].short}
              </th>
            ))}
            <th scope="col">{words.customers}</th>
            <th scope="col">{words.plannedSaidi}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, row: { unplanned, planned } }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {MEASURES.map((measure) => (
                <td key={measure}>{indexText(measure, unplanned[measure])}</td>
              ))}
              <td>{unplanned.customers}</td>
              <td>{indexText('saidi', planned.saidi)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
