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
    moment: 'opening',
  },
  {
    id: 'moment',
    skill: 'general',
    title: { zh: '请稍等', en: 'One moment' },
    text: {
      zh: '请稍等，我查一下，马上回复您。',
      en: 'One moment, please. I am looking it up.',
    },
    intents: ['ask_fault_status', 'ask_planned_outage', 'report_payment_problem', 'ask_account_number'],
  },
  {
    id: 'long_wait',
    skill: 'general',
    title: { zh: '让您久等', en: 'Sorry for the wait' },
    text: {
      zh: '让您久等了，很抱歉。我现在就为您处理。',
      en: 'I am sorry you had to wait. I am dealing with it now.',
    },
    moods: ['impatient'],
  },
  {
    id: 'understand',
    skill: 'general',
    title: { zh: '体谅', en: 'I understand' },
    text: {
      zh: '我明白您现在很着急，换作是我也一样。我们一步一步来。',
      en: 'I understand that this is worrying. Let us take it one step at a time.',
    },
    moods: ['worried'],
  },
  {
    id: 'keep_away',
    skill: 'fault',
    title: { zh: '远离危险', en: 'Keep away' },
    text: {
      zh: '请先离开现场，至少十米以外，不要碰任何电线和设备，也提醒旁人不要靠近。',
      en: 'Please move at least ten metres away first, touch no wire or equipment, and keep others away too.',
    },
    intents: ['report_hazard'],
    moment: 'danger',
  },
  {
    id: 'anyone_hurt',
    skill: 'fault',
    title: { zh: '问有没有人受伤', en: 'Is anyone hurt' },
    text: {
      zh: '现场有没有人受伤或触电？有的话请马上打120，不要碰伤者，等电断开再施救。',
      en: 'Is anyone hurt, or has anyone had a shock? If so, call 120 at once. Do not touch them before the supply is off.',
    },
    moment: 'danger',
  },
  {
    id: 'address',
    skill: 'fault',
    title: { zh: '问详细地址', en: 'Ask for the address' },
    text: {
      zh: '请告诉我详细地址：镇街、村或小区、楼栋门牌，旁边有电杆号或台区牌也请一并发来。',
      en: 'Please tell me the exact address: town, village or estate, building and number. The number on a pole or transformer nearby helps too.',
    },
    intents: ['report_outage', 'report_hazard', 'report_power_quality', 'claim_damage'],
    needs: ['no_place'],
  },
  {
    id: 'neighbours',
    skill: 'fault',
    title: { zh: '问邻居有没有电', en: 'Ask about the neighbours' },
    text: {
      zh: '请看一下邻居家和楼道灯有没有电，这样我们能判断是您家里的问题还是外面的线路。',
      en: 'Please check whether your neighbours and the stairway lights have power. It tells us whether the fault is in your home or outside.',
    },
    intents: ['report_outage'],
    needs: ['no_ticket'],
  },
  {
    id: 'ticket_stands',
    skill: 'fault',
    title: { zh: '工单已登记', en: 'Ticket stands' },
    text: {
      zh: '您的工单号是 {ticket}，已经交给抢修调度。有进展我们会在这里告诉您。',
      en: 'Your ticket number is {ticket}, and our dispatchers have it. We will tell you here as soon as there is news.',
    },
    intents: ['report_outage', 'report_hazard', 'report_power_quality', 'report_meter'],
    needs: ['ticket'],
  },
  {
    id: 'chased',
    skill: 'fault',
    title: { zh: '已催办', en: 'Chased up' },
    text: {
      zh: '我已经为工单 {ticket} 催办，并记下了您等了多久。抢修人员的预计时间以调度通知为准，有了就告诉您。',
      en: 'I have chased up ticket {ticket} and noted how long you have been waiting. The crew’s expected time comes from dispatch; you will hear as soon as there is one.',
    },
    intents: ['ask_fault_status'],
    moods: ['impatient', 'upset'],
    needs: ['ticket'],
  },
  {
    id: 'damage_evidence',
    skill: 'fault',
    title: { zh: '电器损坏取证', en: 'Evidence of damage' },
    text: {
      zh: '请先不要修也不要扔，拍下电器铭牌、损坏处和购买凭证发来，我们会派人上门核实。',
      en: 'Please neither repair nor throw anything away yet. Send photos of the rating plate, the damage and the receipt; somebody will come and look at it.',
    },
    intents: ['claim_damage'],
  },
  {
    id: 'account_number',
    skill: 'billing',
    title: { zh: '问户号', en: 'Ask for the account number' },
    text: {
      zh: '请把户号发给我，它在电费单或缴费短信上。没有的话告诉我用电地址也可以。',
      en: 'Please send me your account number. It is on the bill or in the payment text message; the address of the supply will do too.',
    },
    intents: [
      'ask_balance',
      'ask_bill',
      'dispute_bill',
      'ask_late_fee',
      'report_payment_problem',
      'request_reconnection',
      'change_account',
      'ask_invoice',
    ],
    needs: ['no_account'],
  },
  {
    id: 'bill_check',
    skill: 'billing',
    title: { zh: '核对账单', en: 'Check the bill' },
    text: {
      zh: '我正在核对您的账单和抄表记录，核对好后把每一项说给您听。',
      en: 'I am checking your bill against the meter readings and will go through each item with you.',
    },
    intents: ['ask_bill', 'dispute_bill', 'ask_late_fee'],
  },
  {
    id: 'payment_proof',
    skill: 'billing',
    title: { zh: '要缴费凭证', en: 'Proof of payment' },
    text: {
      zh: '请发来缴费截图，看得到时间、金额和流水号就行，银行卡号请遮住。',
      en: 'Please send a screenshot of the payment with its time, amount and reference. Cover the card number.',
    },
    intents: ['report_payment_problem'],
  },
  {
    id: 'reconnect',
    skill: 'billing',
    title: { zh: '缴清后复电', en: 'Reconnection' },
    text: {
      zh: '缴清后我们会按承诺时限安排复电。缴好后请在这里告诉我，我替您盯着。',
      en: 'Once it is paid we reconnect you within the promised time. Tell me here when you have paid and I will see to it.',
    },
    intents: ['request_reconnection'],
  },
  {
    id: 'meter_check',
    skill: 'billing',
    title: { zh: '申请校表', en: 'Meter test' },
    text: {
      zh: '您可以申请校表。我为您登记，工作人员会约时间上门；结果出来会告诉您。',
      en: 'You can ask for a meter test. I will register it; somebody will arrange a visit, and you will be told the result.',
    },
    intents: ['dispute_bill', 'report_meter'],
  },
  {
    id: 'new_service',
    skill: 'general',
    title: { zh: '办理新装', en: 'New connection' },
    text: {
      zh: '办理新装需要身份证明和房屋权属证明。请告诉我用电地址和大概的用电设备，我为您登记，客户经理会联系您。',
      en: 'A new connection needs proof of identity and of the property. Tell me the address and roughly what you will run; I will register it and an adviser will call you.',
    },
    intents: ['request_new_service'],
  },
  {
    id: 'apologise',
    skill: 'complaint',
    title: { zh: '致歉', en: 'Apology' },
    text: {
      zh: '{customer}，给您添麻烦了，很抱歉。您说的情况我已经记下，工单号 {ticket}，会有专人答复您。',
      en: 'I am sorry for the trouble, {customer}. I have noted what you told me under ticket {ticket}; somebody will answer you in person.',
    },
    intents: ['complain'],
    moods: ['upset'],
    needs: ['ticket'],
  },
  {
    id: 'apologise_first',
    skill: 'complaint',
    title: { zh: '先致歉再问', en: 'Apologise and ask' },
    text: {
      zh: '给您带来这样的感受，非常抱歉。请把时间、地点和经过告诉我，我登记下来，由专人负责到底。',
      en: 'I am very sorry that you were treated this way. Please tell me when, where and what happened; I will register it, and one person will see it through.',
    },
    intents: ['complain'],
    moods: ['upset'],
    needs: ['no_ticket'],
  },
  {
    id: 'thanks',
    skill: 'complaint',
    title: { zh: '感谢表扬', en: 'Thanks for the praise' },
    text: {
      zh: '谢谢您的肯定，我会转告当事同事，他们会很高兴。',
      en: 'Thank you for saying so. I will pass it on to the colleagues, who will be glad.',
    },
    intents: ['praise'],
    moods: ['content'],
  },
  {
    id: 'anything_else',
    skill: 'general',
    title: { zh: '还有别的吗', en: 'Anything else' },
    text: {
      zh: '请问还有别的需要帮忙吗？',
      en: 'Is there anything else I can help with?',
    },
    intents: ['thank', 'affirm'],
    moment: 'closing',
  },
  {
    id: 'goodbye',
    skill: 'general',
    title: { zh: '结束', en: 'Closing' },
    text: {
      zh: '感谢您的耐心。之后有需要，随时在这里找我们。',
      en: 'Thank you for your patience. Write to us here whenever you need us.',
    },
    intents: ['thank', 'goodbye'],
    moment: 'closing',
  },
];
