/** Bills as documents and the links to them, paying by a link, and card numbers that do not belong in a chat; simplified Chinese. */
export const documentsZhHans = {
  contact: (hotline: string, website: string) => `客服热线 ${hotline} · ${website}`,
  total: '电费合计',
  charges: '费用明细',
  sum: '合计',
  difference: '差额',
  legend: { now: '本期', before: '上年同月' },
  ways: '怎么缴费',
  safety: '请只在上面列出的渠道缴费。我们不会在聊天里问您的银行卡号、密码或验证码。',
  made: (date: string) => `本单 ${date}生成，仅供核对，不能代替发票。`,
  asOf: (date: string) => `计费系统暂时没有应答，内容是${date}的记录。`,
  demo: '演示数据：人物、户号和金额都是虚构的。',
  tiers: (month: string, price: string, tiers: readonly TierSpan[]) =>
    `${month}的分档：${tiers
      .map(({ from, to, surcharge }, index) => {
        const span = to === null ? `${from} 度以上` : `${from} 至 ${to} 度`;
        return `第 ${index + 1} 档 ${span}${Number(surcharge) === 0 ? `，每度 ${price} 元` : `，每度加 ${surcharge} 元`}`;
      })
      .join('；')}。`,
  offers: { pdf: '账单 PDF', image: '账单图片' },
  ready: (month: string, minutes: number) =>
    `${month}的电子账单在这里，链接 ${minutes} 分钟内有效。里面有您的用电信息，请不要转发。`,
  image: (month: string, minutes: number) => `${month}的账单图片在这里，链接 ${minutes} 分钟内有效。`,
  title: (month: string) => `${month}电子账单`,
  openPdf: '打开 PDF',
  openImage: '打开图片',
  labels: { month: '账期', until: '链接有效至' },
  pay: {
    title: '在线缴费',
    open: '去缴费页面',
    offer: '在线缴费链接',
    ready: (sum: string, minutes: number) =>
      `可以到我们的缴费页面付 ${sum}，链接 ${minutes} 分钟内有效，过期了告诉我，我再发一个。缴费只在那个页面上进行，请不要在聊天里发银行卡号。`,
    nothing: (number: string) => `户号 ${number} 现在没有要交的电费，不用缴费链接。`,
    without: '我们没有聊天里的缴费链接。可以用下面这些方式缴费：',
    notNow: '计费系统现在没有回应，看不到之后有没有缴过。为免重复缴费，暂时不发缴费链接，请过一会儿再问我。',
    labels: { amount: '金额', account: '户号', until: '有效至' },
  },
  methods: {
    title: '缴费方式',
    intro: '您可以用这些方式缴费，都要用到户号：',
    step: (number: number) => `第 ${number} 步`,
    where: '想找最近的缴费点，请告诉我您在哪里，或者发送位置。',
  },
  pages: {
    over: {
      title: '这个链接打不开',
      lines: (hotline: string) => [
        '链接可能已经过期，或者不完整。为了您的信息安全，账单链接只在短时间内有效。',
        `请回到聊天里再要一次，或者拨打客服热线 ${hotline}。`,
      ],
    },
    later: {
      title: '现在还打不开',
      lines: (hotline: string) => [
        '计费系统暂时没有应答。请过一会儿再打开这个链接。',
        `急用请拨打客服热线 ${hotline}。`,
      ],
    },
  },
  payPage: {
    order: {
      title: '演示缴费页',
      lines: ['这是演示，不会收钱，也不要填写任何银行卡信息。真正的缴费页由供电公司自己提供。'],
    },
    expired: {
      title: '缴费链接已过期',
      lines: ['请回到聊天里再要一个缴费链接。这是演示页，不会收钱。'],
    },
    invalid: {
      title: '缴费链接无效',
      lines: ['链接不完整或被改动过。请回到聊天里再要一个缴费链接。这是演示页，不会收钱。'],
    },
  },
  cardNumber: {
    warn: '请不要在聊天里发银行卡号、密码或短信验证码，我们不会向您要，聊天里也不能刷卡。您发的卡号已经遮住，只留最后四位，我们没有保存。',
    pay: '要缴费，请用下面的方式。',
  },
};

interface TierSpan {
  readonly from: number;
  /** Null for the last. */
  readonly to: number | null;
  readonly surcharge: string;
}
