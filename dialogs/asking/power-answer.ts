import { saysNo } from '../../nlu/says-no.ts';
import { saysUnknown } from '../../nlu/says-unknown.ts';
import { saysBack } from '../faults/signs-in.ts';
import type { Heard } from '../heard.ts';

/** What a message answers to "is your power on?". */
export interface PowerAnswer {
  readonly says: 'on' | 'dark' | 'other';
  /** It says something besides that has to be heard: a part that is dark, bad voltage. */
  readonly goesOn: boolean;
}

const ON =
  /(?<![没沒冇无無未唔不])有(?:电|電|灯|燈)|亮着|亮著|(?:没|沒|冇|没有|沒有|未)(?:停|断|斷)|^有(?:的|呀|啊|嘅|哦|喔)?(?=[\s,，。.!！]|$)|^(?:一切|都)?正常|\b(?:power|electricity|it|everything|mine|ours)(?:'s| is)? (?:still |back )?on\b|\b(?:i|we)(?:'ve)?(?: still| do)? (?:have|got) (?:power|electricity|light)|^(?:yes[\s,，。.!！~]*)?(?:still )?on[\s,，。.!！~]*$/iu;
const DARK =
  /(?:没|沒|冇|无|無)(?:有)?(?:电|電|灯|燈)|停[电電了]|[断斷][电電]|全黑|黑了|\b(?:no|without|lost) (?:power|electricity|light)|\b(?:off|out|dark|dead)\b/iu;
const AWAY = /不在(?:家|屋企|那)|唔喺屋企|在外面|出[门門]了|\b(?:not (?:at )?home|away|at work)\b/iu;
/** In the midst of other words too. */
const NO_POWER = /(?:没|沒|冇|无|無)(?:有)?(?:电|電)|停[电電]|\b(?:no|without|lost) (?:power|electricity)\b/iu;
/** Longer messages are about more than that. */
const LONGEST = 60;

/** Null where the message answers something else. Danger is heard before. */
export function powerAnswerIn({ text, understanding }: Heard): PowerAnswer | null {
  const words = text.normalize('NFKC').replaceAll('’', "'").trim();
  const { fault, slots, intent } = understanding;
  // Whoever names another place reports what is the matter there.
  if (words === '' || words.length > LONGEST || slots.address !== undefined) return null;
  if (fault?.scope === 'part_of_premises') return { says: 'other', goesOn: true };
  const [on, dark] = [ON.test(words) || saysBack(words), DARK.test(words)];
  if (on && !dark) return { says: 'on', goesOn: fault?.class === 'power_quality' };
  if (on !== dark || fault?.no_power) return { says: 'dark', goesOn: false };
  if (saysUnknown(words) || AWAY.test(words)) return { says: 'other', goesOn: false };
  if (fault !== null) return null;
  if (intent === 'affirm') return { says: 'on', goesOn: false };
  return intent === 'deny' || saysNo(words) ? { says: 'dark', goesOn: false } : null;
}

/** Whether words that tell of danger say besides that there is no power. */
export function saysDarkBeside({ text, understanding }: Heard): boolean {
  return understanding.fault?.no_power === true || NO_POWER.test(text.normalize('NFKC'));
}
