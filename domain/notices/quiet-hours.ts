import { addDays, localTimeOf, momentOf } from '../local-time.ts';
import type { NoticeTerms } from '../utility-profile.ts';

/** When a customer's night ends at which a moment lies; null where it is day. Equal ends mean that there is no night. */
export function quietUntil(at: number, { from, to }: NoticeTerms['quietHours'], timeZone: string): number | null {
  const local = localTimeOf(at, timeZone);
  const [begins, ends] = [minuteOf(from), minuteOf(to)];
  if (begins === ends) return null;
  const late = local.minute >= begins;
  const early = local.minute < ends;
  if (begins < ends ? !(late && early) : !(late || early)) return null;
  const date = begins < ends || early ? local.date : addDays(local.date, 1);
  return momentOf({ date, minute: ends }, timeZone);
}

/** HH:MM; 24:00 is the end of the day. */
function minuteOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return (Number(hours) * 60 + Number(minutes)) % 1440;
}
