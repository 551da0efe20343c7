import type { Hypothesis, Moment } from './moment.ts';
import type { Considered } from './tree-inference.ts';

/** Calls that speak so loud can't all be unrelated. */
const PLENTY = 30;
/** Weight of a confirmed failure: so large that nothing outweighs it. */
const CERTAIN = 100_000;

/** Log weight of one device's failure: its prior × P(its calls, at least one of them genuine; silence; word of supply | failed) / P(… | supplied). */
export function weightOf(moment: Moment, device: number, hypothesis: Hypothesis): number {
  const { evidence, models, prior, tree, confirmed } = moment;
  if (confirmed.get(device) === true) return CERTAIN;
  const customers = tree.customersBelow[device] ?? 0;
  const calls = evidence.calls[device * models.length + hypothesis.model] ?? 0;
  const genuine = calls > PLENTY ? calls : calls + Math.log(-Math.expm1(-calls));
  return (
    hypothesis.failure.logFailure +
    (prior.logShare[device] ?? Number.NEGATIVE_INFINITY) +
    genuine +
    Math.max(0, customers - (evidence.callsBelow[device] ?? 0)) * hypothesis.logSilence +
    (evidence.hasPower[device] ?? 0) +
    Math.max(0, customers - (evidence.unaskedHasPowerBelow[device] ?? 0)) * hypothesis.wordOfSupply
  );
}

/** Writes to `target` the log weight of each considered device's failure against no failure. */
export function weigh(moment: Moment, { devices }: Considered, hypothesis: Hypothesis, target: Float64Array): void {
  for (let row = 0; row < devices.length; row += 1) target[row] = weightOf(moment, devices[row] ?? 0, hypothesis);
}
