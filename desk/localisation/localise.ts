import { createLocaliser, type Localisation } from '../../domain/faults/localisation/create-localiser.ts';
import type { SupplyReport } from '../../domain/faults/localisation/evidence.ts';
import { type DeviceTree, indexTree } from '../../domain/faults/localisation/index-tree.ts';
import type { Network } from '../../domain/faults/localisation/network.ts';
import { pruneNetwork } from '../../domain/incidents/prune-network.ts';

/** What is asked of localisation: plain data, so that it can go to another thread. */
export interface LocaliseQuestion {
  readonly feederId: string;
  /** Names the state of the feeder's network: the same is not sent twice. */
  readonly networkKey: string;
  /** Absent where it was sent before under the same key. */
  readonly network?: Network;
  /** Devices that are known to be off, with all below them. */
  readonly dark: readonly string[];
  /** Devices that a crew has found sound. */
  readonly sound: readonly string[];
  readonly reports: readonly SupplyReport[];
  /** Since the failure. */
  readonly minutes: number;
}

export type LocaliseAnswer =
  | { readonly kind: 'localised'; readonly localisation: Localisation }
  /** The network has to be sent with the question. */
  | { readonly kind: 'network_needed' };

export type Localise = (question: LocaliseQuestion) => LocaliseAnswer;

const MOST_FEEDERS = 400;
/** Trees of one feeder, by what is off in it. */
const MOST_TREES = 8;

interface KnownFeeder {
  readonly networkKey: string;
  readonly network: Network;
  readonly trees: Map<string, DeviceTree>;
}

/** Answers questions about any number of feeders, and keeps their networks between questions. */
export function createLocalise(): Localise {
  const feeders = new Map<string, KnownFeeder>();
  return ({ feederId, networkKey, network, dark, sound, reports, minutes }) => {
    let known = feeders.get(feederId);
    if (network) {
      known = { networkKey, network, trees: new Map() };
      remember(feeders, feederId, known, MOST_FEEDERS);
    }
    if (known?.networkKey !== networkKey) return { kind: 'network_needed' };
    const localiser = createLocaliser(treeOf(known, dark));
    for (const report of reports) localiser.observe(report);
    for (const device of sound) localiser.confirm(device, 'sound');
    return { kind: 'localised', localisation: localiser.infer(minutes) };
  };
}

function treeOf({ network, trees }: KnownFeeder, dark: readonly string[]): DeviceTree {
  const key = JSON.stringify([...dark].sort());
  const tree = trees.get(key) ?? indexTree(pruneNetwork(network, new Set(dark)));
  remember(trees, key, tree, MOST_TREES);
  return tree;
}

/** The one used longest ago makes room. */
function remember<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
