import type { LocalTime } from '../../domain/local-time.ts';
import type { Holiday } from '../../domain/utility-profile.ts';
import { namedTime } from '../../nlu/times/named-time.ts';

/** The time at which somebody wants to go ("Sunday evening", "国庆", "10月3日下午", "还开着吗"), or null. A day without an hour is its late morning. */
export function askedTime(
  words: string,
  { now, holidays }: { now: LocalTime; holidays: readonly Holiday[] },
): LocalTime | null {
  const text = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:chinese|lunar) new year\b/gu, 'spring festival');
  const named = namedTime(words, now);
  const date = dateIn(text, now.date) ?? holidayIn(text, { today: now.date, holidays });
  if (date !== null) return { date, minute: named?.minute ?? LATE_MORNING };
  return named ?? (OPEN_NOW.test(text) ? now : null);
}

/** Whether words name a time at all, whichever it may be. */
export function asksForTime(words: string): boolean {
  return askedTime(words, { now: ANY_DAY, holidays: [] }) !== null;
}

const ANY_DAY: LocalTime = { date: '2026-01-05', minute: 600 };
const LATE_MORNING = 630;
const OPEN_NOW =
  /还(?:在)?(?:开|營業|营业)|還(?:在)?(?:開|營業)|仲(?:有冇)?(?:开|開)|(?:开着|開著|开门|開門|营业)(?:吗|嗎|的|嘅)|\b(?:still|currently|that is|is it|are) open\b(?! on)|\bopen (?:at this hour|right now)\b/u;

/** "10月3日", "3 October": the next such date. */
function dateIn(text: string, today: string): string | null {
  const chinese = /(?<!\d)(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])[日号號]/u.exec(text);
  if (chinese) return nextDate(Number(chinese[1]), Number(chinese[2]), today);
  const english = new RegExp(`\\b(3[01]|[12]?\\d)(?:st|nd|rd|th)? (?:of )?(${MONTHS.join('|')})`, 'u').exec(text);
  if (english) return nextDate(monthOf(english[2]), Number(english[1]), today);
  const american = new RegExp(`\\b(${MONTHS.join('|')})[a-z]* (3[01]|[12]?\\d)\\b`, 'u').exec(text);
  return american ? nextDate(monthOf(american[1]), Number(american[2]), today) : null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthOf(name = ''): number {
  return MONTHS.indexOf(name) + 1;
}

function nextDate(month: number, day: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const dates = [year, year + 1].map(
    (one) => `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
  return dates.find((date) => date >= today && isDate(date)) ?? null;
}

function isDate(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

/** What people call the holidays of the calendar beside their names in it. */
const OTHER_NAMES: Readonly<Record<string, RegExp>> = {
  元旦: /new year'?s day|新年/u,
  春节: /春節|过年|過年|新春|年初[一二三]|大年|chinese new year|lunar new year|spring festival/u,
  清明节: /tomb|qingming|ching ming/u,
  劳动节: /勞動節|五一|may day|labou?r day/u,
  端午节: /dragon boat/u,
  中秋节: /mid-?autumn|八月十五/u,
  国庆节: /十一(?![点點月号號])(?:假|长假|長假|黄金周)|国庆|國慶|national day|golden week/u,
};
const ANY_HOLIDAY = /节假日|節假日|公众假期|公眾假期|红日|紅日|假期|\b(?:public|bank) holidays?\b|\bholidays\b/u;

function holidayIn(text: string, { today, holidays }: { today: string; holidays: readonly Holiday[] }): string | null {
  const ahead = holidays.filter(({ date }) => date >= today).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const [next] = ANY_HOLIDAY.test(text) ? ahead : ahead.filter((holiday) => isNamed(holiday, text));
  return next?.date ?? null;
}

function isNamed({ zh, en }: Holiday, text: string): boolean {
  // 春 alone is no holiday.
  const short = zh.length > 2 ? zh.replace(/节$/u, '') : zh;
  return text.includes(short) || text.includes(en.toLowerCase()) || (OTHER_NAMES[zh]?.test(text) ?? false);
}
