/** Stands for one character of something personal. A text keeps its length and its shape, so spans in it stay true. */
export const MASK = '•';

export interface MaskedWith {
  /** What else names a person or a home, for example the customer's own name or the place that was said. */
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
  const known = names.filter((name) => name.trim().length > 1);
  const withoutNames = known.reduce((said, name) => said.replaceAll(name, maskAll), plain);
  const withoutPlaces = places
    .filter((place) => place !== '')
    .reduce((said, place) => said.replaceAll(place, maskDigitsOf), withoutNames);
  return RULES.reduce((said, [pattern, mask]) => said.replace(pattern, mask), withoutPlaces);
}

function maskAll(text: string): string {
  return text.replace(/[^\s]/g, MASK);
}

/** Their spaces and dashes stay, so that the text still reads as it was written. */
function maskDigitsOf(text: string): string {
  return text.replace(/[\d０-９]/g, MASK);
}

const SURNAMES =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温';

const RULES: readonly (readonly [RegExp, (match: string) => string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, maskAll],
  [/[\d０-９](?:[ \u00a0().－-]{0,2}[\d０-９]){6,}[xX]?/g, (number) => number.replace(/[\dxX０-９]/g, MASK)],
  [/[零〇一二三四五六七八九幺两兩]{7,}/g, maskAll],
  [
    new RegExp(
      `(?:我叫|我係|我是|户名是?|戶名是?|姓名是?|名字[叫是])[:： ]?[${SURNAMES}](?:\\p{Script=Han}{1,2}(?=[^\\p{Script=Han}]|$))`,
      'gu',
    ),
    (said) => said.replace(/^(我叫|我係|我是|户名是?|戶名是?|姓名是?|名字[叫是])([:： ]?)(.+)$/u, maskLast),
  ],
  [/\b(?:my name is|name is|i am called)\s+\p{L}[\p{L}'-]*(?:\s+\p{Lu}[\p{L}'-]*)?/giu, maskEnglishName],
];

function maskLast(_said: string, lead: string, gap: string, name: string): string {
  return lead + gap + maskAll(name);
}

function maskEnglishName(said: string): string {
  const lead = /^.*?(?:is|called)\s+/iu.exec(said)?.[0] ?? '';
  return lead + maskAll(said.slice(lead.length));
}
