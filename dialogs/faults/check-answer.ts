import type { CheckAnswer, CheckStep } from '../../domain/faults/intake/self-check.ts';
import { saysNo } from '../../nlu/says-no.ts';
import { saysUnknown } from '../../nlu/says-unknown.ts';
import type { Heard } from '../heard.ts';
import { saysBack } from './signs-in.ts';

const CHECK = 'check.';

export function checkStepOf(field: string | null): CheckStep | null {
  return field?.startsWith(CHECK) ? (field.slice(CHECK.length) as CheckStep) : null;
}

/** What a message says to a step of the self-check; null where it says nothing to it. */
export function checkAnswerIn(heard: Heard, step: CheckStep): CheckAnswer | null {
  const { text, chosen } = heard;
  if (chosen?.kind === 'value') return CHOICES.find((choice) => choice === chosen.value) ?? null;
  const words = text.normalize('NFKC').toLowerCase().trim();
  if (saysBack(text)) return 'back';
  if (STOP.test(words) || saysUnknown(text) || heard.understanding.intent === 'cancel') return 'stop';
  const { yes, no } = PATTERNS[step];
  if (no.test(words)) return 'no';
  if (yes.test(words)) return 'yes';
  if (saysNo(text) || heard.understanding.intent === 'deny') return 'no';
  return heard.understanding.intent === 'affirm' ? 'yes' : null;
}

const CHOICES = ['yes', 'no', 'back', 'stop'] as const satisfies readonly CheckAnswer[];

const STOP =
  /够不(?:到|着|著)|夠不(?:到|着|著)|攞唔到|不敢|唔敢|不会弄|唔識|不方便|太高|有水|湿|濕|焦味|不弄了|不查了|直接(?:报修|報修|登记|登記|派人)|叫人来|派人|\bi (?:can'?t|cannot|can not)\b|\bcan'?t reach\b|\bcannot reach\b|\bwet\b|\btoo high\b|\bafraid\b|\bdon'?t dare\b|\brather not\b|\bsend (?:somebody|someone|a crew)\b|\bjust (?:report|register|send)\b/u;

const HOLDS =
  /(?:推|合|扳|送)(?:得)?上(?:了|去|到)|推上去|合上了|没再跳|沒再跳|没跳|沒跳|冇跳|\b(?:it )?(?:holds|stays|stayed|held)\b|\b(?:it'?s |it is |is )?(?:on|up) now\b|\bback up\b/u;
const FALLS =
  /(?:推|合|扳|送)(?:唔|不)(?:上|到)|又跳|再跳|还是跳|還是跳|就跳|马上跳|跳了|跳咗|\btrips?\b|\btripped\b|\bwon'?t\b|\bwill not\b/u;

const PATTERNS: Readonly<Record<CheckStep, { readonly yes: RegExp; readonly no: RegExp }>> = {
  offer: {
    yes: /^(?:好|可以|行|嗯|ok|够得到|夠得到|开始|開始|试|試|来吧|yes|sure|okay|let'?s|i can\b)/u,
    no: /^(?:不|唔|no\b|nope)/u,
  },
  look: {
    yes: /跳|朝下|往下|在下|下面|掉下|中间|中間|\bdown\b|\btripped\b|\bmiddle\b|\boff\b/u,
    no: /(?:没|沒|冇|未|不|唔)(?:有)?跳|(?:都|全)(?:在|朝)上|正常|\ball up\b|\ball on\b|\bnot tripped\b|\bnone\b|\bfine\b/u,
  },
  reset: { yes: HOLDS, no: FALLS },
  circuits: {
    yes: /(?:有一路|有一个|有一個|第[一二三四五六七八九十\d]+路|厨房|廚房|客厅|客廳|插座|空调|空調)|跳了|就跳|会跳|\bone\b.*\btrips?\b|\btrips?\b|\btripped\b/u,
    no: /(?:没|沒|冇|都没|都沒)(?:有)?(?:再)?跳|(?:全|都)(?:部)?(?:推上|合上|好|正常)|\bnone\b|\ball (?:on|up|hold|fine|stay\w*)\b|\bno(?:ne)? trips?\b/u,
  },
  back: {
    yes: /(?:有|来|來)(?:电|電)|亮了|\byes\b|\blights? (?:are |is )?on\b/u,
    no: /还(?:是)?(?:没|不|黑)|還(?:是)?(?:沒|不|黑)|仲(?:未|係冇)|(?:没|沒|冇)(?:有)?(?:电|電|来|來)|不亮|\bstill\b|\bnot\b|\bno power\b|\bdark\b/u,
  },
};
