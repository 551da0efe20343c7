/** Requests of a customer who is known: invoices, another phone or address; simplified Chinese. */
export const requestsZhHans = {
  invoice: {
    title: '电子发票申请',
    readBack: '开票信息',
    labels: { bill: '账单', kind: '抬头类型', title: '抬头', taxNumber: '税号', email: '接收邮箱' },
    ask: {
      kind: (month: string, sum: string) =>
        `为${month}的电费 ${sum}开电子发票。抬头开个人还是单位？想开别的月份，请直接说月份。`,
      personalTitle: '请告诉我发票抬头上的姓名。',
      companyTitle: '请告诉我单位全称，和营业执照上的一致。',
      taxNumber: '请告诉我单位的税号（18 位统一社会信用代码）。',
      taxNumberAgain: '请对照营业执照，再发一次 18 位税号。',
      email: '发票发到哪个邮箱？',
      emailAgain: '请再发一次邮箱地址，例如 name@example.com。',
      confirm: '请核对开票信息，没问题就确认提交。要改哪一项，直接说新的内容也可以。',
    },
    offers: {
      personal: '个人',
      company: '单位',
      confirm: '确认提交',
      title: '改抬头',
      taxNumber: '改税号',
      email: '改邮箱',
      cancel: '不开了',
    },
    wrongLength: (length: number) => `税号应该是 18 位，您发的是 ${length} 位。`,
    wrongSign: (sign: string) => `税号里不会有“${sign}”，请看看是不是和数字混了（字母 O 和数字 0，字母 I 和数字 1）。`,
    wrongCheck: '这个税号的校验位不对，应该有一位写错了。',
    wrongEmail: '这个邮箱地址不完整。',
    stands: (number: string) => `这期账单的发票已经申请过了，工单号 ${number}，不会重复开。要更正，请找工作人员。`,
    noBill: '没有这个月的账单，开不了发票。',
    unreachable: '现在查不到账单，先不能登记开票。请过一会儿再试，或者找工作人员。',
    next: '工作人员核对后开票，发到您的邮箱。',
  },
  contact: {
    title: '变更联系资料',
    readBack: '请核对',
    labels: { account: '户号', phone: '新的联系手机', address: '新的通讯地址' },
    ask: {
      kind: '要改联系手机，还是通讯地址？',
      phone: '请告诉我新的手机号（11 位）。',
      phoneAgain: '没有认出手机号。请发 11 位的手机号码。',
      address: '请告诉我新的通讯地址，写到门牌和房号。用电地址本身不会变。',
      addressAgain: '请把地址写完整，例如“东莞市寮步镇香市路 8 号 3 栋 302”。',
      confirm: '请逐个核对，没错就确认提交。',
    },
    offers: { phone: '联系手机', address: '通讯地址', confirm: '确认提交', change: '要改一下', cancel: '不改了' },
    sms: ({ utility, what, number, hotline }: ContactSms) =>
      `【${utility}】您的用电账户刚申请更改“${what}”，工单号 ${number}，核实后才会生效。如果不是您本人申请，请马上拨打 ${hotline}。`,
    next: '工作人员核实后办理，办好之前原来的资料不变。',
    told: '为了安全，我们给登记的手机发了一条短信提醒。',
  },
};

interface ContactSms {
  readonly utility: string;
  readonly what: string;
  readonly number: string;
  readonly hotline: string;
}
