import { type AnswerTerms, answerOdds } from '../../../../../domain/faults/localisation/asking/answer-gain.ts';
import { type Belief, believe, logNothing } from '../../../../../domain/faults/localisation/believe.ts';
import { callModels } from '../../../../../domain/faults/localisation/call-model.ts';
import { devicePrior } from '../../../../../domain/faults/localisation/device-prior.ts';
import { createCollect, emptyEvidence, type SupplyReport } from '../../../../../domain/faults/localisation/evidence.ts';
import type { DeviceTree } from '../../../../../domain/faults/localisation/index-tree.ts';
import { DEFAULT_LOCALISER_SETTINGS } from '../../../../../domain/faults/localisation/localiser-settings.ts';
import type { Moment } from '../../../../../domain/faults/localisation/moment.ts';
import { type Considered, consider } from '../../../../../domain/faults/localisation/tree-inference.ts';
import { weightOf } from '../../../../../domain/faults/localisation/weight-of.ts';

interface View {
  readonly considered: Considered;
  readonly belief: Belief;
}

/** A moment with what is believed at it, as the localiser has them; every report has one place. */
export function lookOn(tree: DeviceTree, said: readonly SupplyReport[], minutes: number) {
  const settings = DEFAULT_LOCALISER_SETTINGS;
  const models = callModels(settings);
  const evidence = emptyEvidence(tree.ids.length, models.length);
  const collect = createCollect(tree, models, settings);
  for (const { kind, at, asked, candidates } of said) {
    const places = candidates.map(({ customer, weight }) => ({
      customer: tree.positionOfCustomer.get(customer) ?? 0,
      weight,
    }));
    collect(evidence, { kind, at, asked: asked ?? false, places });
  }
  const prior = devicePrior(tree, settings);
  const moment: Moment = { tree, models, prior, evidence, confirmed: new Map(), minutes, settings };
  const considered = consider(tree, (device) => (evidence.calls[device * models.length] ?? 0) > 0);
  const view: View = { considered, belief: believe(moment, considered) };
  return { moment, view };
}

/** A set of failed devices, and how probable it is. */
interface FailedSet {
  readonly devices: readonly number[];
  readonly p: number;
}

/** Every set of devices of which none is upstream of another. */
export function setsAt(moment: Moment, { considered, belief }: View): FailedSet[] {
  const logs = setsBelow(moment.tree, [...considered.devices]).map((devices) =>
    belief.alive.reduce((sum, { hypothesis }) => {
      const base = devices.length === 0 ? logNothing(moment, hypothesis) : hypothesis.logBase;
      const log = devices.reduce((all, device) => all + weightOf(moment, device, hypothesis), base);
      return sum + Math.exp(log - belief.logWhole);
    }, 0),
  );
  const whole = logs.reduce((sum, p) => sum + p, 0);
  const sets = setsBelow(moment.tree, [...considered.devices]);
  return sets.map((devices, at) => ({ devices, p: (logs[at] ?? 0) / whole }));
}

function setsBelow(tree: DeviceTree, devices: readonly number[]): number[][] {
  const sets: number[][] = [[]];
  for (const device of devices) {
    const apart = sets.filter((set) => !set.some((upper) => isAtOrAbove(tree, upper, device)));
    sets.push(...apart.map((set) => [...set, device]));
  }
  return sets;
}

function isAtOrAbove(tree: DeviceTree, upper: number, lower: number): boolean {
  let device = lower;
  while (device > upper) device = tree.parent[device] ?? -1;
  return device === upper;
}

/** Mutual information of the failed set and the answers of some customers, in bits, by going through all of both. */
export function informationOf(
  tree: DeviceTree,
  sets: readonly FailedSet[],
  { customers, terms }: { readonly customers: readonly string[]; readonly terms: AnswerTerms },
): number {
  const odds = answerOdds(terms);
  const outcomes = customers.reduce<number[][]>(
    (all, _) => all.flatMap((one) => [0, 1, 2].map((a) => [...one, a])),
    [[]],
  );
  const likelihood = (set: FailedSet, outcome: readonly number[]): number =>
    customers.reduce((product, customer, at) => {
      const home = tree.deviceOfCustomer[tree.positionOfCustomer.get(customer) ?? 0] ?? 0;
      const isDark = set.devices.some((device) => isAtOrAbove(tree, device, home));
      const answer = odds[outcome[at] ?? 0];
      return product * ((isDark ? answer?.ifDark : answer?.ifLit) ?? 0);
    }, 1);
  let bits = 0;
  for (const outcome of outcomes) {
    const given = sets.map((set) => likelihood(set, outcome));
    const all = sets.reduce((sum, { p }, at) => sum + p * (given[at] ?? 0), 0);
    sets.forEach(({ p }, at) => {
      const l = given[at] ?? 0;
      if (p > 0 && l > 0) bits += p * l * Math.log2(l / all);
    });
  }
  return bits;
}
