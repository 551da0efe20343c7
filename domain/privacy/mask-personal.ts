/** Stands for one character of something personal. A text keeps its length and its shape, so spans in it stay true. */
export const MASK = '•';

/** So many digits may be a telephone or account number. */
export const MASKED_FROM = 7;

/** What may stand between two digits of one number, as the inside of a regular expression. */
export const BETWEEN_DIGITS = '[\\s().\u2010-\u2015－-]{0,3}';

/** What leads to a name that is given as such, for a regular expression: the words, and a gap. */
export const NAME_LEADS = {
  zh: '(?:我叫|我係|我是|我姓|免[贵貴]姓|户名是?|戶名是?|姓名是?|名字[叫是])[:： ]?',
  en: "\\b(?:name is|name's|i am called|mrs?\\.?|ms\\.?)\\s+",
} as const;

export interface MaskedWith {
  /** What else names a person or a home, for example the customer's own name, in capitals or small letters. */
  readonly names?: readonly string[];
  /** Words of the text that name a place: the digits in them (building, floor, room) are masked, the rest stays. */
  readonly places?: readonly string[];
}

/**
 * Masks what may tell who wrote a text or where they live: numbers of seven digits or more however they are spaced or
 * written, e-mail addresses, names that are given as such, and the digits of addresses. UTF-16 lengths stay as they are.
 */
export function maskPersonal(text: string, { names = [], places = [] }: MaskedWith = {}): string {
  const plain = text.replaceAll(MASK, '·');
  const known = names.map((name) => name.trim()).filter((name) => name.length > 1);
  const withoutNames = known.reduce((said, name) => said.replace(wholeName(name), maskAll), plain);
  const withoutPlaces = places
    .filter((place) => place !== '')
    .reduce((said, place) => said.replaceAll(place, maskPlace), withoutNames);
  return RULES.reduce((said, [pattern, mask]) => said.replace(pattern, mask), withoutPlaces);
}

/**
 * Masks numbers that may be a telephone or account number (seven digits or more, however they are spaced or written) and
 * e-mail addresses, and nothing else: a date stays, and where somebody lives. UTF-16 lengths stay as they are.
 */
export function maskNumbers(text: string): string {
  return text
    .split(DATES)
    .map((part, index) =>
      index % 2 === 1 ? part : NUMBER_RULES.reduce((said, [pattern, mask]) => said.replace(pattern, mask), part),
    )
    .join('');
}

/** Chinese is written without gaps; elsewhere "Ed" is not to be found in "need". */
function wholeName(name: string): RegExp {
  const words = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(/\p{Script=Han}/u.test(name) ? words : `(?<!\\p{L})${words}(?!\\p{L})`, 'giu');
}

function maskAll(text: string): string {
  return text.replace(/[^\s]/g, MASK);
}

/** Their spaces and dashes stay, so that the text still reads as it was written. */
function maskDigitsOf(text: string): string {
  return text.replace(/[\d０-９]/g, MASK);
}

/** 三 of 三元里 belongs to the name of a place, and of 三栋 tells the house. */
function maskPlace(place: string): string {
  return maskDigitsOf(place).replace(/[零〇一二三四五六七八九十百]+(?=[栋棟幢座楼樓号號室单單房层層])/g, maskAll);
}

const SURNAMES =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温';

const SPOKEN_DIGIT = '(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|\\d)';

type Rule = readonly [RegExp, (match: string) => string];

/** A day that is written with its year; in one group, so that to split by it keeps it. */
const DATES = /(?<!\d)((?:19|20)\d{2}[-/.](?:0[1-9]|1[0-2])[-/.](?:[0-2]\d|3[01]))(?!\d)/;

const NUMBER_RULES: readonly Rule[] = [
  [/[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g, maskAll],
  [numberOf('[\\d０-９]'), (number) => number.replace(/[\dxX０-９]/g, MASK)],
  [numberOf('[零〇一二三四五六七八九幺两兩]'), (number) => number.replace(/[\p{Script=Han}〇]/gu, MASK)],
  [
    new RegExp(`\\b(?:${SPOKEN_DIGIT}[ ,-]+){${MASKED_FROM - 1},}${SPOKEN_DIGIT}\\b`, 'gi'),
    (said) => said.replace(/[a-z\d]/gi, MASK),
  ],
];

const RULES: readonly Rule[] = [
  ...NUMBER_RULES,
  [/[\d０-９]{1,5}(?:[-－][\d０-９]{1,5})*(?=\s?(?:号楼|號樓|栋|棟|幢|座|单元|單元|室|房))/g, maskDigitsOf],
  [/\b(?:flat|room|apartment|apt|block|tower)\.?\s?(?:no\.?\s?)?#?\d{1,5}[a-z]?\b/gi, maskDigitsOf],
  // "I am" leads to much else: only where nothing but a name's length follows.
  [named(`我[係是][:： ]?`, `[${SURNAMES}]\\p{Script=Han}{1,2}(?!\\p{Script=Han})`), maskAll],
  [named(NAME_LEADS.zh.replace('|我係|我是', ''), `[${SURNAMES}]\\p{Script=Han}{0,2}`), maskAll],
  [named(NAME_LEADS.en, "\\p{L}[\\p{L}'-]*(?:\\s+\\p{Lu}[\\p{L}'-]*)?"), maskAll],
];

/** Seven digits or more; an identity number may end with an x. */
function numberOf(digit: string): RegExp {
  return new RegExp(`${digit}(?:${BETWEEN_DIGITS}${digit}){${MASKED_FROM - 1},}[xX]?`, 'g');
}

function named(lead: string, name: string): RegExp {
  // Looks back from signs only: from every space of a long gap, a hostile message would take its time.
  return new RegExp(`(?=\\S)(?<=${lead})${name}`, 'giu');
}
