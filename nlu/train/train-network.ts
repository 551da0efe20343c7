import type { SparseVector } from '../features/feature-index.ts';
import type { HeadRange } from '../features/heads.ts';
import type { NetworkOutputs } from '../features/network-outputs.ts';
import { type Gradient, headGradients } from './head-gradients.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

export interface NetworkTask {
  readonly rows: readonly SparseVector[];
  /** By row, then by output: 1, -1, or 0 where the row says nothing. */
  readonly targets: readonly Int8Array[];
  /** Which outputs exclude each other, and which stand alone. */
  readonly heads: readonly Pick<HeadRange, 'kind' | 'start' | 'end'>[];
  /** Features beyond are not read. */
  readonly columns: number;
  readonly settings: NetworkSettings;
  readonly seed: number;
}

export interface NetworkSettings {
  readonly hidden: number;
  readonly passes: number;
  readonly rate: number;
  /** The share of features, and of hidden units, that a message is read without while learning. */
  readonly dropout: number;
  /** The share of hidden units where it differs from that of features. */
  readonly hiddenDropout?: number;
  /** What is taken from the true label and spread over all. */
  readonly smoothing: number;
}

/**
 * Learns all heads over one hidden layer, message by message, by AdaGrad (Duchi, Hazan, Singer 2011) with one rate a
 * feature: the gradients of its weights are the hidden units' times the feature's value, so their squares cost nothing.
 */
export function trainNetwork(task: NetworkTask): NetworkOutputs {
  const learner = new NetworkLearner(task);
  const order = Int32Array.from(task.rows, (_, at) => at);
  for (let pass = 0; pass < task.settings.passes; pass += 1) {
    shuffle(order, order.length, learner.random);
    for (const at of order) {
      const row = task.rows[at];
      const target = task.targets[at];
      if (row !== undefined && target !== undefined) learner.learn(row, target);
    }
  }
  return learner.finish();
}

const TINY = 1e-8;
const LARGEST = 127;
const FIRST_SPREAD = 0.1;

class NetworkLearner {
  readonly random: () => number;
  private readonly task: NetworkTask;
  private readonly gradients: Gradient;
  private readonly first: Float32Array;
  private readonly firstSquares: Float32Array;
  private readonly firstBiases: Trained;
  private readonly second: Trained;
  private readonly secondBiases: Trained;
  private readonly units: Float32Array;
  private readonly back: Float32Array;
  private readonly scores: Float32Array;

  constructor(task: NetworkTask) {
    this.task = task;
    this.random = seededRandom(task.seed);
    const { hidden, smoothing, rate } = task.settings;
    const outputs = task.heads.reduce((most, head) => Math.max(most, head.end), 0);
    this.gradients = headGradients(task.heads, smoothing);
    this.first = this.spread(task.columns * hidden, FIRST_SPREAD);
    this.firstSquares = new Float32Array(task.columns);
    this.firstBiases = new Trained(new Float32Array(hidden), rate);
    this.second = new Trained(this.spread(hidden * outputs, Math.sqrt(6 / (hidden + outputs))), rate);
    this.secondBiases = new Trained(logOdds(task.targets, outputs), rate);
    this.units = new Float32Array(hidden);
    this.back = new Float32Array(hidden);
    this.scores = new Float32Array(outputs);
  }

  learn(row: SparseVector, target: Int8Array): void {
    const seen = this.thinned(row);
    const live = this.forward(seen);
    this.gradients(this.scores, target);
    this.backward(seen, live);
  }

  finish(): NetworkOutputs {
    const { hidden } = this.task.settings;
    const steps = new Float32Array(hidden).fill(TINY);
    this.first.forEach((weight, at) => {
      const unit = at % hidden;
      steps[unit] = Math.max(steps[unit] ?? 0, Math.abs(weight) / LARGEST);
    });
    const first = Int8Array.from(this.first, (weight, at) => Math.round(weight / (steps[at % hidden] ?? 1)));
    return {
      hidden,
      first,
      steps,
      firstBiases: this.firstBiases.weights,
      second: this.second.weights,
      secondBiases: this.secondBiases.weights,
    };
  }

  private spread(length: number, scale: number): Float32Array {
    return Float32Array.from({ length }, () => (this.random() * 2 - 1) * scale);
  }

