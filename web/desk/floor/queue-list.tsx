import type { Floor } from '../../protocol/desk/floor.ts';
import { useNow } from '../app/clock-context.tsx';
import { codeWord } from '../words/code-words.ts';
import { clockText } from '../words/time-words.ts';
import { useWords } from '../words/words-context.tsx';

type Queue = Floor['queues'][number];

/** Each queue as a bar of its grades, on one scale, with its longest wait and what whoever stands last may expect. */
export function QueueList({ queues }: { queues: readonly Queue[] }) {
  const { floor: words } = useWords();
  const most = Math.max(1, ...queues.map(({ waiting }) => waiting));
  return (
    <section className="floor-part" aria-labelledby="floor-queues">
      <h2 id="floor-queues">{words.queues}</h2>
      <ul className="floor-queues">
        {queues.map((queue) => (
          <QueueRow key={queue.skill} queue={queue} most={most} />
        ))}
      </ul>
    </section>
  );
}

function QueueRow({ queue: { skill, grades, waiting, oldestSince, expected }, most }: { queue: Queue; most: number }) {
  const words = useWords();
  const { floor, codes } = words;
  const now = useNow();
  const name = codeWord(codes.skill, skill);
  let from = 0;
  const label = [
    floor.queueLabel(name, waiting),
    ...grades.flatMap(({ severity, count }) => (count === 0 ? [] : floor.grade(severity, count))),
  ];
  return (
    <li>
      <p className="floor-queue-head">
        <strong>{name}</strong>
        <span className="figures">{floor.people(waiting)}</span>
      </p>
      <svg
        viewBox="0 0 240 10"
        preserveAspectRatio="none"
        role="img"
        aria-label={label.join(' · ')}
        className="floor-grades"
      >
        <rect className="occupancy-free" width={240} height={10} rx={3} />
        {grades.map(({ severity, count }) => {
          const width = (240 * count) / most;
          const bar = <rect key={severity} className={`grade-${severity}`} x={from} width={width} height={10} />;
          from += width;
          return bar;
        })}
      </svg>
      {waiting > 0 && (
        <p className="floor-queue-foot figures">
          <span>
            {grades.flatMap(({ severity, count }) => (count === 0 ? [] : floor.grade(severity, count))).join(' · ')}
          </span>
          {oldestSince !== null && (
            <span>
              {floor.longest} {clockText(words, now - oldestSince)}
            </span>
          )}
          {expected !== null && (
            <span>
              {floor.expected} {floor.minutes(expected.from, expected.to)}
            </span>
          )}
        </p>
      )}
    </li>
  );
}
