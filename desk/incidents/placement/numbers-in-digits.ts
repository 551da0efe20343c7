import { CHINESE_NUMBER_SIGNS, chineseNumber } from '../../../nlu/normalise/chinese-number.ts';

const COUNTED = new RegExp(`[${CHINESE_NUMBER_SIGNS}]+(?=\\s*(?:号|栋|座|幢|单元|楼|层|房|室|组|杆))`, 'gu');
const ENGLISH_GROUP = /\bgroup (\d+)/g;

/** Numbers of houses and groups in digits, however they were written: 五栋 is 5栋, "group 1" is 1组. */
export function numbersInDigits(text: string): string {
  return text
    .replace(COUNTED, (words) => {
      const value = chineseNumber(words);
      return value === null ? words : String(value);
    })
    .replace(ENGLISH_GROUP, '$1组')
    .replace(/(\d)\s+(?=[栋座幢单楼层房室号组杆])/gu, '$1');
}
