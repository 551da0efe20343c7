import type { Span } from '../normalise/normal-text.ts';

/** Grammar of times and periods: where a message names one. What it means is for parse-since; which it is for the tagger. */
const N = '(?:\\d{1,2}|[零一二两三四五六七八九十]{1,3})';
const DAY =
  '(?:每天|每晚|每日|天天|日日|晚晚|今天|今日|今朝|今晚|今早|今晨|今儿|昨天|昨日|昨晚|昨夜|昨儿|昨早|前天|前晚|前日|前几天|大前天|寻晚|寻日|琴日|琴晚|噚晚|噚日|刚才|刚刚|啱啱|头先|先头|啱先|刚|一早|一大早|大清早|(?:上|这|今|本)?(?:个)?(?:周|星期|礼拜|拜)[一二三四五六日天末]|(?:上|前)(?:个)?(?:周|星期|礼拜)|[\\d一二三四五六七八九十]{1,3}月(?:[\\d一二三四五六七八九十]{1,3}[号日]|[上中下]旬|底|初)|(?<![路街巷区村园社弄里栋座])\\d{1,2}[号日]|初[一二三四五六七八九十]|近(?:几|两|一|这|呢)?(?:个)?(?:天|周|日|礼拜|星期|月|排)|[这呢]两[天日]|国庆(?:节)?|春节|中秋|元旦|五一|清明|端午)';
const PART =
  '(?:凌晨|清晨|清早|早上|早晨|上午|上昼|中午|正午|晏昼|下午|下昼|傍晚|傍黑|晚上|晚间|夜里|夜晚|夜间|半夜|深夜|朝早|朝头早|朝晨|晚黑|夜晚黑|成个下昼|一下午|一上午|整个下午|后半夜|前半夜|天没亮|天刚黑|天黑|饭点|晚饭|午饭|早饭)';
const CLOCK = `(?:${N}(?:点|时|點)(?:钟)?(?:半|一刻|三刻|正|整|[过差]?${N}?(?:来|几|多)?分|过${N}|${N}[几来]|${N}分?)?(?:多|几|许|过|来钟)?(?:左右|前后|许)?|\\d{1,2}:\\d{2}(?:左右)?)`;
const HEDGE = '(?:大概|大约|差不多|约莫|约|将近|快|大约摸|都|足足|成|已经)?';
const UNIT = '(?:小时|钟头|钟|分钟|分|天|日|晚|夜|星期|礼拜|周|月|年|刻钟)';
const LENGTH = `(?:半(?:个)?(?:多)?(?:小时|钟头|钟|天|日|月|年)(?:多)?|(?:${N}|好几|几|十几|二十几|几十)(?:个)?(?:多|几|半)?${UNIT}(?:多|几|半|头)?|好耐|好久|很久|成日|整天|整晚|一整天|一整晚|成晚)(?:前|之前|以前|左右)?`;
const CHINESE_TIME = new RegExp(
  `(?:${DAY}(?:的)?)?${HEDGE}(?:${PART}(?:的)?)?${HEDGE}${CLOCK}|${DAY}(?:的)?(?:${PART})?|${PART}|${HEDGE}${LENGTH}`,
  'g',
);

const EN_N =
  '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|half an?|a couple of|couple of|a few|few|several|so many)';
const EN_HEDGE =
  '(?:(?:about|around|maybe|roughly|nearly|almost|over|just|shortly|approximately|approx|like|some|more than|at least|the last|the past|past|last|these) )?';
const EN_PART =
  '(?:morning|afternoon|evening|night|noon|midnight|midday|dawn|dusk|daybreak|sunrise|sunset|lunch(?:time| break)?|dinner(?:time| break)?|breakfast|teatime|supper(?:time)?|bedtime|nap time|school run|(?:knocking|clocking)[ -](?:off|on)(?: time)?|(?:closing|opening)(?: time)?|weekend)';
const EN_DAY =
  '(?:yesterday|today|tonight|the same (?:night|day)|every (?:day|night|evening|morning)|(?:last |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:last|this|the|early|late) (?:morning|afternoon|evening|night|week|weekend|month)|just now|ages|a while|all (?:day|night|morning|week|afternoon|evening))';
