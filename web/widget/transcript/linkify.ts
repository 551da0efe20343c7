import { safeUrl } from './safe-url.ts';

/** Running text cut into words, web addresses and telephone numbers, in order; put together again it is the text itself. */
export type Segment =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'phone'; text: string; number: string };

const WEB = /https?:\/\/[^\s<>"'`，。；：！？、（）【】《》「」『』]+/.source;
/** Mobile, fixed line with area code, 400 and 800 lines, five-digit service lines (95598, 12345), emergency lines. */
const PHONE = [
  /(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}/,
  /(?:\+86[- ]?)?0\d{2,3}[- ]?\d{7,8}/,
  /[48]00[- ]?\d{3}[- ]?\d{4}/,
  /(?:95|96|10|12)\d{3}/,
  /1(?:10|12|19|20|22)/,
]
  .map(({ source }) => source)
  .join('|');

/** What makes a short number a quantity: a measure behind it. */
const MEASURE =
  /^\s*(?:千伏|伏|千瓦|瓦|安|度|元|块|塊|米|公里|号|號|户|戶|分|小时|小時|天|年|月|人|个|個|次|位|k?v|k?w|a|m|km|kwh|yuan|customers|households|minutes|hours|days|%|％)/i;
/** What makes a three-digit number one to call: the word before it, or another such number beside it. */
const CALLING =
  /(?:拨打?|撥打?|打|致电|致電|电话|電話|呼叫|火警|急救|报警|報警|警察|消防|公安|call|dial|ring|phone)[:：\s]*$/i;
const BESIDE = /^\s*(?:[、/,，]|或者?|和|及|or|and)\s*$/i;

export function linkify(text: string): Segment[] {
  const segments: Segment[] = [];
  const pattern = new RegExp(`(${WEB})|(${PHONE})`, 'g');
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const found = match[1] === undefined ? phone(text, match, segments.at(-1), from) : link(match[1]);
    if (found === undefined || match.index < from) continue;
    if (match.index > from) segments.push({ kind: 'text', text: text.slice(from, match.index) });
    segments.push(found);
    from = match.index + found.text.length;
  }
  if (from < text.length || segments.length === 0) segments.push({ kind: 'text', text: text.slice(from) });
  return segments;
}

/** Stops and brackets at the end belong to the sentence; a bracket opened inside belongs to the address. */
function link(found: string): Segment | undefined {
  let text = found.replace(/[.,;:!?]+$/, '');
  if (text.endsWith(')') && !text.includes('(')) text = text.slice(0, -1);
  const href = safeUrl(text, text);
  return href === undefined ? undefined : { kind: 'link', text, href };
}

function phone(text: string, match: RegExpMatchArray, last: Segment | undefined, lastEnd: number): Segment | undefined {
  const found = match[0];
  const start = match.index ?? 0;
  const before = text.slice(0, start);
  const after = text.slice(start + found.length);
  // Part of something longer: an account number, a ticket number, an amount, a code.
  if (/[\w.\-+¥￥$#№]$/.test(before) || /^(?:[\w#]|[.-]\d)/.test(after)) return undefined;
  if (found.length <= 5 && MEASURE.test(after)) return undefined;
  if (found.length === 3) {
    const beside = last?.kind === 'phone' && BESIDE.test(text.slice(lastEnd, start));
    if (!beside && !CALLING.test(before)) return undefined;
  }
  return { kind: 'phone', text: found, number: found.replace(/[^\d+]/g, '') };
}
