import type { Question, QuestionOrder } from '../../domain/faults/localisation/asking/choose-questions.ts';
import {
  createLocaliser,
  type Localisation,
  type Localiser,
} from '../../domain/faults/localisation/create-localiser.ts';
import type { SupplyReport } from '../../domain/faults/localisation/evidence.ts';
import { type DeviceTree, indexTree } from '../../domain/faults/localisation/index-tree.ts';
import type { Network } from '../../domain/faults/localisation/network.ts';
import { pruneNetwork } from '../../domain/incidents/prune-network.ts';

/** What is asked of localisation: plain data, so that it can go to another thread. */
export interface LocaliseQuestion {
  readonly feederId: string;
  /** Names the state of the feeder's network. */
  readonly networkKey: string;
  /** Absent where it was sent before under the same key. */
  readonly network?: Network;
  /** Devices that are known to be off, with all below them. */
  readonly dark: readonly string[];
  /** Devices that a crew has found sound. */
  readonly sound: readonly string[];
  /** What is reported, but for what was sent before. */
  readonly reports: readonly SupplyReport[];
  /** So many reports were sent with earlier questions of the same network, dark and sound devices: these come after them. */
  readonly after: number;
  /** Since the failure. */
  readonly minutes: number;
  /** Asks whom to ask whether they have power, in place of what has failed. */
  readonly order?: QuestionOrder;
}

export type LocaliseAnswer =
  | { readonly kind: 'localised'; readonly localisation: Localisation }
  | { readonly kind: 'chosen'; readonly questions: readonly Question[] }
  /** What was sent before is not here any more: the whole has to be sent. */
  | { readonly kind: 'send_all' };

export type Localise = (question: LocaliseQuestion) => LocaliseAnswer;

const MOST_FEEDERS = 400;
/** Trees of one feeder, by what is off in it. */
const MOST_TREES = 8;

interface KnownFeeder {
  readonly networkKey: string;
  readonly network: Network;
  readonly trees: Map<string, DeviceTree>;
  last: Listening | null;
}

/** A localiser with what it was asked about. */
interface Listening {
  readonly tree: DeviceTree;
  readonly sound: string;
  readonly localiser: Localiser;
  /** How many reports it has taken in. */
  heard: number;
}

/** Answers questions about any number of feeders, and keeps their networks and what was reported between questions. */
export function createLocalise(): Localise {
  const feeders = new Map<string, KnownFeeder>();
  return ({ feederId, networkKey, network, dark, sound, reports, after, minutes, order }) => {
    let known = feeders.get(feederId);
    if (network) {
      known = { networkKey, network, trees: new Map(), last: null };
      remember(feeders, feederId, known, MOST_FEEDERS);
    }
    if (known?.networkKey !== networkKey) return { kind: 'send_all' };
    const listening = listen(known, { tree: treeOf(known, dark), sound, after });
    if (listening === null) return { kind: 'send_all' };
    for (const report of reports) listening.localiser.observe(report);
    listening.heard += reports.length;
    known.last = listening;
    const { localiser } = listening;
    if (order) return { kind: 'chosen', questions: localiser.ask(minutes, order) };
    return { kind: 'localised', localisation: localiser.infer(minutes) };
  };
}

/** Goes on where it left off, or begins; null where it can do neither. */
function listen(
  { last }: KnownFeeder,
  { tree, sound, after }: { readonly tree: DeviceTree; readonly sound: readonly string[]; readonly after: number },
): Listening | null {
  const soundKey = JSON.stringify([...sound].sort());
  if (after > 0) return last?.tree === tree && last.sound === soundKey && last.heard === after ? last : null;
  const localiser = createLocaliser(tree);
  for (const device of sound) localiser.confirm(device, 'sound');
  return { tree, sound: soundKey, localiser, heard: 0 };
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
