import type { Random } from '../../data/demo/random.ts';
import type { DeviceTree } from '../../domain/faults/localisation/index-tree.ts';

/** What a policy may go by. */
export interface Situation {
  readonly random: Random;
  readonly tree: DeviceTree;
  /** Who has reported that there is no power. */
  readonly callers: readonly string[];
  readonly mayBeAsked: readonly string[];
  /** The customers who tell most together by what is believed now. */
  readonly ask: (mayBeAsked: readonly string[], most: number) => readonly string[];
}

/** Gives with each call the next customers to ask together, nobody twice; none where nobody is left. */
export type Policy = (situation: Situation) => () => readonly string[];

/** By expected gain of information; so many together before an answer is waited for. */
export function byGain(together: number): Policy {
  return ({ mayBeAsked, ask }) => {
    let left = mayBeAsked;
    return () => {
      const chosen = ask(left, together);
      left = left.filter((id) => !chosen.includes(id));
      return chosen;
    };
  };
}

/** Each the one of whose supply least is known, without regard to what the others of the group would tell. */
export function mostUncertain(together: number): Policy {
  return ({ mayBeAsked, ask }) => {
    let left = mayBeAsked;
    return () => {
      const chosen: string[] = [];
      while (chosen.length < together) {
        const [next] = ask(left, 1);
        if (next === undefined) break;
        chosen.push(next);
        left = left.filter((id) => id !== next);
      }
      return chosen;
    };
  };
}

/** The neighbours of whoever called: in turn for each caller the nearest in the network, the smallest common device first. */
export const neighbours: Policy = ({ random, tree, callers, mayBeAsked }) => {
  const shuffled = shuffle(random, mayBeAsked);
  const lists = shuffle(random, [...new Set(callers)]).map((caller) => {
    const above = pathOf(tree, caller);
    const distance = (id: string): number => {
      const device = pathOf(tree, id).find((each) => above.includes(each));
      return device === undefined ? Number.POSITIVE_INFINITY : (tree.customersBelow[device] ?? 0);
    };
    return shuffled
      .map((id) => ({ id, far: distance(id) }))
      .sort((a, b) => a.far - b.far)
      .map(({ id }) => id);
  });
  const asked = new Set<string>();
  return () => {
    for (const list of lists) {
      const next = list.find((id) => !asked.has(id));
      // The callers take turns.
      lists.push(...lists.splice(0, 1));
      if (next !== undefined) {
        asked.add(next);
        return [next];
      }
    }
    return [];
  };
};

export const anybody: Policy = ({ random, mayBeAsked }) => {
  const left = shuffle(random, mayBeAsked);
  return () => left.splice(0, 1);
};

function pathOf(tree: DeviceTree, customer: string): number[] {
  const path: number[] = [];
  let device = tree.deviceOfCustomer[tree.positionOfCustomer.get(customer) ?? -1] ?? -1;
  for (; device >= 0; device = tree.parent[device] ?? -1) path.push(device);
  return path;
}

function shuffle<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: random.unit() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
