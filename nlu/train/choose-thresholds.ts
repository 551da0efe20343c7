import { type Thresholds, WORDING, type Wording } from '../artefact/language-model.ts';
import type { HeadName } from '../features/heads.ts';

/** A fact of a held-out message: how sure the classifier was, what the lexicon said, what was true. */
export interface FactSample {
  readonly head: HeadName;
  readonly fact: string;
  readonly wording: Wording;
  readonly probability: number;
  readonly truth: boolean;
}

interface Policy {
  /** How many times recall counts as much as precision. */
  readonly beta: number;
  /** Words that say a danger plainly are never outvoted by more than this. */
  readonly mostIfPresent: number;
}

const POLICIES: Partial<Record<HeadName, Policy>> = {
  hazards: { beta: 1, mostIfPresent: 0.4 },
  people: { beta: 1, mostIfPresent: 0.2 },
  site: { beta: 1, mostIfPresent: 0.6 },
  no_power: { beta: 1, mostIfPresent: 0.6 },
  trouble: { beta: 1.3, mostIfPresent: 0.6 },
};
const STEPS = Array.from({ length: 46 }, (_, step) => 0.02 * (step + 1));
const FEW = 8;
const CAUTIOUS: Readonly<Record<Wording, number>> = {
  present: 0.1,
  hinted: 0.3,
  denied: 0.7,
  supposed: 0.6,
  unsaid: 0.4,
};

/** Facts that hold this often have thresholds of their own. */
const OFTEN = 60;

/** Chooses thresholds on held-out messages, one for each thing the lexicon may say. */
export function chooseThresholds(samples: readonly FactSample[]): Thresholds {
  const chosen: Record<string, Readonly<Record<Wording, number>>> = {};
  for (const [head, policy] of Object.entries(POLICIES)) {
    const own = samples.filter((sample) => sample.head === head);
    chosen[head] = byWording(own, policy);
    const facts = [...Map.groupBy(own, (sample) => sample.fact)];
    if (facts.length < 2) continue;
    for (const [fact, ofFact] of facts) {
      if (ofFact.filter((sample) => sample.truth).length >= OFTEN) {
        chosen[fact] = byWording(ofFact, policy, chosen[head]);
      }
    }
  }
  return chosen;
}

function byWording(
  samples: readonly FactSample[],
  policy: Policy,
  otherwise: Readonly<Record<Wording, number>> = CAUTIOUS,
): Record<Wording, number> {
  return Object.fromEntries(
    WORDING.map((wording) => {
      const own = samples.filter((sample) => sample.wording === wording);
      return [wording, thresholdFor(wording, own, { ...policy, otherwise: otherwise[wording] })];
    }),
  ) as Record<Wording, number>;
}

function thresholdFor(
  wording: Wording,
  samples: readonly FactSample[],
  policy: Policy & { readonly otherwise: number },
): number {
  if (samples.filter((sample) => sample.truth).length < FEW) return policy.otherwise;
  let best = { threshold: 0.5, score: -1 };
  for (const threshold of STEPS) {
    const score = fBeta(samples, threshold, policy.beta);
    if (score > best.score) best = { threshold, score };
  }
  return wording === 'present' ? Math.min(best.threshold, policy.mostIfPresent) : best.threshold;
}

function fBeta(samples: readonly FactSample[], threshold: number, beta: number): number {
  let hit = 0;
  let false_ = 0;
  let missed = 0;
  for (const sample of samples) {
    const held = sample.probability >= threshold;
    if (held && sample.truth) hit += 1;
    else if (held) false_ += 1;
    else if (sample.truth) missed += 1;
  }
  const weight = beta * beta;
  return hit === 0 ? 0 : ((1 + weight) * hit) / ((1 + weight) * hit + weight * missed + false_);
}
