import { addDays, type LocalTime, weekdayOf } from '../../domain/local-time.ts';

/** The time that words name ("Sunday evening", "明天上午", "now"), or null. A day without an hour is its late morning. */
export function namedTime(words: string, now: LocalTime): LocalTime | null {
  const text = words.normalize('NFKC').toLowerCase();
  if (NOW.test(text)) return now;
  const date = dateIn(text, now.date);
  const minute = minuteIn(text);
  if (date === null && minute === null) return null;
  return { date: date ?? now.date, minute: minute ?? LATE_MORNING };
}

const LATE_MORNING = 630;
const NOW = /现在|現在|而家|依家|此刻|这会|\bnow\b|\bat the moment\b/u;

const DAYS: readonly (readonly [RegExp, number])[] = [
  [/后天|後天|day after tomorrow/u, 2],
  [/明天|明日|听日|聽日|明早|明晚|tomorrow/u, 1],
  [/今天|今日|今晚|今早|today|tonight|this (?:morning|afternoon|evening)/u, 0],
];
const WEEKDAYS: readonly RegExp[] = [
  /(?:周|週|星期|礼拜|禮拜)[一1]|\bmon(?:day)?\b/u,
  /(?:周|週|星期|礼拜|禮拜)[二2]|\btue(?:s|sday)?\b/u,
  /(?:周|週|星期|礼拜|禮拜)[三3]|\bwed(?:nesday)?\b/u,
  /(?:周|週|星期|礼拜|禮拜)[四4]|\bthu(?:rs|rsday)?\b/u,
  /(?:周|週|星期|礼拜|禮拜)[五5]|\bfri(?:day)?\b/u,
  /(?:周|週|星期|礼拜|禮拜)[六6]|周末|週末|\bsat(?:urday)?\b|\bweekend\b/u,
  /(?:周|週|星期|礼拜|禮拜)[日天7]|\bsun(?:day)?\b/u,
];

function dateIn(text: string, today: string): string | null {
  const relative = DAYS.find(([pattern]) => pattern.test(text));
  if (relative) return addDays(today, relative[1]);
  const weekday = WEEKDAYS.findIndex((pattern) => pattern.test(text)) + 1;
  if (weekday === 0) return null;
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
}

const PARTS: readonly (readonly [RegExp, number])[] = [
  [/早上|清早|一早|明早|今早/u, 8 * 60],
  [/上午|朝早|\bmorning\b/u, 10 * 60],
  [/中午|晏昼|\bnoon\b|\blunch/u, 12 * 60 + 30],
  [/下午|下昼|下晝|\bafternoon\b/u, 15 * 60],
  [/晚|夜|\bevening\b|\btonight\b|\bnight\b/u, 19 * 60 + 30],
];
const CHINESE_HOURS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

function minuteIn(text: string): number | null {
  const clock = /\b([01]?\d|2[0-3]):([0-5]\d)\b/u.exec(text);
  const late = /下午|下昼|下晝|晚|夜|\bevening\b|\bafternoon\b|\bnight\b|\d ?p\.?m/u.test(text);
  if (clock) return afternoon(Number(clock[1]), late) * 60 + Number(clock[2]);
  const hour = hourIn(text);
  if (hour !== null) return afternoon(hour, late) * 60;
  return PARTS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function hourIn(text: string): number | null {
  const plain = /(?<!\d)(1?\d|2[0-3]) ?(?:点|點|时(?!间)|時(?!間)|[ap]\.?m\b|o'clock)/u.exec(text)?.[1];
  if (plain !== undefined) return Number(plain);
  const said = /(十[一二]?|[一二两兩三四五六七八九])(?:点|點)/u.exec(text)?.[1];
  return said === undefined ? null : CHINESE_HOURS.indexOf(said.replace(/[两兩]/u, '二'));
}

function afternoon(hour: number, late: boolean): number {
  return late && hour < 12 ? hour + 12 : hour;
}
