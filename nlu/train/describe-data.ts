import { INTENTS, type Intent } from '../../domain/intent.ts';
import type { SparseVector } from '../features/feature-index.ts';
import { createMessageReader } from '../features/read-message.ts';
import { createWordRepair } from '../spelling/repair-word.ts';
import { createTokeniser } from '../tokens/create-tokeniser.ts';
import { buildIndex, GROUP_WEIGHTS } from './build-index.ts';
import type { Example } from './example.ts';

/** What shows whether the sentences of an intent were written singly: shares from 0 to 1. */
export interface IntentDescription {
  readonly intent: Intent;
  readonly messages: number;
  readonly voices: number;
  /** Pairs of neighbouring words that occur, by pairs written: near 1 where every sentence is built anew. */
  readonly distinctPairs: number;
  /** Likeness (cosine of the classifier's features) of a message to the likest other one of its intent, on average. */
  readonly likeness: number;
  /** The share that has none of the three words that tell the intent best. */
  readonly withoutKeywords: number;
  readonly keywords: readonly string[];
}

const KEYWORDS = 3;

/** Describes the messages of one language group, intent by intent. */
export function describeData(examples: readonly Example[]): IntentDescription[] {
  const read = createMessageReader();
  const tokenise = createTokeniser(createWordRepair());
  const messages = examples.map((example) => read(example.text));
  // Also what occurs once: it is what makes a sentence unlike others.
  const index = buildIndex(
    messages.map(({ counts }) => counts),
    { leastMessages: [1, 1, 1, 1], weights: GROUP_WEIGHTS },
  );
  const described = messages.map((message, at) => ({
    example: examples[at] as Example,
    tokens: tokenise(message.normal.text).filter((token) => /\p{L}/u.test(token)),
    vector: index.vectorOf(message.counts),
  }));
  const byIntent = Map.groupBy(described, ({ example }) => example.intent);
  return INTENTS.flatMap((intent) => {
    const own = byIntent.get(intent);
    if (own === undefined) return [];
    const keywords = keywordsOf(own, described);
    return [
      {
        intent,
        messages: own.length,
        voices: new Set(own.map(({ example }) => example.voice)).size,
        distinctPairs: distinctPairs(own.map(({ tokens }) => tokens)),
        likeness: likenessOf(own.map(({ vector }) => vector)),
        withoutKeywords:
          own.filter(({ tokens }) => !keywords.some((word) => tokens.includes(word))).length / own.length,
        keywords,
      },
    ];
  });
}

type Worded = { readonly tokens: readonly string[] };

/** The words whose presence tells the most of the intent (mutual information), present more often in it than elsewhere. */
function keywordsOf(own: readonly Worded[], all: readonly Worded[]): string[] {
  const within = messagesWith(own);
  const anywhere = messagesWith(all);
  const weighed = [...within].map(([word, hits]) => {
    const inShare = hits / own.length;
    const outShare = ((anywhere.get(word) ?? 0) - hits) / Math.max(1, all.length - own.length);
    return { word, weight: inShare > outShare ? inShare * Math.log((inShare + 1e-6) / (outShare + 1e-4)) : 0 };
  });
  weighed.sort((left, right) => right.weight - left.weight);
  return weighed.slice(0, KEYWORDS).map(({ word }) => word);
}

function messagesWith(messages: readonly Worded[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tokens } of messages) for (const word of new Set(tokens)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function distinctPairs(messages: readonly (readonly string[])[]): number {
  const pairs = messages.flatMap((tokens) => tokens.slice(1).map((token, at) => `${tokens[at]} ${token}`));
  return pairs.length === 0 ? 1 : new Set(pairs).size / pairs.length;
}

function likenessOf(vectors: readonly SparseVector[]): number {
  const postings = new Map<number, { at: number; value: number }[]>();
  const lengths = vectors.map(({ values }) => Math.hypot(...values));
  vectors.forEach(({ columns, values }, at) => {
    columns.forEach((column, place) => {
      const entry = { at, value: values[place] ?? 0 };
      const list = postings.get(column);
      if (list === undefined) postings.set(column, [entry]);
      else list.push(entry);
    });
  });
  const nearest = vectors.map(({ columns, values }, at) => {
    const products = new Float64Array(vectors.length);
    columns.forEach((column, place) => {
      for (const other of postings.get(column) ?? []) {
        products[other.at] = (products[other.at] ?? 0) + (values[place] ?? 0) * other.value;
      }
    });
    let best = 0;
    products.forEach((product, other) => {
      const lengthsOfBoth = (lengths[at] ?? 0) * (lengths[other] ?? 0);
      if (other !== at && lengthsOfBoth > 0) best = Math.max(best, product / lengthsOfBoth);
    });
    return best;
  });
  return nearest.reduce((sum, one) => sum + one, 0) / Math.max(1, nearest.length);
}
