/** A moment as a field of dates and times takes it, in the browser's zone, to the minute: 2026-11-24T20:05. */
export function localTime(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const WHOLE = /^\d{4,}-\d\d-\d\dT\d\d:\d\d/;

/** The moment that such a field holds; null where it is empty or not filled in to its end. */
export function momentOf(text: string): number | null {
  // Engines make something of half a date too.
  const at = WHOLE.test(text) ? new Date(text).getTime() : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
