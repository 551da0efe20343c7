import { expect } from 'chai';
import { INTENTS, type Intent } from '../../domain/intent.ts';
import { type BotWords, botWords } from '../../strings/bot/bot-words.ts';
import { ConversationRig } from '../support/conversation-rig.ts';

/** A sentence that a customer would say, for everything that a customer may want. */
const SENTENCES: Readonly<Record<Intent, { readonly zh: string; readonly en: string }>> = {
  report_outage: { zh: '我家停电了', en: 'There is a power cut at my house' },
  report_power_quality: { zh: '家里的灯一闪一闪的，电压不稳', en: 'my lights keep flickering' },
  report_hazard: { zh: '门口电线杆在冒火花', en: 'a pole outside my house is sparking' },
  report_meter: { zh: '电表不走了', en: 'My meter display is blank' },
  claim_damage: {
    zh: '停电把我的冰箱弄坏了，我要求赔偿',
    en: 'The power cut ruined my fridge and I want compensation',
  },
  ask_fault_status: { zh: '我昨天报的修到哪一步了', en: "what's the status of my repair ticket" },
  ask_planned_outage: { zh: '明天会停电吗', en: 'is there a planned outage tomorrow' },
  ask_balance: { zh: '我还欠多少电费', en: 'how much do I owe' },
  ask_bill: { zh: '我要看上个月的账单', en: 'show me my bill' },
  dispute_bill: { zh: '这个月电费怎么这么高，是不是算错了', en: 'my bill is way too high this month' },
  ask_tariff: { zh: '电费多少钱一度', en: 'what is the price per kWh' },
  ask_late_fee: { zh: '违约金怎么算', en: 'how is the late fee calculated' },
  ask_payment_methods: { zh: '怎么交电费', en: 'how can I pay my bill' },
  find_payment_location: { zh: '附近哪里可以交电费', en: 'where can I pay in person' },
  report_payment_problem: { zh: '交了电费没到账', en: 'I paid but it has not been credited' },
  ask_invoice: { zh: '我要开电费发票', en: 'I need an invoice for October' },
  request_reconnection: { zh: '欠费停电，钱已经交了，请帮我复电', en: 'I paid the arrears, please reconnect my power' },
  request_new_service: { zh: '我想申请安装充电桩', en: 'I want to install solar panels' },
  change_account: { zh: '我想把户名过户给我儿子', en: 'I want to change the name on my account' },
  ask_account_number: { zh: '户号在哪里看', en: 'where do I find my account number' },
  talk_to_agent: { zh: '转人工', en: 'I want to talk to a person' },
  complain: { zh: '我要投诉你们的服务态度', en: 'I want to make a complaint' },
  praise: { zh: '我要表扬昨天来的抢修师傅', en: 'I want to praise the repair crew who came yesterday' },
  suggest: { zh: '我有个建议，能不能在小区门口开一个缴费点', en: 'I suggest you open a payment point in our estate' },
  ask_promotion: { zh: '最近有什么优惠活动吗', en: 'are there any discounts at the moment?' },
  ask_saving_tips: { zh: '怎么省电', en: 'how can I use less electricity' },
  ask_safety_advice: { zh: '雷雨天用电要注意什么', en: 'Is it safe to use an extension cord outdoors' },
  greet: { zh: '您好', en: 'hello' },
  thank: { zh: '谢谢', en: 'thank you' },
  goodbye: { zh: '再见', en: 'goodbye' },
  affirm: { zh: '好的', en: 'yes' },
  deny: { zh: '不是', en: 'no' },
  cancel: { zh: '算了', en: 'never mind' },
  help: { zh: '你能做什么', en: 'what can you do' },
  repeat: { zh: '再说一遍', en: 'say that again please' },
  out_of_scope: { zh: '今天股票涨了吗', en: 'who won the football match' },
};

/** What has no words of the utility's own: the bot's first words on it. */
const FIRST_WORDS: Readonly<Partial<Record<Intent, (words: BotWords) => string>>> = {
  report_outage: (words) => words.fault.ask.danger,
  report_power_quality: (words) => words.fault.ask.danger,
  report_hazard: (words) => words.safety.title,
  ask_fault_status: (words) => words.ticket.askNumber,
  ask_planned_outage: (words) => words.planned.ask,
  ask_promotion: (words) => words.money.campaigns.beware,
  ask_balance: (words) => words.verify.ask.account_number(16),
  ask_bill: (words) => words.verify.ask.account_number(16),
  // "So high" asks for an explanation, which is for the account's owner.
  dispute_bill: (words) => words.verify.ask.account_number(16),
  find_payment_location: (words) => words.places.ask,
  talk_to_agent: (words) => words.person.queued,
  greet: (words) => words.greet.hello('').slice(0, 3),
  thank: (words) => words.greet.thanks,
  goodbye: (words) => words.greet.goodbye,
  affirm: (words) => words.greet.affirmed,
  deny: (words) => words.greet.denied,
  cancel: (words) => words.common.nothingToCancel,
  repeat: (words) => words.common.repeatNothing,
};

describe('every intent has a real answer', () => {
  let rig: ConversationRig;

  before(async function () {
    this.timeout(60_000);
    rig = await ConversationRig.open();
  });

  after(() => rig.close());

  for (const intent of INTENTS) {
    for (const [language, reply] of [
      ['zh', 'zh-Hans'],
      ['en', 'en'],
    ] as const) {
      it(`${intent} in ${language}: ${SENTENCES[intent][language]}`, async () => {
        const words = botWords(reply);
        const conversation = await rig.begin();
        const answers = await conversation.say(SENTENCES[intent][language]);
        const said = answers.map(({ text }) => text).join('\n');
        const first = FIRST_WORDS[intent]?.(words) ?? (await rig.services.content.answer(intent, reply));
        for (const fallback of Object.values(words.clarify)) expect(said).to.not.include(fallback);
        expect(said).to.include(first);
      });
    }
  }
});
