import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useEffect } from 'react';
import type { Wallboard as Board } from '../../protocol/desk/figures.ts';
import { useNow } from '../app/clock-context.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { shareText } from '../ratings/share-text.ts';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { clockText } from '../words/time-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { nameOf } from './measures.ts';
import { spanWords } from './span-words.ts';

const EVERY_MS = 5000;

/** How things stand, readable across a room; fetched again and again, without names. */
export function Wallboard({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { words, format } = useWording();
  const { wall } = words.figures;
  const { value, failure, refresh } = useAnswer(useCallback(() => desk.api.wallboard(), [desk]));
  useKey('leave', onClose);
  useKey('update', refresh);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what refreshes is made anew each time, and does the same
  useEffect(() => {
    const timer = setInterval(refresh, EVERY_MS);
    return () => clearInterval(timer);
  }, [desk]);
  return (
    <section className="wallboard" aria-label={wall.title}>
      <header>
        <h1>{wall.title}</h1>
        {failure !== null && value !== null && (
          <p className="wall-stale" role="alert">
            {wall.stale} {format.time(value.at)}
          </p>
        )}
        <Button icon={<CloseOutlined />} onClick={onClose}>
          {wall.close}
        </Button>
      </header>
      {value === null &&
        (failure === null ? <LoadingRows rows={6} /> : <FailureState failure={failure} onRetry={refresh} />)}
      {value !== null && <Standing board={value} />}
    </section>
  );
}

function Standing({ board }: { board: Board }) {
  const words = useWords();
  const { figures: own, ratings } = words;
  const { wall } = own;
  const { today } = board;
  const { withinTerm, content, waited } = today;
  return (
    <>
      <dl className="wall-now">
        <Cell name={wall.queued} value={String(board.queued)} alert={board.queued > board.available} />
        <Longest board={board} />
        <Cell name={wall.available} value={String(board.available)} beside={wall.of(board.present)} />
        <Cell name={wall.inHand} value={String(board.inHand)} />
        <Cell name={wall.withBot} value={String(board.withBot)} />
        <Cell
          name={wall.openFaults}
          value={String(board.openFaults)}
          beside={`${board.overdue} ${wall.overdue}`}
          alert={board.overdue > 0}
        />
      </dl>
      <table className="wall-teams">
        <thead>
          <tr>
            <th scope="col">{own.team}</th>
            <th scope="col">{wall.queued}</th>
            <th scope="col">{wall.longest}</th>
            <th scope="col">{wall.inHand}</th>
          </tr>
        </thead>
        <tbody>
          {board.teams.map(({ team, queued, longestSince, inHand }) => (
            <tr key={team}>
              <th scope="row">{ratings.teams[team as keyof typeof ratings.teams]}</th>
              <td>{queued}</td>
              <td>{longestSince === null ? own.none : <Waiting since={longestSince} />}</td>
              <td>{inHand}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{wall.today}</h2>
      <dl className="wall-today">
        <Cell name={own.sessions} value={String(today.sessions)} />
        <Cell name={own.waited} value={spanWords(words, waited.median)} />
        <Cell name={nameOf(words, 'withinTerm', board.answerWithinSeconds)} value={shareText(withinTerm.share)} />
        <Cell name={own.givenUp} value={String(today.givenUp)} />
        <Cell name={own.content} value={shareText(content.share)} beside={own.of(content.good, content.count)} />
      </dl>
    </>
  );
}

function Longest({ board: { longestSince, answerWithinSeconds } }: { board: Board }) {
  const words = useWords();
  const now = useNow();
  const waited = longestSince === null ? null : now - longestSince;
  return (
    <Cell
      name={words.figures.wall.longest}
      value={waited === null ? words.figures.none : clockText(words, waited)}
      alert={waited !== null && waited > answerWithinSeconds * 1000}
    />
  );
}

function Waiting({ since }: { since: number }) {
  return clockText(useWords(), useNow() - since);
}

interface CellProps {
  readonly name: string;
  readonly value: string;
  readonly beside?: string;
  readonly alert?: boolean;
}

function Cell({ name, value, beside, alert = false }: CellProps) {
  return (
    <div className={alert ? 'wall-alert' : undefined}>
      <dt>{name}</dt>
      <dd className="figures">
        {value} {beside !== undefined && <small>{beside}</small>}
      </dd>
    </div>
  );
}
