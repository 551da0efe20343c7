import { BarChartOutlined, DownloadOutlined, FundProjectionScreenOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useCallback, useState } from 'react';
import type { Figures } from '../../protocol/desk/figures.ts';
import { CLOCKS } from '../../protocol/desk/ticket.ts';
import { figuresExportPath } from '../api/calls/service-calls.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { lastDays, monthAndDay } from '../ratings/share-text.ts';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useWords } from '../words/words-context.tsx';
import { ColumnsChart } from './columns-chart.tsx';
import { FigureTiles, StandardTiles } from './figure-tiles.tsx';
import { FiguresTable } from './figures-table.tsx';
import { countOf, drawnValue, MEASURES, type Measure, nameOf, textOf, unitOf } from './measures.ts';
import { Wallboard } from './wallboard.tsx';

const PERIODS = [7, 30, 90] as const;
const ALL = 'all';

/** How service goes: how long people wait and are served, and what comes of it. */
export function FiguresPage() {
  const desk = useDesk();
  const words = useWords();
  const { figures: own, ratings } = words;
  const [days, setDays] = useState<number>(30);
  const [team, setTeam] = useState<string | null>(null);
  const [wall, setWall] = useState(false);
  const { from, to } = lastDays(days, Date.now());
  const { value, failure, busy, refresh } = useAnswer(
    useCallback(() => desk.api.figures({ from, to, team }), [desk, from, to, team]),
  );
  useKey('update', refresh);
  if (wall) return <Wallboard onClose={() => setWall(false)} />;
  return (
    <section className="list-page">
      <header className="page-head">
        <div>
          <h1>{own.title}</h1>
          <p className="soft">{own.lead}</p>
        </div>
        <div className="filters service-filters">
          <Segmented
            aria-label={ratings.period}
            value={days}
            options={PERIODS.map((count) => ({ value: count, label: ratings.days(count) }))}
            onChange={setDays}
          />
          <select
            className="select"
            aria-label={own.team}
            value={team ?? ALL}
            onChange={({ target }) => setTeam(target.value === ALL ? null : target.value)}
          >
            <option value={ALL}>{own.allTeams}</option>
            {Object.entries(ratings.teams).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <Button
            icon={<DownloadOutlined />}
            href={new URL(`../api/desk/${figuresExportPath({ from, to, team })}`, document.baseURI).href}
            download="figures.csv"
          >
            {own.export}
          </Button>
          <Button icon={<FundProjectionScreenOutlined />} className="wall-open" onClick={() => setWall(true)}>
            {own.wallboard}
          </Button>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and need not hold anything that takes the focus */}
      <section className="list-body service" aria-label={own.title} aria-busy={busy} tabIndex={0}>
        {value === null &&
          (failure === null ? <LoadingRows rows={8} /> : <FailureState failure={failure} onRetry={refresh} />)}
        {value !== null && failure !== null && <StaleNote failure={failure} onRetry={refresh} />}
        {value !== null && <Body figures={value} />}
      </section>
    </section>
  );
}

function Body({ figures }: { figures: Figures }) {
  const words = useWords();
  const { figures: own, ratings } = words;
  const [measure, setMeasure] = useState<Measure>('waited');
  if (figures.total.sessions === 0) {
    const measured = CLOCKS.some((name) => figures.standards[name].count > 0);
    return measured ? (
      <>
        <p className="soft">{own.empty}</p>
        <StandardTiles standards={figures.standards} />
      </>
    ) : (
      <EmptyState icon={<BarChartOutlined />} title={own.empty} note={own.lead} />
    );
  }
  const nameFor = (one: Measure) => nameOf(words, one, figures.answerWithinSeconds);
  const unit = unitOf(words, figures.total, measure);
  const column = (key: string, label: string, row: Figures['total']) => ({
    ...{ key, label, value: drawnValue(row, measure) },
    title: own.column(label, textOf(words, row, measure), countOf(row, measure)),
  });
  return (
    <>
      <FigureTiles figures={figures} />
      <StandardTiles standards={figures.standards} />
      <div className="measure-choice">
        <Segmented
          aria-label={own.measure}
          value={measure}
          options={MEASURES.map((value) => ({ value, label: nameFor(value) }))}
          onChange={setMeasure}
        />
      </div>
      <figure className="service-part">
        <figcaption>
          {own.byDay}{' '}
          <small>
            {nameFor(measure)} ({unit})
          </small>
        </figcaption>
        <ColumnsChart
          unit={unit}
          columns={figures.days.map((row) => column(row.day, ratings.week(...monthAndDay(row.day)), row))}
        />
      </figure>
      {measure !== 'content' && (
        <figure className="service-part">
          <figcaption>
            {own.byHour}{' '}
            <small>
              {nameFor(measure)} ({unit})
            </small>
          </figcaption>
          <ColumnsChart
            unit={unit}
            columns={figures.hours.map((row) => column(String(row.hour), own.hour(row.hour), row))}
          />
        </figure>
      )}
      <FiguresTable
        title={own.byPerson}
        first={own.person}
        term={figures.answerWithinSeconds}
        rows={[
          ...figures.people.map((row) => ({ key: row.staffId, name: row.name, row })),
          { key: 'bot', name: own.bot, row: figures.bot },
        ]}
      />
      <FiguresTable
        title={own.byTeam}
        first={own.team}
        term={figures.answerWithinSeconds}
        rows={figures.teams.map((row) => {
          return { key: row.team, name: ratings.teams[row.team as keyof typeof ratings.teams], row };
        })}
      />
    </>
  );
}
