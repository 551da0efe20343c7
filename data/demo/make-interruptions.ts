import type { InterruptionTable } from '../../store/tables/reliability-tables.ts';
import type { NetworkDeviceTable, PremisesTable } from '../../store/tables/utility-tables.ts';
import type { Random } from './random.ts';

export interface InterruptionOptions {
  readonly random: Random;
  readonly now: number;
  readonly devices: readonly NetworkDeviceTable[];
  readonly premises: readonly PremisesTable[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DAYS = 730;
/** Faults of a device in a year, made up so that the figures come out as a city's might. */
const RATES: Readonly<Partial<Record<NetworkDeviceTable['kind'], number>>> = {
  recloser_or_switch: 0.1,
  fuse: 0.08,
  transformer: 0.04,
  lv_line: 0.02,
};
/** Storms: more faults from May to September. */
const SEASON = [0.6, 0.6, 0.8, 1, 1.3, 1.6, 1.7, 1.8, 1.4, 0.8, 0.6, 0.6];
const CAUSES = ['tree_contact', 'lightning', 'fuse_blown', 'external_damage', 'overload'] as const;
const PLANNED_SHARE = 0.35;
const MOMENTARY_SHARE = 0.15;

/** Two years of interruptions up to yesterday, of devices with customers below them; each device lies in one town. */
export function makeInterruptions({ random, now, devices, premises }: InterruptionOptions): InterruptionTable[] {
  const below = customersBelow(devices, premises);
  const drawn = devices.flatMap((device) => {
    const at = below.get(device.id);
    const rate = RATES[device.kind] ?? 0;
    if (at === undefined) return [];
    return faultDays(random, rate).map((day) => ({ device, day, ...at }));
  });
  return drawn
    .sort((a, b) => a.day - b.day)
    .map(({ device, day, town, customers }, index): InterruptionTable => {
      const planned = random.chance(PLANNED_SHARE);
      const from = now - (DAYS - day) * DAY + random.whole(0, 600) * MINUTE;
      return {
        id: `IR${String(index + 1).padStart(4, '0')}`,
        town_code: town,
        device_id: device.id,
        planned: planned ? 1 : 0,
        cause: planned ? 'maintenance' : random.pick(CAUSES),
        from_at: from,
        to_at: from + minutesOf(random, planned) * MINUTE,
        customers,
      };
    });
}

/** Days of the two years on which it fails; the last is left out, for it has not ended yet. */
function faultDays(random: Random, rate: number): number[] {
  const days: number[] = [];
  for (let month = 0; month < 24; month += 1) {
    if (rate > 0 && random.chance((rate / 12) * (SEASON[(month + 11) % 12] ?? 1))) {
      days.push(Math.floor((month * (DAYS - 2)) / 24) + random.whole(0, 29));
    }
  }
  return days;
}

function minutesOf(random: Random, planned: boolean): number {
  if (planned) return random.whole(90, 420);
  if (random.chance(MOMENTARY_SHARE)) return random.whole(1, 5);
  return Math.min(900, 6 + Math.round(70 * Math.exp(0.7 * random.normal())));
}

function customersBelow(
  devices: readonly NetworkDeviceTable[],
  premises: readonly PremisesTable[],
): ReadonlyMap<string, { readonly town: string; readonly customers: number }> {
  const parents = new Map(devices.map(({ id, parent_id }) => [id, parent_id]));
  const below = new Map<string, { town: string; customers: number }>();
  for (const { device_id, town_code } of premises) {
    for (let id: string | null = device_id; id !== null; id = parents.get(id) ?? null) {
      below.set(id, { town: town_code, customers: (below.get(id)?.customers ?? 0) + 1 });
    }
  }
  return below;
}
