import type { Caller } from './caller.ts';

type Language = Caller['language'];
type Several = readonly [string, ...string[]];

/** What names a danger to life, as people write it. */
export const DANGERS: Readonly<Record<Language, Several>> = {
  zh: [
    '门口的电线杆在冒火花',
    '电线断了，掉在路上',
    '楼下的配电箱在冒烟，有烧焦味',
    '铁门漏电，摸到手麻',
    '变压器着火了',
    '家里停电了，我妈妈在用呼吸机',
  ],
  en: [
    'there are sparks coming from the pole outside',
    'a power line is down on the road',
    'the meter box is smoking',
    'the transformer is on fire',
    'the power is out and my father is on a ventilator',
  ],
};

/** That there is trouble, and nothing else. */
export const TROUBLE: Readonly<Record<Language, Several>> = {
  zh: ['家里停电了', '我家没电了', '突然停电了', '没有电了，怎么回事', '屋里全黑了，没电'],
  en: ['the power is out', 'no power at my home', 'we have no electricity', 'the lights went out, no power here'],
};

export const GREETING: Readonly<Record<Language, Several>> = {
  zh: ['你好', '在吗', '您好'],
  en: ['hello', 'hi', 'good evening'],
};

/** Said where it was not understood that there is trouble. */
export const PLAINLY: Readonly<Record<Language, string>> = {
  zh: '停电报修，我家没电了',
  en: 'report an outage: I have no power at home',
};

export const NO: Readonly<Record<Language, string>> = { zh: '没有', en: 'no' };
export const YES: Readonly<Record<Language, string>> = { zh: '是的', en: 'yes' };
export const HURT: Readonly<Record<Language, string>> = { zh: '有人受伤了', en: 'yes, somebody is hurt' };

/** Names an account for the place. */
export function accountWords(language: Language, account: string): string {
  return language === 'en' ? `my account number is ${account}` : `户号${account}`;
}

/** Trouble and place in one message. */
export function troubleAt(language: Language, trouble: string, place: string): string {
  return language === 'en' ? `${trouble}, I am at ${place}` : `${place}，${trouble}`;
}
