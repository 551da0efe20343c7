/** What the bot tells customers without being asked, in simplified Chinese. */
export const noticesZhHans = {
  head: (number: string, place: string | null) => `您报的${place === null ? '' : `${place}的`}故障（工单 ${number}）：`,
  accepted: '已经受理，有人在跟进。',
  crew: '已经派抢修班组。',
  restored: '已经恢复供电。',
  repaired: '已经处理好。',
  resumed: '之前告诉您已经恢复，实际还没有修好，抢修仍在继续。抱歉。',
  etaChanged: '恢复时间有变动。',
  etaWithdrawn: '之前说的恢复时间不再算数，新的时间还没有评估出来，有了会告诉您。',
  sources: { control_centre: '调度中心', standard: '服务标准' } as Readonly<Record<string, string>>,
  otherSource: '抢修系统',
  ask: { back: '您家来电了吗？', repaired: '现在正常了吗？' },
  offers: {
    back: '来电了',
    out: '还没来电',
    fine: '正常了',
    notFine: '还不正常',
    atNight: '夜里也告诉我',
  },
  thanks: (number: string) => `好的，已经记在工单 ${number} 上。谢谢您告诉我们。`,
  nested: (former: string, number: string) =>
    `抱歉还没有恢复。我已经为您接着登记，新的工单号是 ${number}（接工单 ${former}），马上再派人查。有进展会告诉您。`,
  nestedWords: (former: string) => `工单 ${former} 修复后，客户说还没有恢复。`,
  answered: '这个问题您已经回答过了，谢谢。',
  atNight: '好的，夜里有进展也会告诉您。',
};

/** What accounts registered for life support are told and asked, and their callers too. */
export const lifeSupportZhHans = {
  check: (address: string, minutes: number) =>
    `您登记过有人靠设备维持生命。${address}可能正在停电。请先用备用电源，必要时拨打急救电话。您那里安全吗？${minutes} 分钟内没有回复，同事会打电话给您。`,
  offers: { safe: '安全，有备用电源', help: '需要帮助' },
  safe: '好的，已经记下。情况有变请马上告诉我。',
  help: (ambulance: string) => `已经请同事马上打电话给您。有生命危险请立即拨打 ${ambulance}。`,
  sms: ({ utility, minutes, hotline }: { utility: string; minutes: number; hotline: string }) =>
    `【${utility}】您的用电地址可能正在停电，您登记过有人靠设备维持生命。请先用备用电源。${minutes} 分钟内会有人打电话给您。着急请打 ${hotline}。`,
  task: {
    unanswered: (name: string) => `生命支持用户停电，短信未回复，请马上致电 ${name}，确认安全后关闭。`,
    asked: (name: string) => `生命支持用户停电并请求帮助，请马上致电 ${name}，确认安全后关闭。`,
  },
};
