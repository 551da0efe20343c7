import { gradeFault } from '../../domain/faults/severity.ts';
import { ALARM_GROUNDS, type AlarmGround, type AlarmWeights } from '../artefact/language-model.ts';
import { alarmFeatures, alarmGround, alarmOf } from '../faults/alarm.ts';
import type { FactProbabilities } from '../faults/decide-fault.ts';
import type { ReadMessage } from '../features/read-message.ts';
import type { Example } from './example.ts';

export interface AlarmSample {
  readonly example: Example;
  readonly message: ReadMessage;
  readonly probabilities: FactProbabilities;
}

/** So many false alarms are borne for one emergency heard more. */
const WORTH = 6;
/** Where fewer emergencies than these were seen on a ground, its threshold is cautious. */
const FEW = 5;
const CAUTIOUS = 0.2;
const LOWEST = 0.02;
const HIGHEST = 0.5;
const PASSES = 400;
const RATE = 0.5;
const DECAY = 1e-4;
/** A missed emergency is this much worse than a false alarm. */
const MISSED = 3;

/** Logistic regression by gradient descent over the whole set: few weights, so it cannot learn the messages by heart. */
export function fitAlarm(samples: readonly AlarmSample[], worth = WORTH): AlarmWeights {
  const rows = samples.map((sample) => alarmFeatures(sourceOf(sample)));
  const truths = samples.map(({ example }) => example.fault !== null && gradeFault(example.fault).severity === 'P1');
  const scale = columnScale(rows);
  const weights = new Float64Array(scale.length);
  const velocity = new Float64Array(scale.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const gradient = new Float64Array(scale.length);
    rows.forEach((row, at) => {
      let score = 0;
      for (let column = 0; column < scale.length; column += 1) {
        score += ((row[column] ?? 0) / (scale[column] ?? 1)) * (weights[column] ?? 0);
      }
      const truth = truths[at] === true;
      const error = (1 / (1 + Math.exp(-score)) - (truth ? 1 : 0)) * (truth ? MISSED : 1);
      for (let column = 0; column < scale.length; column += 1) {
        gradient[column] = (gradient[column] ?? 0) + (error * (row[column] ?? 0)) / (scale[column] ?? 1);
      }
    });
    for (let column = 0; column < scale.length; column += 1) {
      const step = (gradient[column] ?? 0) / rows.length + DECAY * (weights[column] ?? 0);
      velocity[column] = 0.9 * (velocity[column] ?? 0) - RATE * step;
      weights[column] = (weights[column] ?? 0) + (velocity[column] ?? 0);
    }
  }
  const plain = Array.from(weights, (weight, column) => Number((weight / (scale[column] ?? 1)).toFixed(5)));
  const alarms = samples.map((sample, at) => ({
    ground: alarmGround(sample.message.findings),
    alarm: alarmOf(plain, sourceOf(sample)),
    truth: truths[at] === true,
  }));
  const thresholds = Object.fromEntries(
    ALARM_GROUNDS.map((ground) => [
      ground,
      thresholdOf(
        alarms.filter((one) => one.ground === ground),
        worth,
      ),
    ]),
  ) as Record<AlarmGround, number>;
  return { weights: plain, thresholds };
}

/** Where the cost of what is missed and what is false is least; of equals the lowest. */
function thresholdOf(alarms: readonly { alarm: number; truth: boolean }[], worth: number): number {
  if (alarms.filter(({ truth }) => truth).length < FEW) return CAUTIOUS;
  let best = { threshold: CAUTIOUS, cost: Number.POSITIVE_INFINITY };
  for (let threshold = LOWEST; threshold <= HIGHEST; threshold += 0.02) {
    let cost = 0;
    for (const { alarm, truth } of alarms) {
      if (truth && alarm < threshold) cost += worth;
      else if (!truth && alarm >= threshold) cost += 1;
    }
    if (cost < best.cost) best = { threshold, cost };
  }
  return Number(best.threshold.toFixed(2));
}

function sourceOf({ message, probabilities }: AlarmSample) {
  return { findings: message.findings, probabilities, length: message.normal.text.length };
}

function columnScale(rows: readonly (readonly number[])[]): Float64Array {
  const squares = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) {
    row.forEach((value, column) => {
      squares[column] = (squares[column] ?? 0) + value * value;
    });
  }
  return squares.map((sum) => Math.max(1e-3, Math.sqrt(sum / Math.max(rows.length, 1))));
}
