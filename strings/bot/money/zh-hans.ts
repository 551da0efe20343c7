import type { Comparison } from '../../../domain/billing/explain/compare-bills.ts';
import type { Cause } from '../../../domain/billing/explain/explain-bill.ts';

/** What the bot says about money beyond balance and bill, in simplified Chinese. */
export const moneyZhHans = {
  explain: {
    higher: ({ month, sum, than, difference }: Compared) => `${month}电费 ${sum}，比${than}多 ${difference}。`,
    lower: ({ month, sum, than, difference }: Compared) => `${month}电费 ${sum}，比${than}少 ${difference}。`,
    same: ({ month, sum, than }: Compared) => `${month}电费 ${sum}，和${than}一样多。`,
    mainly: (cause: string, amount: string) => `影响最大的是${cause}（${amount}）。`,
    addsUp: '下面每一项都标了账单上对应的行，加起来正好是差额。',
    noneBefore: (month: string) => `没有${month}的账单，没法和它比。`,
    noneAtAll: '更早的账单还没有，没法比较。',
    title: (month: string, than: string) => `${month}对比${than}`,
    picture: '差额是怎么来的',
    causes: {
      days: '天数',
      usage: '每天用电',
      tier: '阶梯加价',
      season: '季节分档',
      time_of_use: '用电时段',
      tariff: '电价调整',
      estimate: '估抄补算',
      late_fee: '违约金',
      correction: '账单更正',
      unexplained: '待核实',
    } as Readonly<Record<Cause, string>>,
    notes: {
      days: ({ before, now }: Comparison) => `计费 ${before.days} 天 → ${now.days} 天`,
      usage: ({ before, now }: Comparison) => `每天 ${tenths(before.dailyTenths)} 度 → ${tenths(now.dailyTenths)} 度`,
      tier: ({ now }: Comparison) => `超过 ${now.limits.join('、')} 度的部分要加价`,
      season: ({ before, now }: Comparison) => `分档界线 ${before.limits.join('/')} 度 → ${now.limits.join('/')} 度`,
      time_of_use: ({ before, now }: Comparison) =>
        before.peakPercent === null || now.peakPercent === null
          ? '各时段用电的比例变了'
          : `高峰用电占比 ${before.peakPercent}% → ${now.peakPercent}%`,
      tariff: ({ before, now }: Comparison) =>
        before.basePrice === now.basePrice
          ? '计费期间内电价有变动'
          : `基准电价 ${before.basePrice} 元 → ${now.basePrice} 元`,
      estimate: ({ before, now }: Comparison) =>
        [
          ...(now.shiftKwh === 0
            ? []
            : [`本期因估抄${now.shiftKwh > 0 ? '多' : '少'}算了约 ${Math.abs(now.shiftKwh)} 度`]),
          ...(before.shiftKwh === 0
            ? []
            : [
                `${monthOf(before.period)}因估抄${before.shiftKwh > 0 ? '多' : '少'}算了约 ${Math.abs(before.shiftKwh)} 度`,
              ]),
        ].join('，'),
      late_fee: ({ before, now }: Comparison) => `违约金 ${yuan(before.lateFeeFen)} → ${yuan(now.lateFeeFen)}`,
      correction: () => '以前算错的在这里补回或退还',
      unexplained: () => '按公布的电价算不出这一项，建议登记核查',
    } as Readonly<Record<Cause, (comparison: Comparison) => string>>,
    onBill: (lines: readonly string[]) => `账单上：${lines.join('、')}`,
    labels: { before: '上期', beforeYear: '去年同月', now: '本期' },
    /** YYYY-MM, for the narrow column of names in the picture. */
    monthOf: (period: string) => monthOf(period),
    signed: (fen: number) => `${fen < 0 ? '-' : '+'}${yuan(Math.abs(fen))}`,
    alt: (steps: readonly { label: string; amount: string }[]) =>
      steps.map(({ label, amount }) => `${label} ${amount}`).join('，'),
    estimatedNow: '这一期的读数是估抄的，下次实抄后会自动多退少补。',
    checks: {
      intro: '您可以自己查一查：',
      reading: (reading: number) => `看电表：现在的读数应该比 ${reading} 大。比它小，就是账单抄错了，请马上告诉我。`,
      appliances: '想想这段时间空调、热水器、电暖器是不是开得更久，家里是不是多了人或新电器。',
      like: ({ dailyTenths, minutes, watts }: LikeCooling) =>
        `每天多出的 ${tenths(dailyTenths)} 度，相当于 ${watts} 瓦的空调每天多开${hours(minutes)}。`,
      leakage: '查漏电：关掉家里所有电器，电表的脉冲灯还在闪，就可能有漏电，请电工检查，不要自己拆。',
      neighbours: '查串户：拉下自家总开关，电表不应再走；如果邻居家因此停电，可能有人接在您的表上。',
      hours: '把洗衣、热水、充电这些放到低谷时段。',
      lateFee: '按时交费就没有违约金，可以办银行代扣。',
    },
    offers: { check: '登记账单核查' },
    analysis: {
      title: (month: string) => `${month}账单分析`,
      method: '分析方法：按各项变化的所有先后顺序取平均（Shapley），各项之和等于差额。',
      attached: '已附',
      details: (month: string) => `${month}的电费比预想的高，请核查。`,
    },
  },
  whatIf: {
    title: (name: string) => `${name}一个月的电费`,
    perMonth: (sum: string) => `${sum}/月`,
    own: ({ name, sum, month, kwh }: { name: string; sum: string; month: string; kwh: number }) =>
      `按您的电价，在${month}用 ${kwh} 度的基础上，${name}一个月大约多 ${sum}。`,
    range: (name: string, least: string, most: string) =>
      `${name}一个月大约多 ${least}到 ${most}：没有别的用电时是 ${least}，已经用到最高一档时是 ${most}。`,
    one: (name: string, sum: string) => `${name}一个月大约多 ${sum}。`,
    atNight: (hour: number, sum: string) => `放到低谷时段（${hour} 点起）用，只要 ${sum}。`,
    onHours: ({ sum, fromHour }: { sum: string; fromHour: number | null }) =>
      `如果是峰谷电价${fromHour === null ? '' : `，并且从 ${fromHour} 点开始用`}，这部分只要 ${sum}（峰谷电价白天更贵，是否合算要看全家用电）。`,
    something: '这个电器',
    several: (count: number, name: string) => `${count} 台${name}`,
    labels: { power: '功率', time: '使用', base: '其他用电' },
    power: (watts: number, assumed: boolean) => `${watts} 瓦${assumed ? '（一般值）' : ''}`,
    time: ({ minutes, timesAWeek, fromHour, assumed }: LoadTime) =>
      [
        timesAWeek === 7 ? '每天' : `每周 ${timesAWeek} 天，每次`,
        ` ${minutes % 30 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`}`,
        fromHour === null ? '' : `，从 ${fromHour} 点起`,
        assumed ? '（一般值）' : '',
        '，按 30 天算',
      ].join(''),
    base: (month: string, kwh: number) => `${month} ${kwh} 度`,
    noBase: '未计入',
    offers: { own: '按我家的用电算', saving: '怎么省电' },
  },
  advice: {
    title: '您的用电',
    atRate: (month: string, dailyTenths: number) => `按${month}每天 ${tenths(dailyTenths)} 度的速度，`,
    tierBegins: (tier: number, date: string) => `第 ${tier} 档从${date}开始`,
    noTier: (tier: number, month: string) => `${month}不会进入第 ${tier} 档`,
    stop: '。',
    comma: '，',
    base: (month: string, dailyTenths: number) =>
      `底数：一年里用得最少的是${month}，每天 ${tenths(dailyTenths)} 度，大多是一直开着的电器，像冰箱、路由器和待机。`,
    season: ({ month, dailyTenths, kwh, sum }: SeasonUse) =>
      `季节：用得最多的是${month}，每天 ${tenths(dailyTenths)} 度。一年比底数多用 ${kwh} 度，按现在的电价是 ${sum}，主要是空调和取暖。`,
    saving: (sum: string) => `每天少用 1 度，一个月（30 天）能省 ${sum}。`,
    hours: (yuanPerKwh: string) => `每 1 度电从高峰移到低谷，省 ${yuanPerKwh} 元。`,
    daily: (dailyTenths: number) => `每天 ${tenths(dailyTenths)} 度`,
    labels: { base: '最少', top: '最多' },
    offers: { mine: '看我家的用电', appliances: '节电窍门' },
  },
  campaigns: {
    title: '优惠活动',
    found: (count: number) => `现在和接下来有 ${count} 项活动，适合您的排在前面：`,
    beware: '请留意：我们不会通过陌生链接或电话要您转账领奖。',
    dates: (from: string, until: string) => `${from}至${until}`,
    ahead: (dates: string) => `${dates}（还没开始）`,
    labels: { what: '内容', dates: '时间', who: '对象', you: '您' },
    fits: { eligible: '符合条件', not_eligible: '目前不符合条件' },
  },
  arrears: {
    feeOf: (month: string) => `${month}账单的违约金（到今天）`,
    times: (sum: string, days: number, rate: string) => `${sum} × ${days} 天 × 每天 ${rate}`,
    dueOn: (date: string) => `最后缴费日 ${date}`,
    rule: ({ overdueDays, noticeFrom, noticeTo, minutes }: CutRule) =>
      `规定：逾期超过 ${overdueDays} 天、经催缴仍未交的才可能停电；停电前 ${noticeFrom} 至 ${noticeTo} 天书面通知，停电前 ${minutes} 分钟再通知一次。`,
    notBefore: (date: string, days: number) => `${date}以前不会因为欠费停电，还有 ${days} 天。`,
    mayBeCut: (date: string) => `从${date}起已经可能停电，请早些交清，或者申请缓交。`,
    backBy: (time: string) => `钱已到账，最晚 ${time} 恢复供电。过了时间还没来电，请直接告诉我。`,
    back: (hours: number) => `停电后，交清欠费和违约金，${hours} 小时内恢复供电。`,
    planFirst: '缓交和分期要由工作人员核实后答复；答复之前违约金照常计算，我先为您登记。',
    offers: { plan: '申请缓交或分期', mine: '看我的欠费和违约金' },
  },
  binding: {
    consent: (number: string, days: number) =>
      `绑定后，${days} 天内在这个聊天账号里查户号 ${number} 的余额、账单和用电，不用再验证。改电话这类事项仍要验证码。能打开您这个聊天账号的人也看得到。登记的手机变了，绑定就失效；随时说“解除绑定”也可以取消。要绑定吗？`,
    begun: (days: number) => `已绑定，${days} 天内有效。随时可以说“解除绑定”。`,
    declined: '好的，没有绑定。下次查账户资料还是用验证码。',
    ended: '绑定已经解除。下次查账户资料要重新验证。',
    none: '这个聊天账号没有绑定户号。',
    listed: ({ number, since, until }: { number: string; since: string; until: string }) =>
      `这个聊天账号绑定了户号 ${number}，${since}绑定，到${until}为止。`,
    notHere: '在这里不能绑定：浏览器里分不清下次来的还是不是您。绑定只在聊天应用里可以用。',
    offer: '以后在这个聊天里查这个户号，可以不用再验证。',
    offers: { bind: '下次不用再验证', unbind: '解除绑定', yes: '同意绑定', no: '不绑定' },
  },
  system: {
    oneMoment: '请稍等，计费系统回得慢。查到了马上告诉您，这期间您可以接着说别的。',
    stillAsking: '还在查，查到了马上告诉您。',
    asOf: (time: string) => `计费系统现在没有回应。以下是截至 ${time} 的记录，之后的缴费和变动不在里面。`,
    unreachable: '计费系统现在没有回应，我查不到您的账户记录，也不会估一个数字给您。请过几分钟再查，或者转人工。',
    again: '再查一次',
  },
  evidence: {
    owed: (sum: string, fee: string) => `欠费情况：共 ${sum}，其中违约金 ${fee}`,
    title: '缴费记录',
    payment: ({ date, sum, method, month }: Paid) => `- ${date} ${sum}，${method}${month ? `，用于${month}账单` : ''}`,
    open: (month: string, sum: string) => `- ${month}账单还有 ${sum}未缴`,
    none: '- 没有入账的缴费',
    twice: (sum: string) => `- 同一账单有两笔相同金额：${sum}`,
  },
};

interface SeasonUse {
  readonly month: string;
  readonly dailyTenths: number;
  readonly kwh: number;
  readonly sum: string;
}

interface CutRule {
  readonly overdueDays: number;
  readonly noticeFrom: number;
  readonly noticeTo: number;
  readonly minutes: number;
}

interface LoadTime {
  readonly minutes: number;
  readonly timesAWeek: number;
  /** Null where the hour makes no difference. */
  readonly fromHour: number | null;
  readonly assumed: boolean;
}

interface LikeCooling {
  readonly dailyTenths: number;
  readonly minutes: number;
  readonly watts: number;
}

interface Paid {
  readonly date: string;
  readonly sum: string;
  readonly method: string;
  readonly month: string | null;
}

interface Compared {
  readonly month: string;
  readonly sum: string;
  readonly than: string;
  readonly difference: string;
}

/** YYYY-MM. */
function monthOf(period: string): string {
  return `${period.slice(0, 4)}年${Number(period.slice(5))}月`;
}

function hours(minutes: number): string {
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `${whole > 0 ? ` ${whole} 小时` : ''}${rest > 0 ? ` ${rest} 分钟` : ''}`;
}

function tenths(value: number): string {
  return (value / 10).toFixed(1);
}

function yuan(fen: number): string {
  return `${(fen / 100).toFixed(2)} 元`;
}
