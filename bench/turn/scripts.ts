/**
 * What customers say, one conversation a list: fault reports with their danger, place, time and telephone, questions in
 * between and corrections, questions alone. Proving who one is does not come up: it derives a key, slowly on purpose.
 */
export const SCRIPTS: readonly (readonly string[])[] = [
  ['你好', '我家停电了，整栋楼都没电', '南城街道鸿福路12号3栋', '大概半小时前', '13800138000', '多久能修好', '谢谢'],
  [
    'the power went out in our whole street',
    'Shibu village, Liaobu',
    'about half an hour ago',
    '13800138000',
    'thanks',
  ],
  ['寮步镇石步村口的电线杆在冒火花', '没有人受伤', '13800138000', '违约金怎么算', '不对，是石步村2号门口', '谢谢'],
  ['怎么交电费', '哪里可以交电费，我在南城', '营业厅几点开门', '阶梯电价是怎么算的', '怎么开发票', '谢谢'],
  ['hello', 'how can I pay my bill', 'how do the tiers work', 'how do I get an invoice', 'thank you', 'bye'],
  ['东城街道的灯一闪一闪的，电压很不稳', '东城街道温塘村5号', '昨天晚上开始的', '只有我一家', '13800138000', '谢谢'],
  ['a wire is down on the road near Humen station', 'nobody is hurt', '13800138000', 'how long will it take'],
  ['明天会停电吗', '虎门镇', '我要投诉，你们的人昨天说来又没来，等了一整天', '13800138000', '再见'],
  ['我屋企冇電', '大朗鎮巷頭村8號', '啱啱先', '13800138000', '點樣交電費', '唔該'],
  [
    'half of my house has no power',
    'Houjie town, 3 Tiyu Road',
    'since this morning',
    'how are late fees computed',
    '13800138000',
  ],
];

/** As many conversations as hold `turns` messages, the last cut short where need be. */
export function conversationsOf(turns: number): (readonly string[])[] {
  const conversations: (readonly string[])[] = [];
  for (let left = turns; left > 0; ) {
    const script = SCRIPTS[conversations.length % SCRIPTS.length] ?? [];
    conversations.push(script.slice(0, left));
    left -= script.length;
  }
  return conversations;
}
