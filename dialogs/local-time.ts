import type { LocalMoment } from '../domain/office-hours.ts';

/** What a clock shows at a moment (milliseconds since 1970) in a time zone (IANA name). */
export function localMoment(now: number, timeZone: string): LocalMoment {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return {
    date,
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  };
}

/** "11-24 08:30": how times are written in messages. */
export function shortTime(at: number, timeZone: string): string {
  const { date, time } = localMoment(at, timeZone);
  return `${date.slice(5)} ${time}`;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}
