import type { Random } from '../../data/demo/random.ts';
import type { Answer, Scenario } from '../../desk/localisation/trouble-format.ts';
import type { DeviceTree } from '../../domain/faults/localisation/index-tree.ts';
import type { Ground } from './ground.ts';

/** How the world behaves in a set of scenarios. */
export interface World {
  /** How often a failure is of a kind; renormalised over the kinds present. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly doubles: number;
  /** Probabilities that an affected customer calls. */
  readonly callShares: readonly [number, ...number[]];
  /** Standard deviation of the log of a transformer area's call share around the scenario's. */
  readonly areaSpread: number;
  /** Minutes from failure to call. */
  readonly delay: (random: Random) => number;
  /** Unrelated calls per customer and hour. */
  readonly background: number;
  /** Probabilities that a supplied customer says so. */
  readonly wordShares: readonly [number, ...number[]];
  readonly wrongPlace: number;
  readonly moments: readonly [number, ...number[]];
  /** Longest time between the failure and what is taken for its time, minutes. */
  readonly startUnknownBy: number;
}

export interface Drawn {
  readonly scenario: Scenario;
  readonly answer: Answer;
}

export interface Order {
  readonly ground: Ground;
  readonly world: World;
  readonly count: number;
}

const MOST_TRIES = 20_000;

export function drawScenarios(random: Random, { ground, world, count }: Order): Drawn[] {
  const draw = createDraw(ground, world);
  return Array.from({ length: count }, (_, index) => draw(random.branch(`${index}`), `s${index}`));
}

function createDraw(ground: Ground, world: World): (random: Random, id: string) => Drawn {
  const { tree } = ground;
  const pick = createPick(tree, world);
  const below = customersBelow(tree);
  return (random, id) => {
    const callShare = random.pick(world.callShares);
    const wordShare = random.pick(world.wordShares);
    const minutes = random.pick(world.moments);
    const count = random.chance(world.doubles) ? 2 : 1;
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const failed = Array.from({ length: count }, () => pick(random));
      if (isNested(tree, failed)) continue;
      const dark = failed.map((device) => below[device] ?? []);
      const heard = report({ random, ground, world, dark, callShare, wordShare, minutes });
      if (!heard.genuine.every((calls) => calls > 0)) continue;
      const shift = random.unit() * world.startUnknownBy;
      const reports = heard.reports
        .map((each) => ({ ...each, t: each.t + shift }))
        .sort((a, b) => a.t - b.t || (a.customer < b.customer ? -1 : 1));
      return {
        scenario: { id, t_min: minutes + shift, reports },
        answer: { id, failed: failed.map((device) => tree.ids[device] ?? '') },
      };
    }
    throw new Error('the world is too quiet: no failure is noticed');
  };
}

function createPick(tree: DeviceTree, { kinds }: World): (random: Random) => number {
  const byKind = Map.groupBy(
    Array.from(tree.ids, (_, device) => device).filter(
      (device) => (kinds[tree.kinds[device] ?? ''] ?? 0) > 0 && (tree.customersBelow[device] ?? 0) > 0,
    ),
    (device) => tree.kinds[device] ?? '',
  );
  const total = [...byKind.keys()].reduce((sum, kind) => sum + (kinds[kind] ?? 0), 0);
  return (random) => {
    let left = random.unit() * total;
    let devices: readonly number[] = [];
    for (const [kind, members] of byKind) {
      devices = members;
      left -= kinds[kind] ?? 0;
      if (left < 0) break;
    }
    return devices[Math.floor(random.unit() * devices.length)] ?? 0;
  };
}

function isNested(tree: DeviceTree, failed: readonly number[]): boolean {
  return failed.some((lower, index) => {
    for (let device = lower; device >= 0; device = tree.parent[device] ?? -1) {
      if (failed.some((upper, other) => other !== index && upper === device)) return true;
    }
    return false;
  });
}

function customersBelow(tree: DeviceTree): number[][] {
  const below: number[][] = tree.ids.map(() => []);
  tree.deviceOfCustomer.forEach((start, customer) => {
    for (let device = start; device >= 0; device = tree.parent[device] ?? -1) below[device]?.push(customer);
  });
  return below;
}

interface Happening {
  readonly random: Random;
  readonly ground: Ground;
  readonly world: World;
  readonly dark: readonly (readonly number[])[];
  readonly callShare: number;
  readonly wordShare: number;
  readonly minutes: number;
}

interface Heard {
  readonly reports: Scenario['reports'];
  /** Genuine, correctly placed calls below each failed device. */
  readonly genuine: readonly number[];
}

function report({ random, ground, world, dark, callShare, wordShare, minutes }: Happening): Heard {
  const { tree, near: nearest } = ground;
  const reports: Scenario['reports'] = [];
  const customers = tree.deviceOfCustomer.length;
  const ids = [...tree.positionOfCustomer.keys()];
  const say = (customer: number, t: number, kind: 'no_power' | 'has_power'): boolean => {
    const near = nearest[customer] ?? [];
    const isMistaken = near.length > 0 && random.chance(world.wrongPlace);
    const placed = isMistaken ? (near[Math.floor(random.unit() * near.length)] ?? customer) : customer;
    reports.push({ customer: ids[placed] ?? '', t, kind });
    return !isMistaken;
  };
  const factors = new Map<number, number>();
  const shareIn = (customer: number): number => {
    if (world.areaSpread === 0) return callShare;
    const area = areaOf(tree, customer);
    const factor = factors.get(area) ?? Math.exp(world.areaSpread * random.normal());
    factors.set(area, factor);
    return Math.min(1, callShare * factor);
  };
  const genuine = dark.map((affected) => {
    let calls = 0;
    for (const customer of affected) {
      if (!random.chance(shareIn(customer))) continue;
      const t = world.delay(random);
      if (t <= minutes && say(customer, t, 'no_power')) calls += 1;
    }
    return calls;
  });
  const isDark = new Set(dark.flat());
  for (let customer = 0; customer < customers; customer += 1) {
    if (isDark.has(customer)) continue;
    if (random.chance((world.background * minutes) / 60)) say(customer, random.unit() * minutes, 'no_power');
    if (random.chance(wordShare)) say(customer, random.unit() * minutes, 'has_power');
  }
  return { reports, genuine };
}

/** People who share a transformer share habits. */
function areaOf(tree: DeviceTree, customer: number): number {
  let device = tree.deviceOfCustomer[customer] ?? -1;
  while (device >= 0 && tree.kinds[device] !== 'transformer') device = tree.parent[device] ?? -1;
  return device;
}
