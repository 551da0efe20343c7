import { createWordRepair, type RepairWord } from '../spelling/repair-word.ts';
import { CueFinder } from './cue-finder.ts';
import { DIRECT_FACTS, PAIR_RULES, type Shown } from './fact-rules.ts';
import { CHINESE_TERMS } from './lexicon/chinese-terms.ts';
import { ENGLISH_TERMS } from './lexicon/english-terms.ts';
import { CHINESE_SCOPE, ENGLISH_SCOPE } from './lexicon/scope-cues.ts';
import { measuredOvervoltage } from './measured-voltage.ts';
import { createMisspeltFinder } from './misspelt-finder.ts';
import { type FactStatus, scopeOf } from './scope-of.ts';
import { type Hit, TermMatcher } from './term-matcher.ts';
import { withoutVoid } from './without-void.ts';

export interface Finding extends Shown {
  readonly status: FactStatus;
}

export interface Findings {
  readonly facts: readonly Finding[];
  /** Every term that means something where it stands. */
  readonly hits: readonly Hit[];
}

/** More than anybody means: of what a hostile text holds beyond, the beginning and the end are kept. */
const FACTS_READ = 1_000;

function bounded(shown: readonly Shown[]): readonly Shown[] {
  if (shown.length <= FACTS_READ) return shown;
  const ordered = [...shown].sort((left, right) => left.start - right.start);
  return [...ordered.slice(0, FACTS_READ / 2), ...ordered.slice(-FACTS_READ / 2)];
}

export type FindFacts = (text: string) => Findings;

/** Reads the facts of a fault from words alone: terms, pairs of terms, and what denies or supposes them. */
export function createFactFinder(repair: RepairWord = createWordRepair()): FindFacts {
  const matcher = new TermMatcher(merged([CHINESE_TERMS, ENGLISH_TERMS, CHINESE_SCOPE, ENGLISH_SCOPE]));
  const misspelt = createMisspeltFinder(matcher, repair);
  return (text) => {
    const hits = withoutVoid([...matcher.hitsIn(text), ...misspelt(text)]);
    const cues = new CueFinder(hits);
    const shown = bounded([...direct(hits), ...pairs(hits, text), ...measuredOvervoltage(text)]);
    const facts = shown.map((one) => ({ ...one, status: scopeOf(one, cues, text) }));
    return { facts, hits };
  };
}

function merged(lexicons: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const all: Record<string, string> = {};
  for (const lexicon of lexicons) {
    for (const [concept, terms] of Object.entries(lexicon)) all[concept] = `${all[concept] ?? ''} ${terms}`;
  }
  return all;
}

function direct(hits: readonly Hit[]): Shown[] {
  return hits.flatMap((hit) => {
    const fact = DIRECT_FACTS[hit.concept];
    return fact === undefined ? [] : [{ fact, start: hit.start, end: hit.end }];
  });
}

/** Sentences end here: a pair of terms does not reach over it. */
const SENTENCE_END = /[。!?\n]/;
/** Pairs are sought among this many hits of each concept: hostile text must not make the work quadratic. */
const HITS_PAIRED = 40;

function pairs(hits: readonly Hit[], text: string): Shown[] {
  const byConcept = Map.groupBy(hits, (hit) => hit.concept);
  return PAIR_RULES.flatMap((rule) => {
    if (rule.beside !== undefined && !byConcept.has(rule.beside)) return [];
    const firsts = (byConcept.get(rule.first) ?? []).slice(0, HITS_PAIRED);
    const seconds = (byConcept.get(rule.second) ?? []).slice(0, HITS_PAIRED);
    const weak = rule.weak === true || (rule.weakBeside !== undefined && byConcept.has(rule.weakBeside));
    const shown: Shown[] = [];
    for (const first of firsts) {
      for (const second of seconds) {
        const [left, right] = first.start <= second.start ? [first, second] : [second, first];
        if (right.start < left.end) continue;
        const reach = isLatin(text, first) && isLatin(text, second) ? rule.latin : rule.chinese;
        if (right.start - left.end > reach || SENTENCE_END.test(text.slice(left.end, right.start))) continue;
        shown.push({
          fact: rule.fact,
          start: left.start,
          end: right.end,
          ...(weak ? { weak } : {}),
        });
      }
    }
    return shown;
  });
}

function isLatin(text: string, hit: Hit): boolean {
  return text.charCodeAt(hit.start) < 0x2e80;
}
