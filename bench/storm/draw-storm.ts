import type { Random } from '../../data/demo/random.ts';
import type { DeviceKind } from '../../domain/faults/device-kinds.ts';
import type { Caller } from './caller.ts';
import { DANGERS } from './words.ts';

/** The utility as far as a storm needs it. */
export interface StormUtility {
  readonly devices: readonly { readonly id: string; readonly kind: DeviceKind; readonly parent: string | null }[];
  readonly homes: readonly Home[];
}

export interface Home {
  readonly premisesId: string;
  readonly deviceId: string;
  readonly account: string;
  readonly address: string;
  readonly lat: number;
  readonly lon: number;
  /** The address in Latin letters, as who writes English gives it. */
  readonly latin: string;
}

export interface Storm {
  /** In the order in which they begin. */
  readonly callers: readonly Caller[];
  /** Devices that have failed. */
  readonly failed: readonly string[];
}

/** Of those who lose supply, so many write in. */
const CALL_SHARE = 0.75;
/** Of all who write in, so many have lost supply by what has failed; with the others it is their own trouble. */
const BY_FAILURE = 0.85;
/** What fails, drawn again and again: a storm takes many small things and some great ones. */
const KINDS: readonly (readonly [DeviceKind, number])[] = [
  ['feeder_breaker', 0.04],
  ['recloser_or_switch', 0.12],
  ['fuse', 0.34],
  ['transformer', 0.3],
  ['lv_line', 0.2],
];
/** Minutes until half of those who lose supply have written; some write late. */
const DELAY_MINUTES = 1.5;

export interface StormGiven {
  readonly customers: number;
  /** Simulated minutes within which they all begin. */
  readonly minutes: number;
  /** Of them, so many tell of danger to life. */
  readonly dangerShare: number;
  readonly random: Random;
}

/** Who writes in a storm, the same for the same seed. */
export function drawStorm(utility: StormUtility, { customers, minutes, dangerShare, random }: StormGiven): Storm {
  const dark = drawFailures(utility, { customers, random: random.branch('failures') });
  const trouble = random.branch('own trouble');
  const lit = shuffled(
    utility.homes.filter(({ premisesId }) => !dark.has(premisesId)),
    trouble,
  );
  const people = random.branch('people');
  const moments = new Map([...new Set(dark.values())].map(({ id }) => [id, people.unit() * 0.5 * minutes]));
  const hit = shuffled(
    utility.homes.filter(({ premisesId }) => dark.has(premisesId)),
    trouble,
  ).slice(0, Math.min(customers, Math.round(customers * BY_FAILURE)));
  const chosen = [...hit, ...lit.slice(0, customers - hit.length)];
  const callers = chosen.map((home) => {
    const cause = dark.get(home.premisesId) ?? null;
    return drawCaller(people, { home, cause, failedAt: moments.get(cause?.id ?? '') ?? null, minutes, dangerShare });
  });
  callers.sort((a, b) => a.startsAt - b.startsAt);
  return {
    callers: callers.map((caller, number) => ({ ...caller, number, phone: `1990${String(number).padStart(7, '0')}` })),
    failed: [...new Set(callers.flatMap(({ failed }) => failed ?? []))],
  };
}

type Cause = StormUtility['devices'][number];

/** Devices fail until enough homes are dark; by home, the highest failed device above it. */
function drawFailures(
  { devices, homes }: StormUtility,
  { customers, random }: { customers: number; random: Random },
): Map<string, Cause> {
  const byId = new Map(devices.map((device) => [device.id, device]));
  const byKind = Map.groupBy(devices, ({ kind }) => kind);
  const above = (id: string): Cause[] => {
    const path: Cause[] = [];
    for (let at = byId.get(id); at; at = at.parent === null ? undefined : byId.get(at.parent)) path.push(at);
    return path;
  };
  const paths = new Map(homes.map(({ premisesId, deviceId }) => [premisesId, above(deviceId)]));
  const below = new Map<string, string[]>();
  for (const [premises, path] of paths) {
    for (const { id } of path) {
      const there = below.get(id);
      if (there) there.push(premises);
      else below.set(id, [premises]);
    }
  }
  const wanted = Math.min(homes.length * 0.8, (customers * BY_FAILURE) / CALL_SHARE);
  const dark = new Map<string, Cause>();
  for (let tries = 0; dark.size < wanted && tries < devices.length; tries += 1) {
    const [first, ...others] = byKind.get(drawKind(random)) ?? [];
    if (!first) continue;
    const device = random.pick([first, ...others]);
    if ((below.get(device.id) ?? []).some((premises) => dark.has(premises))) continue;
    for (const premises of below.get(device.id) ?? []) dark.set(premises, device);
  }
  return dark;
}

function drawKind(random: Random): DeviceKind {
  let left = random.unit();
  for (const [kind, share] of KINDS) {
    left -= share;
    if (left < 0) return kind;
  }
  return 'transformer';
}

interface Circumstances {
  readonly home: Home;
  readonly cause: Cause | null;
  /** Simulated minutes; null where it is their own trouble. */
  readonly failedAt: number | null;
  readonly minutes: number;
  readonly dangerShare: number;
}

function drawCaller(random: Random, { home, cause, failedAt, minutes, dangerShare }: Circumstances): Caller {
  const language = random.chance(0.15) ? 'en' : 'zh';
  const delay = DELAY_MINUTES * Math.exp(0.9 * random.normal());
  const at = failedAt === null ? random.unit() * minutes : Math.min(minutes, failedAt + delay);
  const named = random.unit();
  const one = (share: number, most: number) => (random.chance(share) ? random.whole(1, most) : null);
  return {
    number: 0,
    phone: '',
    premisesId: home.premisesId,
    startsAt: Math.round(at * 60_000),
    language,
    failed: cause?.id ?? null,
    place: { words: language === 'en' ? home.latin : home.address, lat: home.lat, lon: home.lon },
    account: home.account,
    names: named < 0.7 ? 'address' : named < 0.85 ? 'account' : 'position',
    sees: drawSigns(random, cause),
    danger: random.chance(dangerShare)
      ? { words: random.pick(DANGERS[language]), when: random.chance(0.75) ? 'first' : 'asked' }
      : null,
    hurt: random.chance(0.1),
    opens: random.chance(0.1) ? 'greets' : random.chance(0.5) ? 'bare' : 'with_place',
    hears: random.chance(0.85) ? 'stream' : 'polling',
    leavesBefore: one(0.04, 4),
    reconnectsBefore: one(0.05, 4),
    repeats: one(0.05, 5),
  };
}

function drawSigns(random: Random, cause: Cause | null): Caller['sees'] {
  if (cause) {
    const neighbours = cause.kind === 'lv_line' ? 'building' : cause.kind === 'transformer' ? 'street' : 'area';
    return { neighbours, extent: 'whole', breaker: 'on', meter: 'dark', holds: false };
  }
  const tripped = random.chance(0.5);
  return {
    neighbours: 'lit',
    extent: random.chance(0.8) ? 'whole' : 'half',
    breaker: tripped ? (random.chance(0.3) ? 'trips_again' : 'tripped') : 'on',
    meter: tripped ? 'lit' : 'dark',
    holds: random.chance(0.6),
  };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, key: random.unit() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
