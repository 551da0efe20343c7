import type { SiteStrings } from './site-strings.ts';

export const zhHans: SiteStrings = {
  locale: 'zh-Hans',
  otherLanguage: 'English',
  title: '示范供电 · 在线服务（演示）',
  skip: '跳到主要内容',
  name: '示范供电',
  demoRibbon: '演示网站：公司、客户和数据都是虚构的。真有电力紧急情况，请联系当地供电企业。',
  hotline: '95598',
  nav: { faults: '故障报修', bills: '电费', outages: '停电计划', safety: '用电安全' },
  hero: {
    title: ['停电了？', '说一声就行。'],
    text: '不用选菜单，不用等电话。像平时说话一样写下来，我们当场登记、派人，并告诉您接下来会怎样。',
    report: { label: '报修故障', say: '我要报修，没电了' },
    ask: { label: '在线咨询' },
    picture: '傍晚的小镇：一排房子亮着灯，电线从铁塔一路接到屋檐，抢修车停在最后一根电杆旁。',
  },
  services: {
    title: '您想办什么',
    text: '点一下，助手就接着往下办。',
    items: [
      {
        id: 'faults',
        title: '故障报修',
        text: '没电、电压不稳、线路或设备损坏，说清在哪里就行。',
        offer: { label: '我要报修', say: '我要报修' },
      },
      {
        id: 'progress',
        title: '抢修进度',
        text: '已经报过修？查一查工单走到哪一步了。',
        offer: { label: '查进度', say: '我报的故障处理得怎么样了' },
      },
      {
        id: 'bills',
        title: '电费账单',
        text: '余额、账单明细、用电量走势，核对户号后就能看到。',
        offer: { label: '查电费', say: '查一下我的电费账单' },
      },
      {
        id: 'pay',
        title: '哪里交费',
        text: '按地名或您的位置找最近的网点，附营业时间和导航。',
        offer: { label: '找网点', say: '附近哪里可以交电费' },
      },
      {
        id: 'outages',
        title: '停电计划',
        text: '提前知道哪天、几点、哪一片要停电检修。',
        offer: { label: '查停电计划', say: '最近有停电计划吗' },
      },
      {
        id: 'person',
        title: '人工服务',
        text: '想和人说？随时转接，排第几位一直看得到。',
        offer: { label: '转人工', say: '转人工' },
      },
    ],
  },
  promises: {
    title: '报修之后',
    text: '承诺时限取自公开发布的供电服务标准，演示环境按此计时。',
    items: [
      { figure: '45', unit: '分钟', text: '城区平均到达现场' },
      { figure: '90', unit: '分钟', text: '农村平均到达现场' },
      { figure: '7', unit: '天', text: '计划停电提前公告' },
    ],
  },
  safety: {
    title: '看到电线断落、冒火花、有人触电',
    text: '先保证人的安全，再报修。',
    lines: [
      '离断落的电线至少 10 米，双脚并拢小步离开。',
      '不要碰触电的人，先断电源。',
      '电器起火先拉总闸，不要用水浇；火势大请拨打 119。',
    ],
    call: '拨打 95598',
    chat: { label: '在线上报险情', say: '我要报告用电险情' },
  },
  footer: {
    text: '示范供电是虚构的公司，用来展示 Switchboard 客服系统。',
    desk: '客服工作台',
  },
  demo: {
    title: '演示助手',
    phoneTitle: '演示手机收到的短信',
    noMessages: '还没有短信。查电费时，验证码会显示在这里。',
    account: '可用来试的户号',
    phone: '登记的手机号',
    copy: '复制',
    copied: '已复制',
    desk: '打开客服工作台',
    sign: '工作台登录',
  },
};
