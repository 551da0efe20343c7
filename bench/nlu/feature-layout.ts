import {
  add,
  addNeighbours,
  countCharacters,
  countFeatures,
  countSingles,
  type FeatureCounts,
  hashWord,
} from '../../nlu/features/count-features.ts';
import { hashPair, hashSeed, hashUnit } from '../../nlu/features/feature-hash.ts';
import { createNormaliser } from '../../nlu/normalise/create-normaliser.ts';
import { createTokeniser } from '../../nlu/tokens/create-tokeniser.ts';
import type { GroupSettings } from '../../nlu/train/build-index.ts';

/** What is counted of a message, in groups that are weighed apart. */
export interface FeatureLayout extends GroupSettings {
  readonly groupsOf: (text: string, tokens: readonly string[]) => FeatureCounts;
}

/** The product's groups, as far as they know nothing of electricity: words with their pairs, characters. */
export const PLAIN: FeatureLayout = {
  groupsOf: wordsAndCharacters,
  leastMessages: [1, 2],
  weights: [1, 1],
};

/** For few examples: single words are not drowned by their pairs, and any two words of a message are a feature. */
export const WORDS_APART: FeatureLayout = {
  groupsOf(text, tokens) {
    const words = tokens.map(hashWord);
    const neighbours = new Map<number, number>();
    addNeighbours(neighbours, words);
    return [countSingles(words), neighbours, countCharacters(text), countCompany(words)];
  },
  leastMessages: [1, 1, 2, 2],
  weights: [0.7, 0.4, 0.8, 0.8],
};

/** For Chinese: characters weigh more than jieba's words, and are read a second time without marks between them. */
export const CHARACTERS_FIRST: FeatureLayout = {
  groupsOf: (text, tokens) => [...wordsAndCharacters(text, tokens), countRuns(text)],
  leastMessages: [1, 2, 2],
  weights: [1, 1.4, 1.4],
};

export type ReadMessage = (message: string) => FeatureCounts;

export function createReader({ groupsOf }: FeatureLayout): ReadMessage {
  const normalise = createNormaliser();
  const tokenise = createTokeniser();
  return (message) => {
    const { text } = normalise(message);
    return groupsOf(text, tokenise(text));
  };
}

function wordsAndCharacters(text: string, tokens: readonly string[]): FeatureCounts {
  return countFeatures({ text, tokens, cues: [], topics: [] }).slice(0, 2);
}

const COMPANY = hashSeed('company');
const WORDS_IN_COMPANY = 40;

/** Any two words of the message, in either order. */
function countCompany(words: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  const distinct = [...new Set(words)].sort((left, right) => left - right).slice(0, WORDS_IN_COMPANY);
  distinct.forEach((first, at) => {
    for (const second of distinct.slice(at + 1)) counts.set(hashPair(COMPANY, first, second), 1);
  });
  return counts;
}

const RUN = hashSeed('run');
const LONGEST_RUN = 4;
const UNITS_READ = 600;
const NO_WORD = /[^\p{L}\p{N}]+/gu;

/** One to four characters in a row, digits as they are, with marks at both ends of the message. */
function countRuns(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  const run = `|${text.slice(0, UNITS_READ).replace(NO_WORD, ' ').trim()}|`;
  for (let start = 0; start < run.length; start += 1) {
    let hash = RUN;
    for (let end = start; end < start + LONGEST_RUN && end < run.length; end += 1) {
      hash = hashUnit(hash, run.charCodeAt(end));
      add(counts, hash);
    }
  }
  return counts;
}
