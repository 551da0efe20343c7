import type { Script } from '../script.ts';

/** "Why is it so high?" */
export const explanations: readonly Script[] = [
  {
    name: 'explains a bill to whoever is verified only, against the month before and the year before',
    steps: [
      { say: '电费怎么这么贵', expect: { contains: ['16 位户号'], not: ['元'], cards: [] } },
      { account: 'demo' },
      {
        code: 'right',
        expect: {
          cards: ['bill', 'bill'],
          contains: [
            '2026年10月对比2026年9月',
            '2026年10月对比2025年10月',
            '加起来正好是差额',
            '天数',
            '每天用电',
            '账单上：第 1 档',
            '查漏电',
            '查串户',
          ],
          offers: ['登记账单核查', '看账单', '转人工'],
        },
      },
    ],
  },
  {
    name: 'explains it in English, and files a check with the analysis attached',
    steps: [
      { say: 'why is my bill so high', expect: { contains: ['16-digit'] } },
      { account: 'demo' },
      {
        code: 'right',
        expect: {
          cards: ['bill', 'bill'],
          contains: ['October 2026 against September 2026', 'Use a day', 'on the bill: Tier 1', 'Leakage:'],
          offers: ['Have this bill checked'],
        },
      },
      { choose: 'Have this bill checked', expect: { contains: ['phone number'], not: ['which month'] } },
      {
        say: '13800138000',
        expect: {
          cards: ['ticket'],
          contains: ['Analysis of the bill for October 2026', 'higher than expected'],
          ticket: { kind: 'bill_dispute', state: 'received', phone: '13800138000' },
        },
      },
    ],
  },
  {
    name: 'sets it against last year alone where that is asked',
    steps: [
      { say: '为什么比去年同月贵这么多', expect: { contains: ['户号'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], contains: ['对比2025年10月'], not: ['对比2026年9月'] } },
    ],
  },
  {
    name: 'sets it against the month before alone where that is asked',
    steps: [
      { say: 'why is my bill higher than last month?', expect: { contains: ['account number'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], contains: ['against September 2026'], not: ['October 2025'] } },
    ],
  },
  {
    name: 'explains the month that was named, with its price change and its season',
    steps: [
      { say: '五月的电费为什么这么高', expect: { contains: ['户号'] } },
      { account: 'demo' },
      {
        code: 'right',
        expect: {
          cards: ['bill', 'bill'],
          contains: ['2026年5月对比2026年4月', '电价调整', '季节分档', '200/400 度 → 260/600 度'],
        },
      },
    ],
  },
  {
    name: 'tells the hours of use of a tariff by time of use',
    steps: [
      { say: 'why is my bill so high', expect: { contains: ['account number'] } },
      { account: 'time of use' },
      { code: 'right', expect: { cards: ['bill', 'bill'], contains: ['Hours of use', 'on the bill: Peak hours'] } },
    ],
  },
  {
    name: 'tells a late fee with its line',
    steps: [
      { say: '电费为什么高了', expect: { contains: ['户号'] } },
      { account: 'late fee' },
      { code: 'right', expect: { cards: ['bill', 'bill'], contains: ['违约金 0.00 元 → ', '账单上：违约金'] } },
    ],
  },
  {
    name: 'explains before it files, where the bill on show looks wrong to its owner',
    steps: [
      { say: 'show me my bill' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], offers: ['My bill looks wrong'] } },
      {
        choose: 'My bill looks wrong',
        expect: { cards: ['bill', 'bill'], contains: ['Where the difference', 'What you can check'] },
      },
      { choose: 'Talk to a person', expect: { session: 'queued' } },
    ],
  },
  {
    name: 'files a dispute as it is told, with the analysis where the customer is verified',
    steps: [
      { say: '查账单' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
      { say: '账单不对，读数抄错了，我要求核查', expect: { contains: ['联系电话'] } },
      {
        choose: '跳过',
        expect: { cards: ['ticket'], contains: ['2026年10月账单分析'], ticket: { kind: 'bill_dispute' } },
      },
    ],
  },
  {
    name: 'files a dispute without an account too, and attaches nothing then',
    steps: [
      { say: '账单不对，读数抄错了，我要求核查' },
      { choose: '跳过' },
      { choose: '跳过', expect: { cards: ['ticket'], not: ['账单分析'], ticket: { kind: 'bill_dispute' } } },
    ],
  },
  {
    name: 'is interrupted by a fault in the middle and explains afterwards',
    steps: [
      { say: '这个月电费怎么涨了这么多', expect: { contains: ['户号'] } },
      { say: '对了，计划停电是什么时候？寮步', expect: { contains: ['寮步'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill', 'bill'], contains: ['要到下个月 1 日才出'] } },
    ],
  },
  {
    name: 'says nothing of a bill after a wrong code',
    steps: [
      { say: 'why is it so high?' },
      { account: 'other' },
      { code: 'wrong', expect: { not: ['¥'], cards: [] } },
      { say: 'cancel', expect: { contains: ['stopped that'] } },
    ],
  },
  {
    name: 'explains in traditional characters, picture and notes too',
    steps: [
      { say: '我想知道這個月的電費為什麼這麼貴', expect: { contains: ['核實身份'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill', 'bill'], contains: ['差額是怎麼來的', '賬單上', '查漏電'] } },
    ],
  },
  {
    name: 'does not take a bill that has not come for one that is too high',
    steps: [
      { say: '查账单' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
      {
        say: '为什么这个月账单还没出',
        expect: { cards: ['bill'], contains: ['要到下个月 1 日才出'], not: ['差额是怎么来的'] },
      },
    ],
  },
  {
    name: 'goes on to another month, and back to the bill itself',
    steps: [
      { say: 'why is my August bill so high' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill', 'bill'], contains: ['August 2026 against July 2026'] } },
      {
        say: 'and why was July so high?',
        expect: { cards: ['bill', 'bill'], contains: ['July 2026 against June 2026'] },
      },
      { choose: 'My bill', expect: { cards: ['bill'], contains: ['Bill for'] } },
    ],
  },
  {
    name: 'explains before a dispute is called off, and nothing is filed',
    steps: [
      { say: '电费太高了，为什么' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill', 'bill'] } },
      { choose: '登记账单核查', expect: { contains: ['联系电话'] } },
      { say: '算了，不用了', expect: { contains: ['已经停下'], ticket: null } },
    ],
  },
  {
    name: 'explains in lines where a channel shows text alone, and takes a number for the choice',
    textOnly: true,
    steps: [
      { say: 'why is my bill so high' },
      { account: 'demo' },
      { code: 'right', expect: { contains: ['Use a day', 'on the bill: Tier 1', 'What you can check'] } },
      { say: '1', expect: { contains: ['phone number'] } },
      { say: 'skip', expect: { contains: ['ticket number'], ticket: { kind: 'bill_dispute' } } },
    ],
  },
];
