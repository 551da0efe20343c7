import { StarOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useCallback, useState } from 'react';
import type { RatingReport, RatingRow } from '../../protocol/desk/rating.ts';
import { ExportButton } from '../accounts/export-button.tsx';
import { ratingsExportPath } from '../api/calls/service-calls.ts';
import { hasRole, useDesk, useSeat } from '../app/desk-context.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useWords } from '../words/words-context.tsx';
import { FollowUps } from './follow-ups.tsx';
import { OwnRatings } from './own-ratings.tsx';
import { RatingRows } from './rating-rows.tsx';
import { ScoreCounts } from './score-counts.tsx';
import { ShareBar } from './share-bar.tsx';
import { lastDays, shareText } from './share-text.ts';
import { WeekChart } from './week-chart.tsx';

const PERIODS = [7, 30, 90, 365] as const;

/** How customers rated the service: all of it for those who judge, their own figures for those who serve. */
export function RatingsPage() {
  const { ratings: words } = useWords();
  const { me } = useSeat();
  const [days, setDays] = useState<number>(30);
  const readsAll = hasRole(me, 'supervisor', 'quality');
  const period = lastDays(days, Date.now());
  return (
    <section className="list-page">
      <header className="page-head">
        <div>
          <h1>{readsAll ? words.title : words.ownTitle}</h1>
          <p className="soft">{readsAll ? words.lead : words.ownLead}</p>
        </div>
        <div className="filters service-filters">
          <Segmented
            aria-label={words.period}
            value={days}
            options={PERIODS.map((value) => ({ value, label: words.days(value) }))}
            onChange={setDays}
          />
          {readsAll && (
            <ExportButton
              href={new URL(`../api/desk/${ratingsExportPath(period)}`, document.baseURI).href}
              file="ratings.csv"
            >
              {words.export}
            </ExportButton>
          )}
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and need not hold anything that takes the focus */}
      <section className="list-body service" aria-label={words.title} tabIndex={0}>
        {readsAll ? <Report {...period} /> : <OwnRatings {...period} />}
      </section>
    </section>
  );
}

function Report({ from, to }: { readonly from: string; readonly to: string }) {
  const desk = useDesk();
  const { ratings: words } = useWords();
  const {
    value: report,
    failure,
    refresh,
  } = useAnswer(useCallback(() => desk.api.ratingReport({ from, to }), [desk, from, to]));
  useKey('update', refresh);
  if (report === null) {
    return failure === null ? <LoadingRows rows={8} /> : <FailureState failure={failure} onRetry={refresh} />;
  }
  return (
    <>
      {failure !== null && <StaleNote failure={failure} onRetry={refresh} />}
      {report.total.rated === 0 ? (
        <EmptyState icon={<StarOutlined />} title={words.empty} note={words.contentNote} />
      ) : (
        <Figures report={report} />
      )}
      <FollowUps onChanged={refresh} />
      {report.total.rated > 0 && <RatingRows from={from} to={to} lowAtMost={report.lowAtMost} />}
    </>
  );
}

function Figures({ report: { total, bot, people, teams, weeks } }: { report: RatingReport }) {
  const { ratings: words } = useWords();
  return (
    <>
      <div className="service-tiles">
        <Tile title={words.all} row={total} />
        <Tile title={words.bot} row={bot} />
        <ScoreCounts figures={total} />
      </div>
      <figure className="service-part">
        <figcaption>
          {words.byWeek} <small>{words.contentNote}</small>
        </figcaption>
        <WeekChart weeks={weeks} />
      </figure>
      <ShareTable
        title={words.byPerson}
        first={words.person}
        rows={[
          ...people.map((row) => ({ key: row.staffId, name: row.name, row })),
          { key: 'bot', name: words.bot, row: bot },
        ]}
      />
      <ShareTable
        title={words.byTeam}
        first={words.team}
        rows={teams.map((row) => ({ key: row.team, name: words.teams[row.team as keyof typeof words.teams], row }))}
      />
    </>
  );
}

function Tile({ title, row }: { title: string; row: RatingRow }) {
  const { ratings: words } = useWords();
  return (
    <div className="service-tile">
      <h2>{title}</h2>
      <p className="service-figure figures">
        {shareText(row.share)} <small>{words.content}</small>
      </p>
      <ShareBar figures={row} />
      <p className="faint figures">{words.answered(row.rated, row.asked)}</p>
    </div>
  );
}

interface ShareTableProps {
  readonly title: string;
  readonly first: string;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly row: RatingRow }[];
}

function ShareTable({ title, first, rows }: ShareTableProps) {
  const { ratings: words } = useWords();
  return (
    <section className="service-part">
      <h2>{title}</h2>
      <table className="service-table">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{words.content}</th>
            <th scope="col" className="wide">
              0–100%
            </th>
            <th scope="col">{words.rated}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, row }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{shareText(row.share)}</td>
              <td className="wide">
                <ShareBar figures={row} />
              </td>
              <td>{words.answeredShort(row.rated, row.asked)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
