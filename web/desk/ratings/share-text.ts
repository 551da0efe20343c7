/** A share as it is read: whole per cent; a dash where there is none. */
export function shareText(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}%`;
}

/** Month and day of YYYY-MM-DD, as numbers. */
export function monthAndDay(date: string): readonly [month: number, day: number] {
  return [Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** The last so many days up to a moment, in the zone of whoever looks. */
export function lastDays(count: number, now: number): { readonly from: string; readonly to: string } {
  return { from: dayOf(now - (count - 1) * 86_400_000), to: dayOf(now) };
}

function dayOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
