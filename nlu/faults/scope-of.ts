import type { CueFinder } from './cue-finder.ts';
import { ABOUT_PEOPLE, type Shown } from './fact-rules.ts';

/** Present facts are said to be so, now or a moment ago; denied ones are said not to be; supposed ones are only talked of. */
export type FactStatus = 'present' | 'denied' | 'supposed';

/** How far a cue reaches, in UTF-16 units. */
const DENIAL_REACH = { chinese: 6, latin: 32 };
const SUPPOSITION_REACH = { chinese: 14, latin: 48 };
const CLAUSE_END = /[,.。!?;:\n~]/;
const SENTENCE_END = /[。!?\n]/;
const DENIED_AFTER =
  /^(?:都|倒是|倒|也|就|是)?(?:没有|没见到|没看到|没闻到|冇|没)(?:的|啊|呀|哦|了)?(?:$|[,.。!?;])|^\??\s*(?:no|none|not at all)\s*(?:$|[,.!?])/;
/** "No longer sparking": over, but it may come back, so it is present. */
const OVER_AFTER = /^[^,.。!?]{0,3}(?:了|喇|咯)|any ?(?:more|longer)/;
const PEOPLE_WORDS = /人|nobody|no one/;

export function scopeOf(shown: Shown, cues: CueFinder, text: string): FactStatus {
  if (isDenied(shown, cues, text)) return 'denied';
  return isSupposed(shown, cues, text) ? 'supposed' : 'present';
}

function isDenied(shown: Shown, cues: CueFinder, text: string): boolean {
  const after = text.slice(shown.end, shown.end + 12);
  if (DENIED_AFTER.test(after)) return true;
  const reach = reachOf(shown, text, DENIAL_REACH);
  const cue = cues.endingIn('NOT', shown.start - reach, shown.start).findLast((hit) => {
    if (CLAUSE_END.test(text.slice(hit.end, shown.start))) return false;
    if (PEOPLE_WORDS.test(text.slice(hit.start, hit.end)) && !ABOUT_PEOPLE.has(shown.fact)) return false;
    return !cues.endingIn('BREAK', hit.end, shown.start).some((stop) => stop.start >= hit.end);
  });
  if (cue === undefined) return false;
  return !(OVER_AFTER.test(after) && (text.startsWith('不', cue.start) || !text.startsWith('没', cue.start)));
}

/** "What if it sparks?": a supposition near the fact in its sentence. */
function isSupposed(shown: Shown, cues: CueFinder, text: string): boolean {
  const reach = reachOf(shown, text, SUPPOSITION_REACH);
  return cues.endingIn('IF', shown.start - reach, shown.end + reach + LONGEST_CUE).some((hit) => {
    const before = hit.end <= shown.start;
    const gap = before ? shown.start - hit.end : hit.start - shown.end;
    if (gap > reach) return false;
    return gap <= 0 || !SENTENCE_END.test(before ? text.slice(hit.end, shown.start) : text.slice(shown.end, hit.start));
  });
}

const LONGEST_CUE = 24;

function reachOf(shown: Shown, text: string, reach: { chinese: number; latin: number }): number {
  return text.charCodeAt(shown.start) < 0x2e80 ? reach.latin : reach.chinese;
}
