import type { SupplyReport } from '../faults/localisation/evidence.ts';

/** A report or word with the customers that it may come from. */
export interface PlacedWord {
  /** Null where it is no ticket's. */
  readonly ticketId: string | null;
  readonly kind: SupplyReport['kind'];
  readonly asked: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly candidates: SupplyReport['candidates'];
}

export interface FeederTopology {
  /** Null for the feeder's own device. */
  readonly parentOf: ReadonlyMap<string, string | null>;
  readonly deviceOfCustomer: ReadonlyMap<string, string>;
}

export interface Evidence {
  /** By ticket: the device, known to be off, that most of its candidates lie below. */
  readonly explained: ReadonlyMap<string, string>;
  /** What is still to be explained, in minutes since `startedAt`. */
  readonly reports: readonly SupplyReport[];
  /** The tickets of `reports`, at the same places. */
  readonly tickets: readonly (string | null)[];
  /** When the trouble is taken to have begun; null where nothing is to be explained. */
  readonly startedAt: number | null;
}

const MINUTE = 60_000;
/** The first call comes after the failure. */
const LEAD = 2 * MINUTE;
const MOSTLY = 0.5;

/** Parts what is explained by devices known to be off from what localisation is to explain. */
export function gatherEvidence(
  topology: FeederTopology,
  words: readonly PlacedWord[],
  dark: ReadonlySet<string>,
): Evidence {
  const explained = new Map<string, string>();
  const live = words.filter((word) => {
    const device = coveredBy(topology, word, dark);
    if (device !== null && word.ticketId !== null) explained.set(word.ticketId, device);
    return device === null;
  });
  const first = live.reduce<number | null>(
    (earliest, { kind, at }) => (kind === 'no_power' ? Math.min(earliest ?? at, at) : earliest),
    null,
  );
  if (first === null) return { explained, reports: [], tickets: [], startedAt: null };
  const startedAt = first - LEAD;
  const heard = live.filter(({ kind, at }) => kind === 'no_power' || at >= startedAt);
  return {
    explained,
    startedAt,
    tickets: heard.map(({ ticketId }) => ticketId),
    reports: heard.map(({ kind, asked, at, candidates }) => ({
      kind,
      asked,
      at: (at - startedAt) / MINUTE,
      candidates,
    })),
  };
}

/** The device, of some, that most of a word's candidates lie below; null where there is none. */
export function coveredBy(
  { parentOf, deviceOfCustomer }: FeederTopology,
  { candidates }: Pick<PlacedWord, 'candidates'>,
  devices: ReadonlySet<string>,
): string | null {
  if (devices.size === 0) return null;
  const whole = candidates.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<string, number>();
  for (const { customer, weight } of candidates) {
    let device = deviceOfCustomer.get(customer) ?? null;
    while (device !== null && !devices.has(device)) device = parentOf.get(device) ?? null;
    if (device !== null) shares.set(device, (shares.get(device) ?? 0) + weight);
  }
  const [best] = [...shares].sort((a, b) => b[1] - a[1]);
  return best && best[1] > whole * MOSTLY ? best[0] : null;
}
