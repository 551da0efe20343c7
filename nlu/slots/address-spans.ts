import type { Span } from '../normalise/normal-text.ts';

/** Grammar of the finer parts of addresses: numbered buildings, units, rooms, poles. Which of them is meant is for the tagger. */
const N = '(?:[a-z]?\\d{1,4}[a-z]?|[a-z]|[一二三四五六七八九十百]{1,4})';
const JOINED = `${N}(?:(?:[、,和跟同至到~-]|号?到)${N})?`;
const CHINESE_PART = `(?:第)?${JOINED}(?:栋|幢|座|号楼|号院|单元|楼|层|室|房|铺|档|期|区|巷|组|队|社|门|号(?:变压器|变|杆|塔|柜|箱|灯杆|井)?)`;
const CHINESE = new RegExp(
  `(?:10|35|110)kv[一-鿿]{2,6}(?:支)?线(?:${N}号(?:杆|塔)?)?|(?:地下|负)[一二三\\d]层|地下[一二三]楼|(?:${CHINESE_PART})+(?:之?[一二三四五六七八九十]楼)?(?:\\d{3,4}(?!\\d|[年度元块瓦伏]))?(?:旁边?|门口|楼下|对面)?`,
  'g',
);
const NUMBER = '(?:no\\.? ?|number |# ?)?(?:\\d{1,4}[a-z]?(?:[-/]\\d{1,4})?|[a-z](?:[- ]?\\d{1,4})?)';
const ENGLISH_KIND =
  '(?:flats?|units?|shops?|rooms?|rm|blocks?|blk|buildings?|towers?|apartments?|apt|suites?|stalls?|house|workshop|warehouse|lots?|plots?|gates?|poles?|phase|wing|floor|villa|dorm|transformer)';
const ENGLISH = new RegExp(
  `\\b(?:${ENGLISH_KIND} ${NUMBER}(?:(?: to | and |-)(?:${ENGLISH_KIND} )?${NUMBER})?|\\d{1,2}(?:st|nd|rd|th) floor|[a-z] wing|(?:ground|top|first|second|third|fourth|fifth) floor)\\b`,
  'g',
);

/** In order of their beginnings. */
export function addressSpans(text: string): Span[] {
  return [CHINESE, ENGLISH]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((left, right) => left.start - right.start);
}
