import { type Hit, TermMatcher } from '../faults/term-matcher.ts';
import { CHINESE_TOPICS } from './lexicon/chinese-topics.ts';
import { ENGLISH_TOPICS } from './lexicon/english-topics.ts';

export type FindTopics = (text: string) => readonly string[];

const UNITS_READ = 800;

/** The topics of the thesaurus that a text touches, in the order in which they are named, each run of one topic once. */
export function createTopicFinder(): FindTopics {
  const terms: Record<string, string> = { ...CHINESE_TOPICS };
  for (const [topic, words] of Object.entries(ENGLISH_TOPICS)) terms[topic] = `${terms[topic] ?? ''} ${words}`;
  const matcher = new TermMatcher(terms);
  return (text) => {
    const hits = matcher.hitsIn(text.slice(0, UNITS_READ)).sort(byStart);
    const topics: string[] = [];
    let reach = 0;
    for (const hit of hits) {
      // A term inside a longer one of another topic ("pay" in "payment point") says nothing of its own.
      if (hit.end <= reach) continue;
      reach = hit.end;
      if (topics.at(-1) !== hit.concept) topics.push(hit.concept);
    }
    return topics;
  };
}

function byStart(left: Hit, right: Hit): number {
  return left.start - right.start || right.end - left.end;
}
