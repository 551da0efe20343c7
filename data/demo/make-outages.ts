import { addDays, localTimeOf, momentOf } from '../../domain/local-time.ts';
import type { UtilityProfile, Words } from '../../domain/utility-profile.ts';
import type { IncidentTable } from '../../store/tables/incident-tables.ts';
import type { NetworkDeviceTable, PlannedOutageTable, PremisesTable } from '../../store/tables/utility-tables.ts';
import { DEMO_CUSTOMER } from './demo-customer.ts';
import type { Random } from './random.ts';
import type { Town } from './towns.ts';

export interface OutageOptions {
  readonly random: Random;
  readonly now: number;
  readonly profile: UtilityProfile;
  readonly towns: readonly Town[];
  readonly devices: readonly NetworkDeviceTable[];
  readonly premises: readonly PremisesTable[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Reasons = readonly [Words, ...Words[]];

const BRANCH_WORK: Reasons = [
  { zh: '10kV支线检修', en: 'Maintenance of a 10 kV branch line' },
  { zh: '清理线路走廊树障', en: 'Cutting of trees beside a line' },
];
const WORK: Readonly<Partial<Record<NetworkDeviceTable['kind'], Reasons>>> = {
  recloser_or_switch: [
    { zh: '10kV线路检修', en: 'Maintenance of a 10 kV line' },
    { zh: '配合市政道路施工迁改线路', en: 'Moving of a line for road works' },
  ],
  transformer: [
    { zh: '更换配电变压器', en: 'Replacement of a distribution transformer' },
    { zh: '低压线路改造', en: 'Rebuilding of low-voltage lines' },
  ],
};

/**
 * Seven outages ahead, announced as long before as the profile's standard says, and one going on at `now`. The first of those
 * ahead touches the demo customer.
 */
export function makePlannedOutages(options: OutageOptions): PlannedOutageTable[] {
  const { random, now, profile } = options;
  const noticeDays = profile.standards.plannedOutageNoticeDays.value;
  const { date, minute } = localTimeOf(now, profile.timeZone);
  const [current, ...ahead] = drawDevices(options, ['recloser_or_switch', 'fuse', 'transformer'], 7);
  const devices = [current, branchOfDemoCustomer(options), ...ahead].filter((device) => device !== undefined);
  return devices.map((device, index) => {
    const running = index === 0;
    const startDate = running ? date : addDays(date, 2 * index);
    const startMinute = running ? Math.max(0, Math.floor(minute / 60) * 60 - 60) : 60 * random.whole(7, 9);
    const from = momentOf({ date: startDate, minute: startMinute }, profile.timeZone);
    const reason = random.pick(WORK[device.kind] ?? BRANCH_WORK);
    return {
      id: `PO${String(index + 1).padStart(2, '0')}`,
      device_id: device.id,
      ...areaOf(options, device.id),
      reason: reason.zh,
      reason_en: reason.en,
      from_at: from,
      to_at: from + (running ? 5 : random.whole(3, 8)) * HOUR,
      announced_at: Math.min(from, now) - (noticeDays + random.whole(0, 3)) * DAY,
    };
  });
}

/** One incident with an estimate and its source, one not yet assessed, one over since yesterday. */
export function makeIncidents(options: OutageOptions): IncidentTable[] {
  const { now } = options;
  const [known, unassessed, over] = drawDevices(
    { ...options, random: options.random.branch('incidents') },
    ['fuse', 'transformer'],
    3,
  );
  if (known === undefined || unassessed === undefined || over === undefined) return [];
  return [
    {
      ...incident(options, 'IN01', known),
      state: 'confirmed',
      cause: 'fuse_blown',
      started_at: now - 70 * 60_000,
      opened_at: now - 70 * 60_000,
      eta_at: now + 2 * HOUR,
      eta_source: 'crew',
      eta_set_at: now - 25 * 60_000,
    },
    {
      ...incident(options, 'IN02', unassessed),
      state: 'probable',
      started_at: now - 12 * 60_000,
      opened_at: now - 12 * 60_000,
    },
    {
      ...incident(options, 'IN03', over),
      state: 'restored',
      cause: 'tree_contact',
      started_at: now - 30 * HOUR,
      opened_at: now - 30 * HOUR,
      eta_at: now - 27 * HOUR,
      eta_source: 'dispatcher',
      eta_set_at: now - 29 * HOUR,
      restored_at: now - 27.5 * HOUR,
    },
  ];
}

function incident(options: OutageOptions, id: string, device: NetworkDeviceTable): IncidentTable {
  const { devices, premises, now } = options;
  const below = idsBelow(devices, device.id);
  return {
    id,
    number: id,
    device_id: device.id,
    feeder_id: feederOf(devices, device),
    state: 'probable',
    origin: 'system',
    pinned: 1,
    probability: 1,
    explanation: JSON.stringify({ reasons: [], alternatives: [] }),
    customers: premises.filter(({ device_id }) => below.has(device_id)).length,
    severity: 'P3',
    life_at_risk: 0,
    life_support: 0,
    critical_sites: '[]',
    cause: null,
    ...areaOf(options, device.id),
    started_at: now,
    opened_at: now,
    eta_at: null,
    eta_source: null,
    eta_set_at: null,
    eta_set_by: null,
    crew: null,
    responsible_id: null,
    within_id: null,
    merged_into: null,
    restored_at: null,
    closed_at: null,
    updated_at: now,
    version: 1,
  };
}

function feederOf(devices: readonly NetworkDeviceTable[], device: NetworkDeviceTable): string | null {
  const byId = new Map(devices.map((each) => [each.id, each]));
  let above: NetworkDeviceTable | undefined = device;
  while (above !== undefined && above.kind !== 'feeder_breaker') above = byId.get(above.parent_id ?? '');
  return above?.id ?? null;
}

/** Parents stand before their children. */
function idsBelow(devices: readonly NetworkDeviceTable[], deviceId: string): ReadonlySet<string> {
  const below = new Set([deviceId]);
  for (const { id, parent_id } of devices) if (parent_id !== null && below.has(parent_id)) below.add(id);
  return below;
}

function branchOfDemoCustomer({ devices, premises }: OutageOptions): NetworkDeviceTable | undefined {
  const byId = new Map(devices.map((device) => [device.id, device]));
  const home = premises.find(({ id }) => id === DEMO_CUSTOMER.premisesId);
  let device = byId.get(home?.device_id ?? '');
  while (device !== undefined && device.kind !== 'fuse') device = byId.get(device.parent_id ?? '');
  return device;
}

/** Different devices with customers below them, no two in one town. */
function drawDevices(
  { random, devices, premises }: OutageOptions,
  kinds: readonly NetworkDeviceTable['kind'][],
  count: number,
): NetworkDeviceTable[] {
  const townOf = townsByDevice(devices, premises);
  const found: NetworkDeviceTable[] = [];
  const towns = new Set<string>([DEMO_CUSTOMER.townCode]);
  const candidates = devices.filter(({ id, kind }) => kinds.includes(kind) && townOf.has(id));
  for (let tries = 0; found.length < count && tries < 10_000; tries += 1) {
    const device = candidates[random.whole(0, candidates.length - 1)];
    const town = device === undefined ? undefined : townOf.get(device.id);
    if (device === undefined || town === undefined || towns.has(town)) continue;
    towns.add(town);
    found.push(device);
  }
  return found;
}

function townsByDevice(
  devices: readonly NetworkDeviceTable[],
  premises: readonly PremisesTable[],
): Map<string, string> {
  const parents = new Map(devices.map(({ id, parent_id }) => [id, parent_id]));
  const towns = new Map<string, string>();
  for (const { device_id, town_code } of premises) {
    for (let id: string | null = device_id; id !== null && !towns.has(id); id = parents.get(id) ?? null)
      towns.set(id, town_code);
  }
  return towns;
}

/** Codes and words for whatever lies below a device. */
function areaOf({ devices, premises, towns }: OutageOptions, deviceId: string): { area_codes: string; area: string } {
  const below = idsBelow(devices, deviceId);
  const villageCodes = [
    ...new Set(premises.filter(({ device_id }) => below.has(device_id)).map((row) => row.village_code)),
  ];
  const villages = towns.flatMap((town) => town.villages.filter(({ code }) => villageCodes.includes(code)));
  const touched = towns.filter(({ code }) => villages.some(({ townCode }) => townCode === code));
  return {
    area_codes: JSON.stringify([...touched.map(({ code }) => code), ...villageCodes]),
    area: `${touched.map(({ name }) => name).join('、')}${villages.map(({ name }) => name).join('、')}部分用户`,
  };
}
