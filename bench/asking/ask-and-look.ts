import type { Random } from '../../data/demo/random.ts';
import type { Scenario } from '../../desk/localisation/trouble-format.ts';
import { createLocaliser } from '../../domain/faults/localisation/create-localiser.ts';
import type { DeviceTree } from '../../domain/faults/localisation/index-tree.ts';
import type { LocaliserSettings } from '../../domain/faults/localisation/localiser-settings.ts';
import type { Policy } from './policies.ts';

/** How people answer in a trial. Probabilities. */
export interface People {
  /** That they have agreed to be asked. */
  readonly agree: number;
  readonly noAnswer: number;
  readonly wrong: number;
}

export interface Trial {
  readonly tree: DeviceTree;
  readonly settings: LocaliserSettings;
  readonly scenario: Scenario;
  readonly failed: readonly string[];
  readonly people: People;
  /** Numbers of questions, rising, after which it is looked whether the failed set is named. */
  readonly moments: readonly number[];
}

/** Asks one group after the other; tells by moment whether just the true set was called failed. */
export function askAndLook(random: Random, trial: Trial, policy: Policy): boolean[] {
  const { tree, settings, scenario, failed, people, moments } = trial;
  const localiser = createLocaliser(tree, settings);
  const heard = scenario.reports.filter(({ t }) => t <= scenario.t_min);
  for (const { customer, t, kind } of heard) {
    localiser.observe({ kind, at: t, candidates: [{ customer, weight: 1 }] });
  }
  const minutes = scenario.t_min;
  const spoken = new Set(heard.map(({ customer }) => customer));
  // Drawn in the order of the network: the same people agree and answer alike whatever the policy.
  const agreed = [...tree.positionOfCustomer.keys()].filter(
    (id) => random.branch(`${id} agrees`).chance(people.agree) && !spoken.has(id),
  );
  const isDark = darkBelow(tree, failed);
  const group = policy({
    random: random.branch('policy'),
    tree,
    callers: heard.filter(({ kind }) => kind === 'no_power').map(({ customer }) => customer),
    mayBeAsked: agreed,
    ask: (mayBeAsked, most) =>
      localiser
        .ask(minutes, { mayBeAsked, pending: [], most, leastGain: 0, noAnswer: people.noAnswer })
        .map(({ customer }) => customer),
  });
  const waiting: string[] = [];
  let asked = 0;
  return moments.map((moment) => {
    for (; asked < moment; asked += 1) {
      if (waiting.length === 0) waiting.push(...group());
      const customer = waiting.shift();
      if (customer === undefined) break;
      const draw = random.branch(`${customer} answers`);
      if (draw.chance(people.noAnswer)) continue;
      const dark = isDark(customer) !== draw.chance(people.wrong);
      localiser.observe({
        kind: dark ? 'no_power' : 'has_power',
        at: minutes,
        candidates: [{ customer, weight: 1 }],
        asked: true,
      });
    }
    const called = new Set(localiser.infer(minutes).failed);
    return called.size === failed.length && failed.every((device) => called.has(device));
  });
}

function darkBelow(tree: DeviceTree, failed: readonly string[]): (customer: string) => boolean {
  const off = new Set(failed.map((device) => tree.positionOfDevice.get(device)));
  return (customer) => {
    let device = tree.deviceOfCustomer[tree.positionOfCustomer.get(customer) ?? -1] ?? -1;
    while (device >= 0 && !off.has(device)) device = tree.parent[device] ?? -1;
    return device >= 0;
  };
}
