import { APPLIANCES, type ApplianceId } from '../../domain/billing/appliances.ts';

/** What words say of something that is to be switched on; null where they do not say it. */
export interface SaidLoad {
  readonly appliance: ApplianceId | null;
  readonly watts: number | null;
  readonly minutes: number | null;
  readonly fromHour: number | null;
  /** kWh a time, where the words name them instead of hours. */
  readonly kwh: number | null;
  readonly timesAWeek: number | null;
  readonly count: number;
}

/** "What would the air conditioner cost me, 8 hours a day?": the load that is asked about; null where none is. Pure. */
export function loadInWords(said: string): SaidLoad | null {
  const text = said.normalize('NFKC').toLowerCase();
  if (!COSTS.test(text)) return null;
  const appliance = APPLIANCES.find((id) => NAMES[id].test(text)) ?? null;
  const load = { appliance, ...loadPartsIn(text, appliance) };
  return appliance === null && (load.watts === null || load.minutes === null) ? null : load;
}

/** The figures in words, small and in NFKC. */
export function loadPartsIn(text: string, appliance: ApplianceId | null): Omit<SaidLoad, 'appliance'> {
  return {
    watts: wattsIn(text),
    minutes: minutesIn(text),
    fromHour: fromHourIn(text, appliance),
    kwh: numberBefore(text, /(?:度(?:电|電)|kwh|千瓦时|千瓦時)/),
    timesAWeek:
      numberBefore(text, /(?:次一?(?:周|星期|礼拜|禮拜)|times (?:a|per|each) week|x (?:a|per) week)/) ?? weeklyIn(text),
    count: countIn(text),
  };
}

const COSTS =
  /多少(?:钱|錢|元|块|塊|电费|電費|费|費)|几多(?:钱|錢)|幾多錢|(?:电费|電費|要|花|费|費|多交|增加|贵|貴).{0,4}(?:多少|几多|幾多)|(?:贵|貴)(?:不贵|不貴|吗|嗎|唔)|how much|\bcosts?\b|what would|price of running/u;

const NAMES: Readonly<Record<ApplianceId, RegExp>> = {
  air_conditioner: /空调|空調|冷气|冷氣|air ?con|\ba\.?c\.?\b|aircon/u,
  electric_vehicle:
    /电动(?:汽)?车|電動(?:汽)?車|新能源(?:车|車)|电车|電車|充电桩|充電樁|给车充|給車充|\bev\b|electric (?:car|vehicle)|\btesla\b|charge (?:a|my|the|an) car/u,
  water_heater: /热水器|熱水器|热水炉|熱水爐|water heater|boiler/u,
  heater: /电暖|電暖|取暖器|暖风机|暖風機|暖炉|暖爐|heater|radiator/u,
  dehumidifier: /抽湿|抽濕|除湿|除濕|dehumidifier/u,
  washing_machine: /洗衣机|洗衣機|washing machine|washer/u,
  dryer: /烘干机|烘乾機|干衣机|乾衣機|dryer/u,
  induction_cooker: /电磁炉|電磁爐|电炉|電爐|induction|electric (?:stove|cooker|hob)/u,
  rice_cooker: /电饭|電飯|rice cooker/u,
  fridge: /冰箱|雪柜|雪櫃|fridge|refrigerator/u,
  television: /电视|電視|\btv\b|television/u,
  computer: /电脑|電腦|computer|\bpc\b|laptop/u,
  fan: /风扇|風扇|电扇|電扇|\bfans?\b/u,
};

/** One horsepower of an air conditioner, as the trade counts it. */
const WATTS_A_HORSEPOWER = 735;

function wattsIn(text: string): number | null {
  const kilowatts = numberBefore(text, /(?:千瓦(?!时|時)|kw\b(?!h))/);
  if (kilowatts !== null) return kilowatts * 1000;
  const horsepower = numberBefore(text, /(?:匹|hp\b|horsepower)/);
  if (horsepower !== null) return Math.round(horsepower * WATTS_A_HORSEPOWER);
  return numberBefore(text, /(?:瓦|w\b|watts?)/);
}

const DAY_MINUTES = 1440;

