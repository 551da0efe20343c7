import charactersTable from 'opencc-js/dict/STCharacters';

/** Turns every Chinese text in a piece of plain data into traditional characters as Hong Kong writes them; the rest stays. */
export type ToTraditional = <T>(value: T) => T;

/**
 * Character by character (OpenCC's table), with the phrases below where one simplified character stands for several
 * traditional ones. OpenCC's full phrase dictionary says the same for all that the bot says, and takes 100 MB: a test
 * holds the two against each other.
 */
export function createToTraditional(): ToTraditional {
  const characters = characterMap();
  const convert = (text: string) =>
    text
      .split(PHRASE)
      .map((part) => PHRASES[part] ?? Array.from(part, (character) => characters.get(character) ?? character).join(''))
      .join('');
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') return HAN.test(value) ? convert(value) : value;
    if (Array.isArray(value)) return value.map(deep);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner)]));
  };
  return <T>(value: T) => deep(value) as T;
}

const HAN = /\p{Script=Han}/u;

/** Phrases whose characters have another traditional form than the usual one. */
const PHRASES: Readonly<Record<string, string>> = {
  答复: '答覆',
  回复: '回覆',
  公布: '公佈',
  了解: '瞭解',
  并拢: '併攏',
  一并: '一併',
  合并: '合併',
  签约: '簽約',
  签名: '簽名',
  签字: '簽字',
  签署: '簽署',
  柜台: '櫃枱',
  三元里: '三元里',
  干净: '乾淨',
  干燥: '乾燥',
  晾干: '晾乾',
  烘干: '烘乾',
  每周: '每週',
  饼干: '餅乾',
  头发: '頭髮',
  理发: '理髮',
  复杂: '複雜',
  重复: '重複',
  复印: '複印',
  分钟: '分鐘',
  范围: '範圍',
  规范: '規範',
  示范: '示範',
  系数: '係數',
  关系: '關係',
  联系: '聯繫',
  几点: '幾點',
  茶几: '茶几',
  一只: '一隻',
  电表: '電錶',
  水表: '水錶',
  表计: '錶計',
  里程: '里程',
  公里: '公里',
  千里: '千里',
  皇后: '皇后',
  面粉: '麪粉',
  标准: '標準',
  批准: '批准',
  准许: '准許',
  不准: '不准',
  谷段: '谷段',
  谷时: '谷時',
  低谷: '低谷',
  峰谷: '峯谷',
  平谷: '平谷',
  余额: '餘額',
  其余: '其餘',
  剩余: '剩餘',
  干线: '幹線',
  主干: '主幹',
  干部: '幹部',
  干活: '幹活',
  若干: '若干',
  干扰: '干擾',
  干预: '干預',
};
const PHRASE = new RegExp(`(${Object.keys(PHRASES).join('|')})`, 'u');

/** Forms that Hong Kong prefers, and the usual one where OpenCC's table lists another first. */
const PREFERRED: readonly (readonly [string, string])[] = [
  ['说', '説'],
  ['为', '為'],
  ['户', '户'],
  ['台', '台'],
  ['温', '温'],
  ['涌', '涌'],
  ['唇', '唇'],
  ['税', '税'],
  ['湿', '濕'],
];

function characterMap(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const entry of charactersTable.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    if (to && to !== from) map.set(from, to);
  }
  for (const [from, to] of PREFERRED) map.set(from, to);
  return map;
}
