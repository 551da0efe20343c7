import type { CannedReply } from './canned-reply.ts';

/**
 * What agents say again and again, in the customer's language. Variables stand in braces: customer, agent, utility,
 * ticket. Restoration times are not among them: nobody promises one from a list.
 */
export const CANNED_REPLIES: readonly CannedReply[] = [
  {
    id: 'greet',
    skill: 'general',
    title: { zh: '开场', en: 'Opening' },
    text: {
      zh: '您好，我是{utility}的{agent}，前面的对话我已经看过，由我接着为您处理。',
      en: 'Hello, this is {agent} at {utility}. I have read what you wrote so far and will take it from here.',
    },
  },
  {
    id: 'moment',
    skill: 'general',
    title: { zh: '请稍等', en: 'One moment' },
    text: { zh: '请稍等，我查一下，马上回复您。', en: 'One moment, please. I am looking it up.' },
  },
  {
    id: 'address',
    skill: 'fault',
    title: { zh: '问详细地址', en: 'Ask for the address' },
    text: {
      zh: '请告诉我详细地址：镇街、村或小区、楼栋门牌，旁边有电杆号或台区牌也请一并发来。',
      en: 'Please tell me the exact address: town, village or estate, building and number. The number on a pole or transformer nearby helps too.',
    },
  },
  {
    id: 'ticket_stands',
    skill: 'fault',
    title: { zh: '工单已登记', en: 'Ticket stands' },
    text: {
      zh: '您的工单号是 {ticket}，已经交给抢修调度。有进展我们会在这里告诉您。',
      en: 'Your ticket number is {ticket}, and our dispatchers have it. We will tell you here as soon as there is news.',
    },
  },
  {
    id: 'keep_away',
    skill: 'fault',
    title: { zh: '远离危险', en: 'Keep away' },
    text: {
      zh: '请先离开现场，至少十米以外，不要碰任何电线和设备，也提醒旁人不要靠近。',
      en: 'Please move at least ten metres away first, touch no wire or equipment, and keep others away too.',
    },
  },
  {
    id: 'bill_check',
    skill: 'billing',
    title: { zh: '核对账单', en: 'Check the bill' },
    text: {
      zh: '我正在核对您的账单和抄表记录，核对好后把每一项说给您听。',
      en: 'I am checking your bill against the meter readings and will go through each item with you.',
    },
  },
  {
    id: 'apologise',
    skill: 'complaint',
    title: { zh: '致歉', en: 'Apology' },
    text: {
      zh: '{customer}，给您添麻烦了，很抱歉。您说的情况我已经记下，工单号 {ticket}，会有专人答复您。',
      en: 'I am sorry for the trouble, {customer}. I have noted what you told me under ticket {ticket}; somebody will answer you in person.',
    },
  },
  {
    id: 'anything_else',
    skill: 'general',
    title: { zh: '还有别的吗', en: 'Anything else' },
    text: { zh: '请问还有别的需要帮忙吗？', en: 'Is there anything else I can help with?' },
  },
  {
    id: 'goodbye',
    skill: 'general',
    title: { zh: '结束', en: 'Closing' },
    text: {
      zh: '感谢您的耐心。之后有需要，随时在这里找我们。',
      en: 'Thank you for your patience. Write to us here whenever you need us.',
    },
  },
];
