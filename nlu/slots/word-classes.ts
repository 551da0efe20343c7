/** Words that say what a unit is in a place, a time or a period; of several classes the first counts. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  road: [...'路街巷道', ...'road rd street st lane avenue ave alley drive crescent bridge highway flyover'.split(' ')],
  settlement: [
    ...'村镇区园苑里组队庄围塘坑墟湾城市厦院邨寨屯社圩埔岗',
    ...'village town estate plaza market square district park villa heights court garden gardens mansion terrace centre center city bay campus towers tower industrial community'.split(
      ' ',
    ),
  ],
  part: [
    ...'栋幢座楼层室房号单元期铺档宿舍杆变',
    ...'building block flat unit floor room phase house apartment shop stall workshop dorm no number wing suite pole'.split(
      ' ',
    ),
  ],
  site: [
    ...'厂站场店桥口门坊院校馆所库坪',
    ...'factory school hospital clinic station hall office temple mall hotel gate corner'.split(' '),
  ],
  side: [
    ...'边旁侧对面后前附近内外',
    ...'opposite behind beside outside inside near next between front back'.split(' '),
  ],
  before: [...'在喺住于到去从由离近系', ...'at in on around from to by off along'.split(' ')],
  time: [
    ...'点时分钟秒天日周年晚早晨午夜刻半朝昨今',
    ...'minute minutes min mins hour hours hr hrs day days week weeks year years night morning afternoon evening noon midnight today tonight yesterday am pm'.split(
      ' ',
    ),
  ],
  since: ['since', 'for', 'ago', 'about', ...'起始开从由自'],
  count: [
    ...'零一二两三四五六七八九十百几',
    ...'one two three four five six seven eight nine ten eleven twelve'.split(' '),
  ],
  month: [
    '月',
    'month',
    'months',
    ...'january february march april may june july august september october november december'.split(' '),
  ],
};
const CLASS_OF = new Map<string, string>();
for (const [name, words] of Object.entries(CLASSES)) {
  for (const word of words) if (!CLASS_OF.has(word)) CLASS_OF.set(word, name);
}

/** The class of a word or character in lower case and simplified; empty where it has none. */
export function wordClassOf(word: string): string {
  return CLASS_OF.get(word) ?? '';
}