  /** The message without a share of its features, the rest made up for it. */
  private thinned(row: SparseVector): { columns: number[]; values: number[] } {
    const { dropout } = this.task.settings;
    const columns: number[] = [];
    const values: number[] = [];
    for (let at = 0; at < row.columns.length; at += 1) {
      const column = row.columns[at] ?? 0;
      if (column >= this.task.columns || this.random() < dropout) continue;
      columns.push(column);
      values.push((row.values[at] ?? 0) / (1 - dropout));
    }
    return { columns, values };
  }

  /** Leaves the scores in place and tells which hidden units spoke. */
  private forward(seen: { columns: readonly number[]; values: readonly number[] }): number[] {
    const { first, units, scores } = this;
    const { hidden, dropout, hiddenDropout = dropout } = this.task.settings;
    units.set(this.firstBiases.weights);
    for (let at = 0; at < seen.columns.length; at += 1) {
      const value = seen.values[at] ?? 0;
      const row = (seen.columns[at] ?? 0) * hidden;
      for (let unit = 0; unit < hidden; unit += 1) {
        units[unit] = (units[unit] ?? 0) + value * (first[row + unit] ?? 0);
      }
    }
    const live: number[] = [];
    const second = this.second.weights;
    scores.set(this.secondBiases.weights);
    for (let unit = 0; unit < hidden; unit += 1) {
      if ((units[unit] ?? 0) <= 0 || this.random() < hiddenDropout) continue;
      const value = (units[unit] ?? 0) / (1 - hiddenDropout);
      units[unit] = value;
      live.push(unit);
      const row = unit * scores.length;
      for (let output = 0; output < scores.length; output += 1) {
        scores[output] = (scores[output] ?? 0) + value * (second[row + output] ?? 0);
      }
    }
    return live;
  }

  /** Scores are the loss's slopes by now. */
  private backward(seen: { columns: readonly number[]; values: readonly number[] }, live: readonly number[]): void {
    const { back, scores, units, first } = this;
    const { dropout, hiddenDropout = dropout, rate, hidden } = this.task.settings;
    let squares = 0;
    for (const unit of live) {
      const row = unit * scores.length;
      let sum = 0;
      for (let output = 0; output < scores.length; output += 1) {
        sum += (scores[output] ?? 0) * (this.second.weights[row + output] ?? 0);
        this.second.move(row + output, (scores[output] ?? 0) * (units[unit] ?? 0));
      }
      back[unit] = sum / (1 - hiddenDropout);
      squares += (back[unit] ?? 0) ** 2;
      this.firstBiases.move(unit, back[unit] ?? 0);
    }
    for (let output = 0; output < scores.length; output += 1) this.secondBiases.move(output, scores[output] ?? 0);
    for (let at = 0; at < seen.columns.length; at += 1) {
      const value = seen.values[at] ?? 0;
      const column = seen.columns[at] ?? 0;
      const sum = (this.firstSquares[column] ?? 0) + (squares / hidden) * value * value;
      this.firstSquares[column] = sum;
      const factor = (rate * value) / Math.sqrt(sum + TINY);
      const row = column * hidden;
      for (const unit of live) first[row + unit] = (first[row + unit] ?? 0) - factor * (back[unit] ?? 0);
    }
  }
}

/** Weights with an AdaGrad rate each. */
class Trained {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;
  private readonly rate: number;

  constructor(weights: Float32Array, rate: number) {
    this.weights = weights;
    this.squares = new Float32Array(weights.length);
    this.rate = rate;
  }

  move(at: number, slope: number): void {
    const sum = (this.squares[at] ?? 0) + slope * slope;
    this.squares[at] = sum;
    this.weights[at] = (this.weights[at] ?? 0) - (this.rate * slope) / Math.sqrt(sum + TINY);
  }
}

/** Rare labels begin as unlikely: learning that they are rare would otherwise take most of the passes. */
function logOdds(targets: readonly Int8Array[], outputs: number): Float32Array {
  return Float32Array.from({ length: outputs }, (_, output) => {
    let yes = 1;
    let no = 1;
    for (const target of targets) {
      if ((target[output] ?? 0) > 0) yes += 1;
      else if ((target[output] ?? 0) < 0) no += 1;
    }
    return Math.log(yes / no);
  });
}
