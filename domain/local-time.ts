/** A moment as the clock on the wall shows it. */
export interface LocalTime {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Minutes since local midnight, 0 to 1439. */
  readonly minute: number;
}

/** The local date and minute of a moment (milliseconds since 1970) in an IANA time zone. Throws a RangeError for an unknown zone. */
export function localTimeOf(at: number, timeZone: string): LocalTime {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/** The moment at which the clocks of a zone show a local date and minute; where a change of clocks skips it, the moment after the change. */
export function momentOf(local: LocalTime, timeZone: string): number {
  const wanted = wallClock(local);
  let at = wanted;
  // Two steps settle it: the first finds the offset, the second corrects it next to a change of clocks.
  for (let step = 0; step < 2; step += 1) at += wanted - wallClock(localTimeOf(at, timeZone));
  return at;
}

/** 1, Monday, to 7, Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The date so many days later, or earlier. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function wallClock({ date, minute }: LocalTime): number {
  return Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
}

/** To make one takes a hundred times as long as to use it. There are as many as zones are asked for; a zone's never changes. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  FORMATTERS.set(timeZone, formatter);
  return formatter;
}
