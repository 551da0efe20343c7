import type { Script } from '../script.ts';

export const smallTalk: readonly Script[] = [
  {
    name: 'greets in Chinese and offers what it can do',
    steps: [
      {
        say: '您好',
        expect: { contains: ['东莞示范供电公司'], offers: ['停电报修', '查电费', '找缴费点', '计划停电', '转人工'] },
      },
    ],
  },
  {
    name: 'greets in English',
    steps: [
      { say: 'hello', expect: { contains: ['Dongguan Demo Electric'], offers: ['Report a power cut', 'My bill'] } },
    ],
  },
  {
    name: 'greets who opens the widget in the language of the browser, without opening a session',
    language: 'en',
    steps: [{ event: 'join', expect: { contains: ['Hello, this is customer service'] } }],
  },
  {
    name: 'greets only once at length',
    steps: [
      { event: 'join', expect: { contains: ['您好，这里是'] } },
      { say: '你好', expect: { contains: ['我在'], not: ['这里是'] } },
    ],
  },
  {
    name: 'says what it can do',
    steps: [
      { say: '你能做什么', expect: { contains: ['缴费点', '计划停电', '投诉'] } },
      { say: 'what can you do', expect: { contains: ['I can help you to'] } },
    ],
  },
  {
    name: 'follows the language of the customer from message to message',
    steps: [
      { say: '您好', expect: { contains: ['客户服务'] } },
      { say: 'what can you do', expect: { contains: ['I can help you'], not: ['我可以'] } },
      { say: '你能做什么', expect: { contains: ['我可以帮您'], not: ['I can'] } },
    ],
  },
  {
    name: 'answers traditional characters in traditional characters',
    steps: [{ say: '你好，請問你們可以幫我做什麼？', expect: { contains: ['計劃停電'], not: ['计划停电'] } }],
  },
  {
    name: 'answers Cantonese in traditional characters',
    steps: [{ say: '唔該，我屋企停咗電呀', expect: { contains: ['漏電', '受傷'], not: ['漏电'] } }],
  },
  {
    name: 'thanks, says goodbye, and asks for a rating when a matter was dealt with',
    steps: [
      { say: '怎么交电费', expect: { contains: ['微信', '支付宝'] } },
      { say: '谢谢', expect: { contains: ['不客气'] } },
      { say: '再见', expect: { contains: ['再见'], cards: ['rating'], session: 'closed' } },
    ],
  },
  {
    name: 'says its last words again',
    steps: [
      { say: 'how is the late fee worked out?', expect: { contains: ['late fee'] } },
      { say: 'Could you repeat that?', expect: { contains: ['late fee'] } },
    ],
  },
  {
    name: 'has nothing to stop where nothing is going on',
    steps: [{ say: '算了', expect: { contains: ['没有正在办理的事'] } }],
  },
];
