import { ngrams } from 'natural/lib/natural/ngrams/ngrams.js';
import type { Span } from '../normalise/normal-text.ts';
import { hashPair, hashSeed, hashText, hashUnit } from './feature-hash.ts';

/** How often each feature (by hash) occurs in a message, by group: the groups are weighed apart. */
export type FeatureCounts = readonly Map<number, number>[];

/** Of a long message its beginning and end are enough to tell the intent. */
const HEAD_UNITS = 600;
const TAIL_UNITS = 200;
const TOKENS_READ = 300;

const WORD = hashSeed('word');
const PAIR = hashSeed('pair');
const SKIP = hashSeed('skip');
const CHINESE = hashSeed('han');
const LATIN = hashSeed('latin');
const CUE = hashSeed('cue');
const TOPIC = hashSeed('topic');
const BEGIN = hashText(WORD, '<');
const END = hashText(WORD, '>');

const LONGEST_CHINESE = 3;
const SHORTEST_LATIN = 2;
const LONGEST_LATIN = 5;
/** Chinese word order is free: pairs with up to this many words between them are features too. */
const SKIPPED_WORDS = 2;
const EDGE = 0x7c;

export interface FeatureSource {
  /** Normalised, simplified. */
  readonly text: string;
  readonly tokens: readonly string[];
  /** What the lexicon found, as names. */
  readonly cues: readonly string[];
  /** Topics of the thesaurus, in the order of the text. */
  readonly topics: readonly string[];
}

/** Groups: words with their pairs, characters, cues, topics with their pairs. */
export function countFeatures(source: FeatureSource): FeatureCounts {
  const text = excerpt(source.text);
  return [
    countWords(source.tokens.slice(0, TOKENS_READ)),
    countCharacters(text),
    countCues(source.cues),
    countTopics(source.topics),
  ];
}

function excerpt(text: string): string {
  return text.length <= HEAD_UNITS + TAIL_UNITS
    ? text
    : `${text.slice(0, HEAD_UNITS)} ${text.slice(text.length - TAIL_UNITS)}`;
}

/** Single words, neighbours, and pairs with others between them. */
function countWords(tokens: readonly string[]): Map<number, number> {
  const words = tokens.map(hashWord);
  const counts = countSingles(words);
  addNeighbours(counts, words);
  return counts;
}

export function hashWord(token: string): number {
  return hashText(WORD, token);
}

/** Of hashed words: how often each occurs. */
export function countSingles(words: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) add(counts, word);
  return counts;
}

/** Of hashed words: neighbours, with marks at both ends of the message, then pairs that skip others. */
export function addNeighbours(counts: Map<number, number>, words: readonly number[]): void {
  for (const [first, second] of ngrams(words, 2, BEGIN, END)) {
    if (first !== undefined && second !== undefined) add(counts, hashPair(PAIR, first, second));
  }
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at] ?? 0;
    for (let next = at + 2; next <= at + 1 + SKIPPED_WORDS && next < words.length; next += 1) {
      add(counts, hashPair(SKIP, first, words[next] ?? 0));
    }
  }
}

export function countCharacters(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  eachCharacterFeature(text, (hash) => add(counts, hash));
  return counts;
}

/** Told of each character feature and the span of text it stands on. */
export type FeatureVisitor = (hash: number, start: number, end: number) => void;

/** Latin words give their 2- to 5-grams with marks at the edges, everything else its 1- to 3-grams. */
export function eachCharacterFeature(text: string, visit: FeatureVisitor): void {
  let at = 0;
  while (at < text.length) {
    if (isLatin(text.charCodeAt(at))) {
      const start = at;
      while (at < text.length && isLatin(text.charCodeAt(at))) at += 1;
      eachLatin(text, { start, end: at }, visit);
    } else {
      eachChinese(text, at, visit);
      at += 1;
    }
  }
}

function eachLatin(text: string, word: Span, visit: FeatureVisitor): void {
  const { start, end } = word;
  const unitAt = (at: number): number => (at < start || at >= end ? EDGE : text.charCodeAt(at));
  for (let from = start - 1; from < end; from += 1) {
    let hash = LATIN;
    for (let length = 1; length <= LONGEST_LATIN && from + length <= end + 1; length += 1) {
      hash = hashUnit(hash, unitAt(from + length - 1));
      if (length >= SHORTEST_LATIN) visit(hash, Math.max(from, start), Math.min(from + length, end));
    }
  }
}

function eachChinese(text: string, start: number, visit: FeatureVisitor): void {
  let hash = CHINESE;
  for (let length = 1; length <= LONGEST_CHINESE && start + length <= text.length; length += 1) {
    const unit = text.charCodeAt(start + length - 1);
    if (unit === 0x20 || isLatin(unit)) return;
    hash = hashUnit(hash, isDigit(unit) ? 0x30 : unit);
    visit(hash, start, start + length);
  }
}

function countCues(cues: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const cue of cues) counts.set(hashText(CUE, cue), 1);
  return counts;
}

const TOPIC_PAIRS = 60;

/** Pairs of topics count in either order: customers put the question before the matter or behind it. */
function countTopics(topics: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  const distinct = [...new Set(topics)];
  for (const topic of distinct) counts.set(hashText(TOPIC, topic), 1);
  let pairs = 0;
  for (let at = 0; at < distinct.length; at += 1) {
    for (let next = at + 1; next < distinct.length && pairs < TOPIC_PAIRS; next += 1) {
      const [first = '', second = ''] = [distinct[at], distinct[next]].sort();
      counts.set(hashPair(TOPIC, hashText(TOPIC, first ?? ''), hashText(TOPIC, second ?? '')), 1);
      pairs += 1;
    }
  }
  const ends = [
    `first ${topics[0] ?? 'none'}`,
    `last ${topics.at(-1) ?? 'none'}`,
    `only ${distinct.length === 1 ? distinct[0] : 'no'}`,
  ];
  for (const end of ends) counts.set(hashText(TOPIC, end), 1);
  return counts;
}

export function add(counts: Map<number, number>, hash: number): void {
  counts.set(hash, (counts.get(hash) ?? 0) + 1);
}

function isLatin(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
