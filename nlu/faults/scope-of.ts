import { ABOUT_PEOPLE, type Shown } from './fact-rules.ts';
import type { Hit } from './term-matcher.ts';

/** Present facts are said to be so, now or a moment ago; denied ones are said not to be; supposed ones are only talked of. */
export type FactStatus = 'present' | 'denied' | 'supposed';

/** How far a denial reaches, in UTF-16 units. */
const CHINESE_REACH = 6;
const LATIN_REACH = 32;
const SUPPOSED_REACH = 14;
const SUPPOSED_LATIN_REACH = 48;
const CLAUSE_END = /[,.。!?;:\n~]/;
const DENIED_AFTER =
  /^(?:都|倒是|倒|也|就|是)?(?:没有|没见到|没看到|没闻到|冇|没)(?:的|啊|呀|哦|了)?(?:$|[,.。!?;])|^\??\s*(?:no|none|not at all)\b/;
/** "No longer sparking": over, but it may come back, so it is present. */
const OVER_AFTER = /^[^,.。!?]{0,3}(?:了|喇|咯|any ?more|any ?longer)/;
const PEOPLE_WORDS = /人|nobody|no one/;

export function scopeOf(shown: Shown, hits: readonly Hit[], text: string): FactStatus {
  if (isDenied(shown, hits, text)) return 'denied';
  return isSupposed(shown, hits, text) ? 'supposed' : 'present';
}

function isDenied(shown: Shown, hits: readonly Hit[], text: string): boolean {
  const latin = text.charCodeAt(shown.start) < 0x2e80;
  const after = text.slice(shown.end, shown.end + 12);
  if (DENIED_AFTER.test(after)) return true;
  const cue = hits.find((hit) => {
    if (hit.concept !== 'NOT' || hit.end > shown.start) return false;
    if (shown.start - hit.end > (latin ? LATIN_REACH : CHINESE_REACH)) return false;
    if (CLAUSE_END.test(text.slice(hit.end, shown.start))) return false;
    const word = text.slice(hit.start, hit.end);
    if (PEOPLE_WORDS.test(word) && !ABOUT_PEOPLE.has(shown.fact)) return false;
    return !hits.some((stop) => stop.concept === 'BREAK' && stop.start >= hit.end && stop.end <= shown.start);
  });
  return (
    cue !== undefined &&
    !(text.startsWith('不', cue.start) && OVER_AFTER.test(after)) &&
    !/any ?(?:more|longer)/.test(after)
  );
}

/** "What if it sparks?": a supposition before the fact in its sentence. */
function isSupposed(shown: Shown, hits: readonly Hit[], text: string): boolean {
  const latin = text.charCodeAt(shown.start) < 0x2e80;
  return hits.some((hit) => {
    if (hit.concept !== 'IF') return false;
    const gap = hit.end <= shown.start ? shown.start - hit.end : hit.start - shown.end;
    const [from, to] = hit.end <= shown.start ? [hit.end, shown.start] : [shown.end, hit.start];
    if (gap > (latin ? SUPPOSED_LATIN_REACH : SUPPOSED_REACH)) return false;
    return gap < 0 || !/[。!?\n]/.test(text.slice(from, to));
  });
}
