import type { FeatureIndex } from '../features/feature-index.ts';
import type { Span } from '../normalise/normal-text.ts';
import { type TagSource, tagFeatures } from './tag-features.ts';

export const TAGGED_SLOTS = ['address', 'since', 'month'] as const;
export type TaggedSlot = (typeof TAGGED_SLOTS)[number];

/** Outside, then a beginning and an inside for each slot. */
export const TAGS = 1 + 2 * TAGGED_SLOTS.length;
export const OUTSIDE = 0;
export const beginningOf = (slot: number): number => 1 + 2 * slot;
export const insideOf = (slot: number): number => 2 + 2 * slot;

/** A linear-chain tagger: what each feature says for each tag, and how tags follow each other. */
export interface TaggerWeights {
  readonly index: FeatureIndex;
  /** columns * TAGS, in steps. */
  readonly emissions: Int8Array | Float32Array;
  readonly step: number;
  /** From tag by row to tag by column; the last row is the beginning of the text. */
  readonly transitions: Float32Array;
}

export interface TaggedSpan extends Span {
  readonly slot: TaggedSlot;
}

/** The spans of slots in a message, in order. */
export function tagSpans(weights: TaggerWeights, source: TagSource): TaggedSpan[] {
  const scores = emissionsOf(weights, tagFeatures(source));
  return spansOf(bestTags(scores, weights.transitions, source.units.length), source);
}

function emissionsOf(weights: TaggerWeights, features: readonly Uint32Array[]): Float32Array {
  const { emissions, step } = weights;
  const scores = new Float32Array(features.length * TAGS);
  features.forEach((hashes, unit) => {
    const own = unit * TAGS;
    for (let at = 0; at < hashes.length; at += 1) {
      const column = weights.index.columnOf(hashes[at] ?? 0);
      if (column < 0) continue;
      const row = column * TAGS;
      for (let tag = 0; tag < TAGS; tag += 1) {
        scores[own + tag] = (scores[own + tag] ?? 0) + (emissions[row + tag] ?? 0);
      }
    }
  });
  if (step !== 1) for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) * step;
  return scores;
}

/** An inside follows only its own beginning or inside. */
export function mayFollow(from: number, to: number): boolean {
  return to === OUTSIDE || to % 2 === 1 || from === to || from === to - 1;
}

/** Viterbi. */
function bestTags(scores: Float32Array, transitions: Float32Array, units: number): Int32Array {
  const best = new Float64Array(units * TAGS).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(units * TAGS);
  for (let unit = 0; unit < units; unit += 1) {
    for (let tag = 0; tag < TAGS; tag += 1) {
      const emission = scores[unit * TAGS + tag] ?? 0;
      if (unit === 0) {
        if (mayFollow(OUTSIDE, tag)) best[tag] = emission + (transitions[TAGS * TAGS + tag] ?? 0);
        continue;
      }
      for (let previous = 0; previous < TAGS; previous += 1) {
        if (!mayFollow(previous, tag)) continue;
        const score = (best[(unit - 1) * TAGS + previous] ?? 0) + (transitions[previous * TAGS + tag] ?? 0) + emission;
        if (score > (best[unit * TAGS + tag] ?? 0)) {
          best[unit * TAGS + tag] = score;
          from[unit * TAGS + tag] = previous;
        }
      }
    }
  }
  return traced(best, from, units);
}

function traced(best: Float64Array, from: Int32Array, units: number): Int32Array {
  const tags = new Int32Array(units);
  let tag = 0;
  for (let candidate = 1; candidate < TAGS; candidate += 1) {
    if ((best[(units - 1) * TAGS + candidate] ?? 0) > (best[(units - 1) * TAGS + tag] ?? 0)) tag = candidate;
  }
  for (let unit = units - 1; unit >= 0; unit -= 1) {
    tags[unit] = tag;
    tag = from[unit * TAGS + tag] ?? 0;
  }
  return tags;
}

function spansOf(tags: Int32Array, { units }: TagSource): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  let open: { slot: TaggedSlot; start: number; end: number } | null = null;
  const close = (): void => {
    if (open !== null) spans.push(open);
    open = null;
  };
  units.forEach((unit, at) => {
    const tag = tags[at] ?? OUTSIDE;
    const slot = TAGGED_SLOTS[(tag - 1) >> 1];
    if (tag === OUTSIDE || slot === undefined) close();
    else if (tag % 2 === 1 || open === null) {
      close();
      open = { slot, start: unit.start, end: unit.end };
    } else open = { ...open, end: unit.end };
  });
  close();
  return spans;
}
