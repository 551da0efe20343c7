import { loadInWords, loadPartsIn, type SaidLoad } from './load-in-words.ts';

/** A question and what was said to correct it, one a line. */
const LINE = '\n';
/** A question is corrected so often, at most; older corrections were overtaken. */
const MOST_CORRECTIONS = 8;

/** What a question of what something would cost comes to, with what has been corrected since; null where it asks nothing of the kind. */
export function loadAskedIn(kept: string): SaidLoad | null {
  const [question = '', ...corrections] = kept.split(LINE);
  return corrections.reduce<SaidLoad | null>(
    (load, said) => (load && correctedLoad(load, said)) ?? load,
    loadInWords(question),
  );
}

/** What to keep of a message: the question anew, or added to the one before where it only corrects that. */
export function keptLoad(kept: string | null, said: string): string {
  const line = said.replace(/\s+/gu, ' ').trim();
  if (!correctsLoad(kept, said)) return line;
  const [question = '', ...corrections] = (kept ?? '').split(LINE);
  return [question, ...[...corrections, line].slice(-MOST_CORRECTIONS)].join(LINE);
}

/** "It's 2 kW", "5 hours a day then": nothing but another figure for what was reckoned. */
export function correctsLoad(kept: string | null | undefined, said: string): boolean {
  if (!kept || loadInWords(said) !== null) return false;
  const load = loadAskedIn(kept);
  return load !== null && correctedLoad(load, said) !== null;
}

/** The load with the figures that a message puts right, the others as they were; null where it says anything else. Pure. */
export function correctedLoad(load: SaidLoad, said: string): SaidLoad | null {
  if (said.length > LONGEST) return null;
  const text = said.normalize('NFKC').toLowerCase().replace(TAKEN_BACK, ' ').replace(TAKEN_BACK_AFTER, ' ');
  if (
    text
      .replace(FIGURES, ' ')
      .replace(FILLERS, ' ')
      .replace(/[\s\p{P}]+/gu, '') !== ''
  )
    return null;
  const { watts, minutes, fromHour, kwh, timesAWeek, count } = loadPartsIn(text, load.appliance);
  const counted = /[台部辆輛]/u.test(text);
  const none = [watts, minutes, fromHour, kwh, timesAWeek].every((part) => part === null);
  if (none && !counted) return null;
  return {
    appliance: load.appliance,
    watts: watts ?? load.watts,
    // Hours and kWh a time are two ways of saying how long.
    minutes: minutes ?? (kwh === null ? load.minutes : null),
    kwh: kwh ?? (minutes === null ? load.kwh : null),
    fromHour: fromHour ?? load.fromHour,
    timesAWeek: timesAWeek ?? (/每天|每日|日日|every day|daily/u.test(text) ? null : load.timesAWeek),
    count: counted ? count : load.count,
  };
}

/** Whoever puts a figure right is brief. */
const LONGEST = 60;

const TAKEN_BACK =
  /(?:不是|不要|唔係|唔系)[^，,。.!！？?]{1,10}[，,]\s*(?=\S)|\bnot (?:for )?[\d.]{1,6} ?[a-z]{0,8}(?: a (?:day|week))?\s*(?:,|but)\s*(?=\S)/gu;
const TAKEN_BACK_AFTER = /[，,]\s*(?:不是|唔係|唔系|not )[^，,。.!！？?]{1,12}[。.!！]?$/u;

const FIGURE =
  '(?:\\d{1,6}(?:\\.\\d{1,3})?|[一二两兩三四五六七八九十半]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const UNIT =
  '(?:千瓦(?:时|時)?|瓦|匹|kwh|kw|watts?|w|horsepower|hp|个?個?半?(?:小时|小時|钟头|鐘頭)|分钟|分鐘|hours?|hrs?|minutes?|min|h|度电?電?|台|部|辆|輛|次|天|times)';
const FIGURES = new RegExp(
  `(?:(?:每|一)(?:周|星期|礼拜|禮拜))?${FIGURE}[ -]?${UNIT}|整天|全天|成日|通宵|整晚|一晚|all day|all night|overnight|晚上|夜里|夜裡|夜晚|白天|下午|早上|上午|at night|during the day|daytime|in the (?:morning|afternoon)|每?一?(?:周|星期|礼拜|禮拜)|a week|twice|once|every day|daily|half an hour`,
  'gu',
);
const FILLERS =
  /对不起|對不起|不好意思|不是|不对|不對|唔係|唔系|错了|錯了|应该|應該|而是|是|係|系|改成|换成|換成|我说|我說|的话|的話|那|如果|若|每天|每日|日日|一天|功率|只|就|用|开|開|呢|吧|吗|嗎|啊|哦|喔|其实|其實|大概|大约|大約|左右|的|\b(?:no|not|nope|sorry|actually|i|meant|mean|it'?s|is|was|that'?s|should|be|make|it|that|for|a|an|per|each|day|then|only|just|about|rather|instead|what|if|and|how|run|the|use|of|but|say|please|ok|okay|oh)\b/gu;
