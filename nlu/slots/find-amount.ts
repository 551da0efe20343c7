import { CHINESE_NUMBER_SIGNS, chineseNumber } from '../normalise/chinese-number.ts';
import { englishNumber } from '../normalise/english-number.ts';
import type { Span } from '../normalise/normal-text.ts';

export interface FoundAmount extends Span {
  /** In the currency said. */
  readonly value: number;
}

interface Candidate extends FoundAmount {
  readonly weight: number;
}

const ARABIC = /(?<![\d.:/#-]|\d,)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?(?![\d:/-]|\.\d)/g;
const CHINESE = new RegExp(`[${CHINESE_NUMBER_SIGNS}]+`, 'g');
const ENGLISH =
  /\b(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|grand|and)[ -]?)+(?<![ -]and[ -]?)(?<=[a-z])\b/g;
const MONEY_AFTER =
  /^\s?(?:元|块|蚊|圆|毛钱|人民币|rmb\b|yuan\b|kuai\b|bucks?\b|hkd\b|dollars?\b|cny\b|quid\b|pounds?\b|euros?\b|rand\b|rupees?\b|pesos?\b|naira)/;
/** "Six thousand odd" and 八十多块 are no sums that one could enter. */
const INEXACT_AFTER = /^\s?(?:多|几|来|幾|余|餘|外|odd\b|plus\b|or so\b|something\b|ish\b|-ish\b)/;
/** 块 counts boards and screens too, and a black patch is 一块. */
const PIECES_AFTER = /^块(?:智能|电路|驱动|板|表|屏|电池|玻璃|布|铁)/;
const MONEY_BEFORE = /(?:[¥$￥£€₦₹]|\b(?:rmb|cny|hkd|hk\$|nt\$?|mop|rs|r|php|usd)\.?|人民币)\s?$/;
/** Units that make a number something else than money. */
const OTHER_AFTER =
  /^\s?(?:多|几|来|个多)?\s?(?:度|千瓦|kwh|kw\b|kva|kv|伏|v\b|volts?|a\b|安|%|％|月|年|号|日|天|小时|钟|点|分|秒|个|次|户|楼|层|栋|幢|座|单元|室|房|期|米|平|斤|岁|人|台|盏|条|杆|路|街|巷|倍|成|units?|days?|hours?|hrs?|minutes?|mins?|months?|years?|weeks?|am\b|pm\b|th\b|st\b|nd\b|rd\b|times|people|phase|floor|room|rooms|kids?|per cent|percent|laptops|papers|o'clock|点|x\b|张|位|块(?:板|表|屏)|只|家|口|相|级|档|分钟|公里|m\b|km\b|square|h\b|kg\b|tons?|ducklings|chicks|points?|积分|桌|头|棵|亩|袋|颗|accounts?|meters|litres?|liters?|hens|cows|fish|invoices|bills\b|pages|staff|tenants|顆|斤|座|伏|v|变|變)/;
const PAID_BEFORE =
  /(?:充了?|交了?|扣了?|付了?|收了?|收我|要|花了?|缴了?|转了?|存了?|存|入咗?|畀咗?|俾咗?|罚|欠|退|赔|损失|合计|共|一共|变成|到|是|才|就|得|paid|pay|sent|send|charged?|billed|topped up|top up|loaded|of|to|for|took|owe|deducted|transferred|loss|cost|costs?|quote|want|add|another|over|about|this|a|says?|by|seriously|with|dues of)\s?(?:我|咗|了|哋|足足|成|整整|差不多|将近|大概|around|about|nearly|almost|me|exactly|us)?\s?$/;
const NOW_BEFORE = /(?:现在|变成|而家|到|this month|now|to)\s?[^,.。]{0,4}$/;
const LEAST_WEIGHT = 2;
const EXACT_WEIGHT = 5;

/** The sum of money a message is about, or null: the plainest one, the present one before the former. */
export function findAmount(text: string, aboutMoney: boolean): FoundAmount | null {
  const tenths = withTenths(text);
  const plain = [...arabic(text), ...chinese(text), ...english(text)].filter(
    (candidate) => !tenths.some((whole) => candidate.start >= whole.start && candidate.end <= whole.end),
  );
  const candidates = [
    ...tenths.map((whole) => ({ ...whole, exact: true })),
    ...plain.map((one) => ({ ...one, exact: false })),
  ]
    .filter((candidate) => !isPartOfNumber(text, candidate))
    .map((candidate) => ({ ...candidate, weight: candidate.exact ? EXACT_WEIGHT : weigh(candidate, text, aboutMoney) }))
    .filter((candidate) => candidate.weight >= LEAST_WEIGHT && candidate.value > 0 && candidate.value < 100_000_000);
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (
      best === null ||
      candidate.weight > best.weight ||
      (candidate.weight === best.weight && candidate.start < best.start)
    ) {
      best = candidate;
    }
  }
  return best === null ? null : { value: best.value, start: best.start, end: best.end };
}

const NAME_BEFORE =
  /(?:room|unit|flat|apartment|suite|shop|building|block|stall|account|acct?|a\/c|reference|ref|order|no\.?|number|contract|line|phase|section|宿舍|号|单号|阿|第|座|app says|reading|shows?|显示|表码|读数|示数|打|拨)\s?$/;

/** Groups of a longer number, ordinals and names of rooms are no sums. */
function isPartOfNumber(text: string, found: FoundAmount): boolean {
  const before = text.slice(Math.max(0, found.start - 12), found.start);
  const after = text.slice(found.end, found.end + 3);
  return /\d[ -]$/.test(before) || /^[ -]\d|^[a-z]\b/.test(after) || NAME_BEFORE.test(before);
}

function weigh(found: FoundAmount, text: string, aboutMoney: boolean): number {
  const before = text.slice(Math.max(0, found.start - 24), found.start);
  const after = text.slice(found.end, found.end + 14);
  const perUnit = /^[^,.。]{0,3}(?:一度|每度|\/度|per unit|a unit|per kwh)/.test(after.replace(MONEY_AFTER, ''));
  if (perUnit || INEXACT_AFTER.test(after)) return 0;
  if (/几$/.test(before) || (found.value === 10 && after.startsWith('几')) || PIECES_AFTER.test(after)) return 0;
  if (found.value === 1 && /^块(?!钱)/.test(after)) return 0;
  const now = NOW_BEFORE.test(before) ? 1 : 0;
  if (MONEY_AFTER.test(after) || MONEY_BEFORE.test(before)) return 4 + now;
  if (!aboutMoney || OTHER_AFTER.test(after) || found.value < 2) return 0;
  const isYear =
    found.value >= 1990 && found.value <= 2050 && found.end - found.start === 4 && /^\s?年|^$/.test(after.slice(0, 2));
  if (isYear) return 0;
  return (PAID_BEFORE.test(before) ? 2 : found.value >= 100 ? 2 : 1) + (PAID_BEFORE.test(before) ? 1 : 0) + now;
}

function arabic(text: string): FoundAmount[] {
  return [...text.matchAll(ARABIC)].flatMap((match) => {
    const end = match.index + match[0].length;
    if (match[0].replace(/\D/g, '').length > 9) return [];
    const scale =
      text[end] === '万' ? 10_000 : text[end] === '千' ? 1_000 : /^k\b/.test(text.slice(end, end + 2)) ? 1_000 : 1;
    const value = Number(match[0].replaceAll(',', '')) * scale;
    return [{ value, start: match.index, end: scale === 1 ? end : end + 1 }];
  });
}

const HUNDREDTHS = new RegExp(
  `([${CHINESE_NUMBER_SIGNS}]+|(?<![\\d.])\\d+)(?:块|蚊|元|个)(\\d|[一二两三四五六七八九半])(?:毛|角)?(?![${CHINESE_NUMBER_SIGNS}\\d个块张只台条度瓦斤])`,
  'g',
);

/** 三块二 and 18块6: units and tenths of the currency. */
function withTenths(text: string): FoundAmount[] {
  return [...text.matchAll(HUNDREDTHS)].flatMap((match) => {
    const whole = chineseNumber(match[1] ?? '') ?? Number(match[1]);
    const tenths = match[2] === '半' ? 5 : (chineseNumber(match[2] ?? '') ?? Number(match[2]));
    if (!Number.isFinite(whole) || !Number.isFinite(tenths)) return [];
    return [{ value: (whole * 10 + tenths) / 10, start: match.index, end: match.index + match[0].length }];
  });
}

function chinese(text: string): FoundAmount[] {
  return [...text.matchAll(CHINESE)].flatMap((match) => {
    const value = chineseNumber(match[0]);
    if (value === null || /\d$/.test(text.slice(0, match.index))) return [];
    return [{ value, start: match.index, end: match.index + match[0].length }];
  });
}

function english(text: string): FoundAmount[] {
  return [...text.matchAll(ENGLISH)].flatMap((match) => {
    const value = englishNumber(match[0].trim().split(/[ -]+/));
    return value === null || value < 2
      ? []
      : [{ value, start: match.index, end: match.index + match[0].trimEnd().length }];
  });
}
