import { mayFollow, OUTSIDE, TAGS } from '../slots/tagger.ts';

/** A message to learn from: for each unit the columns of its features, and its true tag. */
export interface Chain {
  readonly units: readonly Int32Array[];
  readonly tags: Int32Array;
}

export interface ChainWeights {
  /** columns * TAGS. */
  readonly emissions: Float32Array;
  /** From tag by row to tag by column; the last row is the beginning of the text. */
  readonly transitions: Float32Array;
}

const RATE = 0.05;
/** Weights shrink each time they are changed by this share (L2). */
const DECAY = 0.0005;
/** Squared gradients supposed to have been seen of each weight: they soften the first steps. */
const EMISSIONS_SEEN = 0.01;
const TRANSITIONS_SEEN = 1;
/** Scores above this change nothing any more, and their powers stay finite. */
const SCORE_LIMIT = 30;
/** A message whose tags are as good as certain teaches nothing, and neither does a unit. */
const CERTAIN = 0.99;
const NEGLIGIBLE = 0.001;
const START = TAGS;

/**
 * Learns a linear-chain conditional random field message by message (Lafferty, McCallum, Pereira: Conditional Random Fields, 2001; gradients by the forward and
 * backward sums), each weight with its own pace (Duchi, Hazan, Singer: Adaptive Subgradient Methods, 2011).
 */
export class ChainLearner {
  readonly weights: ChainWeights;
  private readonly emissionSquares: Float32Array;
  private readonly transitionSquares: Float32Array;
  private readonly factors = new Float64Array((TAGS + 1) * TAGS);
  private readonly gradient = new Float64Array((TAGS + 1) * TAGS);

  constructor(columns: number) {
    this.weights = {
      emissions: new Float32Array(columns * TAGS),
      transitions: new Float32Array((TAGS + 1) * TAGS),
    };
    this.emissionSquares = new Float32Array(columns * TAGS).fill(EMISSIONS_SEEN);
    this.transitionSquares = new Float32Array((TAGS + 1) * TAGS).fill(TRANSITIONS_SEEN);
  }

  learn(chain: Chain): void {
    if (chain.units.length === 0) return;
    for (let from = 0; from <= TAGS; from += 1) {
      for (let to = 0; to < TAGS; to += 1) {
        const allowed = mayFollow(from === START ? OUTSIDE : from, to);
        this.factors[from * TAGS + to] = allowed ? Math.exp(this.weights.transitions[from * TAGS + to] ?? 0) : 0;
      }
    }
    const powers = this.powersOf(chain.units);
    const { forward, totals } = this.forwardSums(powers, chain.units.length);
    if (this.certaintyOf(chain.tags, powers, totals) < CERTAIN) this.descend(chain, { powers, forward, totals });
  }

  /** The probability of the true tagging. */
  private certaintyOf(tags: Int32Array, powers: Float64Array, totals: Float64Array): number {
    let certainty = 1;
    let from = START;
    tags.forEach((to, unit) => {
      certainty *= ((this.factors[from * TAGS + to] ?? 0) * (powers[unit * TAGS + to] ?? 0)) / (totals[unit] ?? 1);
      from = to;
    });
    return certainty;
  }

  /** The power of each unit's score for each tag. */
  private powersOf(units: readonly Int32Array[]): Float64Array {
    const powers = new Float64Array(units.length * TAGS);
    units.forEach((columns, unit) => {
      for (const column of columns) {
        for (let tag = 0; tag < TAGS; tag += 1) {
          const at = unit * TAGS + tag;
          powers[at] = (powers[at] ?? 0) + (this.weights.emissions[column * TAGS + tag] ?? 0);
        }
      }
    });
    return powers.map((score) => Math.exp(Math.min(score, SCORE_LIMIT)));
  }

  /** Sums over all taggings up to a unit, brought to a total of one at each unit. */
  private forwardSums(powers: Float64Array, units: number): { forward: Float64Array; totals: Float64Array } {
    const forward = new Float64Array(units * TAGS);
    const totals = new Float64Array(units);
    for (let unit = 0; unit < units; unit += 1) {
      let total = 0;
      for (let to = 0; to < TAGS; to += 1) {
        let sum = unit === 0 ? (this.factors[START * TAGS + to] ?? 0) : 0;
        for (let from = 0; unit > 0 && from < TAGS; from += 1) {
          sum += (forward[(unit - 1) * TAGS + from] ?? 0) * (this.factors[from * TAGS + to] ?? 0);
        }
        sum *= powers[unit * TAGS + to] ?? 0;
        forward[unit * TAGS + to] = sum;
        total += sum;
      }
      totals[unit] = total;
      for (let to = 0; to < TAGS; to += 1) forward[unit * TAGS + to] = (forward[unit * TAGS + to] ?? 0) / total;
    }
    return { forward, totals };
  }

  /** From the last unit to the first: what each tag is worth by what follows, and a step by the difference to the truth. */
  private descend(
    { units, tags }: Chain,
    { powers, forward, totals }: { powers: Float64Array; forward: Float64Array; totals: Float64Array },
  ): void {
    this.gradient.fill(0);
    let backward = new Float64Array(TAGS).fill(1);
    for (let unit = units.length - 1; unit >= 0; unit -= 1) {
      const differences = new Float64Array(TAGS);
      const before = new Float64Array(TAGS);
      for (let to = 0; to < TAGS; to += 1) {
        const truth = tags[unit] === to ? 1 : 0;
        differences[to] = truth - (forward[unit * TAGS + to] ?? 0) * (backward[to] ?? 0);
        const onward = ((powers[unit * TAGS + to] ?? 0) * (backward[to] ?? 0)) / (totals[unit] ?? 1);
        for (let from = 0; unit > 0 && from < TAGS; from += 1) {
          const edge = from * TAGS + to;
          const step = (this.factors[edge] ?? 0) * onward;
          before[from] = (before[from] ?? 0) + step;
          this.gradient[edge] = (this.gradient[edge] ?? 0) - (forward[(unit - 1) * TAGS + from] ?? 0) * step;
        }
      }
      if (unit > 0) {
        const edge = (tags[unit - 1] ?? OUTSIDE) * TAGS + (tags[unit] ?? OUTSIDE);
        this.gradient[edge] = (this.gradient[edge] ?? 0) + 1;
      } else {
        differences.forEach((difference, to) => {
          this.gradient[START * TAGS + to] = difference;
        });
      }
      this.stepEmissions(units[unit] ?? new Int32Array(), differences);
      backward = before;
    }
    this.stepTransitions();
  }

  private stepEmissions(columns: Int32Array, differences: Float64Array): void {
    if (differences.every((difference) => Math.abs(difference) < NEGLIGIBLE)) return;
    const { emissions } = this.weights;
    for (const column of columns) {
      for (let tag = 0; tag < TAGS; tag += 1) {
        const at = column * TAGS + tag;
        const weight = emissions[at] ?? 0;
        const gradient = (differences[tag] ?? 0) - DECAY * weight;
        const squares = (this.emissionSquares[at] ?? 0) + gradient * gradient;
        this.emissionSquares[at] = squares;
        emissions[at] = weight + (RATE * gradient) / Math.sqrt(squares);
      }
    }
  }

  private stepTransitions(): void {
    const { transitions } = this.weights;
    this.gradient.forEach((gradient, at) => {
      const squares = (this.transitionSquares[at] ?? 0) + gradient * gradient;
      this.transitionSquares[at] = squares;
      transitions[at] = (transitions[at] ?? 0) + (RATE * gradient) / Math.sqrt(squares);
    });
  }
}
