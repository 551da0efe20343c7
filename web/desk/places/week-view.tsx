import type { HoursMeaning } from '../../protocol/desk/place.ts';
import { useWording } from '../words/words-context.tsx';

type Intervals = HoursMeaning['exceptions'][number]['intervals'];

interface WeekViewProps {
  readonly week: readonly Intervals[];
  readonly exceptions: HoursMeaning['exceptions'];
}

const MOST_EXCEPTIONS = 6;
/** A Monday, to take the names of weekdays from. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;

/** A week of opening hours as bars and in words, and the days ahead that differ. */
export function WeekView({ week, exceptions }: WeekViewProps) {
  const { words, language } = useWording();
  const { places } = words;
  const name = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { weekday: 'short', timeZone: 'UTC' });
  const never = week.every((day) => day.length === 0) && exceptions.every(({ intervals }) => intervals.length === 0);
  return (
    <>
      <p className="faint">{places.hoursMean}</p>
      <dl className="week-view">
        {week.map((intervals, at) => (
          <Day key={name.format(MONDAY + at * DAY)} name={name.format(MONDAY + at * DAY)} intervals={intervals} />
        ))}
      </dl>
      {never && <p className="field-fault">{places.hoursNever}</p>}
      {exceptions.length > 0 && (
        <>
          <p className="faint">{places.exceptions}</p>
          <dl className="week-view">
            {exceptions.slice(0, MOST_EXCEPTIONS).map(({ date, intervals }) => (
              <Day key={date} name={date.slice(5)} intervals={intervals} />
            ))}
          </dl>
        </>
      )}
    </>
  );
}

function Day({ name, intervals }: { readonly name: string; readonly intervals: Intervals }) {
  const { words } = useWording();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <svg viewBox="0 0 1440 10" preserveAspectRatio="none" aria-hidden="true">
          <rect className="day-bar" width={1440} height={10} />
          {intervals.map(({ from, to }) => (
            <rect key={from} className="open-bar" x={from} width={to - from} height={10} />
          ))}
        </svg>
        <span className="figures">
          {intervals.length === 0
            ? words.places.dayClosed
            : intervals.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(' ')}
        </span>
      </dd>
    </div>
  );
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