function minutesIn(text: string): number | null {
  if (/24 ?小时|24 ?小時|整天|全天|一整天|成日|all day|around the clock|day and night/u.test(text)) return DAY_MINUTES;
  const halfMore = /(?<!\d)(\d{1,4}|[一二两兩三四五六七八九十]{1,3})个?個?半(?:小时|小時|钟头|鐘頭)/u.exec(text);
  if (halfMore) return within((numberOf(halfMore[1]) + 0.5) * 60);
  if (/半(?:个|個)?(?:小时|小時|钟头|鐘頭)|half an hour/u.test(text)) return 30;
  const hours = numberBefore(text, /(?:个|個)?(?:小时|小時|钟头|鐘頭|hours?\b|hrs?\b|h\b)/);
  if (hours !== null) return within(hours * 60);
  const minutes = numberBefore(text, /(?:分钟|分鐘|minutes?\b|min\b)/);
  if (minutes !== null) return within(minutes);
  return /(?:通宵|整晚|一晚|成晚|all night|overnight|the whole night)/u.test(text) ? 8 * 60 : null;
}

function within(minutes: number): number {
  return Math.min(DAY_MINUTES, Math.max(1, Math.round(minutes)));
}

function fromHourIn(text: string, appliance: ApplianceId | null): number | null {
  const clock =
    /(?:from|at|after|between) (\d{1,2})(?::\d\d)? ?(am|pm)?|(\d{1,2})(?:点|點|:00)(?:钟|鐘)?(?:开始|開始|以后|以後|后|後|到|至)/u.exec(
      text,
    );
  if (clock) {
    const hour = Number(clock[1] ?? clock[3]) + (clock[2] === 'pm' && Number(clock[1]) < 12 ? 12 : 0);
    if (hour < 24) return hour;
  }
  if (/低谷|谷段|谷电|谷電|off-?peak|valley/u.test(text)) return 0;
  if (
    /晚上|夜里|夜裡|夜间|夜間|夜晚|半夜|睡觉|睡覺|通宵|瞓觉|at night|overnight|nights?\b|while (?:i|we) sleep/u.test(
      text,
    )
  ) {
    return appliance === 'electric_vehicle' ? 0 : 22;
  }
  if (/白天|日间|日間|日头|daytime|during the day|by day/u.test(text)) return 10;
  if (/下午|afternoon/u.test(text)) return 14;
  return /早上|上午|morning/u.test(text) ? 8 : null;
}

const EVERY_OTHER_DAY = /隔天|隔日|every other day|every second day/u;

function weeklyIn(text: string): number | null {
  const zh = /(?:每|一)(?:周|星期|礼拜|禮拜)[用开開洗充]?(\d{1,3}|[一二两兩三四五六七])次/u.exec(text);
  const times = zh ? numberOf(zh[1]) : 0;
  // No times a week is no answer to how often.
  if (times > 0) return times;
  if (/\bonce a week\b/u.test(text)) return 1;
  if (/\btwice a week\b/u.test(text)) return 2;
  if (EVERY_OTHER_DAY.test(text)) return 4;
  return /周末|週末|at (?:the )?weekends?/u.test(text) ? 2 : null;
}

function countIn(text: string): number {
  const said =
    /(?<!\d)(\d{1,3}|[两兩三四五六七八九二])(?:台|部|个空|個空|辆|輛)|\b(two|three|four|five|\d{1,3}) (?:air ?con|acs?\b|heaters|fans|evs|electric)/u.exec(
      text,
    );
  const count = said ? numberOf(said[1] ?? said[2]) : 1;
  return Number.isInteger(count) && count >= 1 && count <= 20 ? count : 1;
}

function numberBefore(text: string, unit: RegExp): number | null {
  const found = new RegExp(`${NUMBER}[ -]?${unit.source}`, 'u').exec(text);
  const number = found ? numberOf(found[1]) : Number.NaN;
  return Number.isFinite(number) && number > 0 && number <= 100_000 ? number : null;
}

const CHINESE = '零一二三四五六七八九十';
const ENGLISH: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/** Of few digits, and from its first: so that a message of nothing but digits takes no longer than another. */
const NUMBER = `((?<![\\d.])\\d{1,6}(?:\\.\\d{1,3})?|(?<![一二两兩三四五六七八九十半])[一二两兩三四五六七八九十半]{1,3}|\\b(?:${Object.keys(ENGLISH).join('|')})\\b)`;

/** Up to 99 in Chinese; NaN where it is no number. */
function numberOf(said = ''): number {
  if (/^[\d.]+$/.test(said)) return Number(said);
  const english = ENGLISH[said];
  if (english !== undefined) return english;
  const digits = said.replace(/[两兩]/gu, '二');
  if (digits === '半') return 0.5;
  const [tens = '', ones = ''] = digits.includes('十') ? digits.split('十') : ['0', digits];
  const digit = (letter: string, empty: number) =>
    letter === '' ? empty : letter === '0' ? 0 : CHINESE.indexOf(letter);
  const value = digit(tens, 1) * 10 + digit(ones, 0);
  return value < 0 ? Number.NaN : value;
}