const EN_HOUR = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const EN_CLOCK = `(?:(?:\\d{1,2}[:.]\\d{2}|\\d{1,2}|${EN_HOUR})\\s?(?:-?ish|am|pm|a\\.m\\.|p\\.m\\.|hrs|hours|o'clock|o clock|plus)\\b|\\d{1,2}[:.]\\d{2}(?![\\d%])|(?:(?:a )?quarter|half|five|ten|twenty(?:[- ]five)?|\\d{1,2})(?: minutes)? (?:past|to|after|before) (?:\\d{1,2}|${EN_HOUR})\\b|half (?:\\d{1,2}|${EN_HOUR})\\b|(?:before|after) noon|noon|midnight|midday)`;
const EN_LENGTH = `${EN_N}(?: and a half)?[ -]?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|nights?)(?: and a half)?(?: ago| back| now)?`;
const ENGLISH_TIME = new RegExp(
  `\\b(?:${EN_HEDGE}${EN_CLOCK}(?:(?: in the| this| last| on)? ${EN_PART}| yesterday| today| on ${EN_DAY}| ${EN_DAY})?|${EN_HEDGE}(?:${EN_DAY})(?: (?:${EN_PART}|${EN_CLOCK}|at ${EN_CLOCK}))?|${EN_HEDGE}(?:the |this |early |late )?${EN_PART}|${EN_HEDGE}${EN_LENGTH})\\b`,
  'g',
);

const ZH_MONTH = `(?:去年|今年|前年|上年|旧年|20\\d{2}年)?(?:的)?(?:${N}月(?:份)?|(?:上+|这|本|今|下|前|呢|前两|近几|最近几|过去几|最近三|上两)(?:个)?月(?:份)?)`;
const CHINESE_MONTH = new RegExp(
  `${ZH_MONTH}(?:(?:到|至|和|与|跟|同|、|同埋|-)${ZH_MONTH})?|(?:上+|本|这|当|今)一?期|(?:去年|今年|前年|旧年|上年|20\\d{2}年)(?:春天|夏天|秋天|冬天|暑假|寒假|全年|上半年|下半年|同期|底|初|第?[一二三四]季度)?|第?[一二三四]季度|20\\d{2}[-/.]\\d{1,2}`,
  'g',
);
const EN_MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const ENGLISH_MONTH = new RegExp(
  `\\b(?:${EN_MONTH}(?:(?: and | to | vs | or |-)${EN_MONTH})?(?:,? (?:20\\d{2}|this year|last year))?|(?:last|this|previous|past|current|next) (?:month|year|quarter|bill|winter|summer|billing period)(?: same month)?|(?:last|past) (?:two|three|six|few|\\d+) months|\\d{1,2}/20\\d{2})\\b`,
  'g',
);
/** Only where a day does not follow: "3 June" and "5月3号" are days, not billing periods. */
const DAY_AFTER = /^\s?(?:\d{1,2}(?:st|nd|rd|th)?\b|\d{1,2}[号日])/;
const DAY_BEFORE = /\b\d{1,2}(?:st|nd|rd|th)?(?: of)? $/;

/** An event that marks a beginning: "since the typhoon", 从鸡叫头遍起, 昨晚打雷以后. */
const ENGLISH_EVENT =
  /(?<=\bsince )(?!when\b|you\b|about\b|around\b|approximately\b|\d)[^,.;!?]{2,40}?(?= and\b| but\b| so\b| our\b| my\b| no\b| how\b|[,.;!?]|$)/g;
const CHINESE_EVENT = new RegExp(
  `(?<=[从自由])[^,.。!?;]{2,10}?(?=起|开始)|(?:${DAY}|${PART})[^,.。!?;]{0,4}(?:以后|之后|后|那会儿|那阵|的时候)|[^,.。!?;从自由]{2,6}(?:之后|以后|那会儿)(?=就|一直|便|,)`,
  'g',
);
const MONTH_NAME =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const ENGLISH_DATE = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH_NAME}|${MONTH_NAME} \\d{1,2}(?:st|nd|rd|th)?|the \\d{1,2}(?:st|nd|rd|th)|overnight|teatime|around \\d{1,2}(?!\\d))\\b`,
  'g',
);

const TIMES = [CHINESE_EVENT, CHINESE_TIME, ENGLISH_EVENT, ENGLISH_DATE, ENGLISH_TIME];

/** In order of their beginnings; none lies within another. */
export function timeSpans(text: string): Span[] {
  const spans = TIMES.flatMap((pattern) => spansOf(text, pattern));
  spans.sort((left, right) => left.start - right.start || right.end - left.end);
  let reach = 0;
  return spans.filter((span) => {
    if (span.end <= reach) return false;
    reach = span.end;
    return true;
  });
}

export function monthSpans(text: string): Span[] {
  return [...spansOf(text, CHINESE_MONTH), ...spansOf(text, ENGLISH_MONTH)].filter(
    ({ start, end }) =>
      !DAY_AFTER.test(text.slice(end, end + 5)) && !DAY_BEFORE.test(text.slice(Math.max(0, start - 8), start)),
  );
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)]
    .filter((match) => match[0] !== '')
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
