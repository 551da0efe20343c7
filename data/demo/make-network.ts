import type { NetworkDeviceTable } from '../../store/tables/utility-tables.ts';
import type { PlannedPremises } from './make-premises.ts';
import type { Random } from './random.ts';
import { offset, type Town, type Village } from './towns.ts';

export interface DemoNetwork {
  /** Parents before children. */
  readonly devices: readonly NetworkDeviceTable[];
  /** Premises id to the service device that feeds it. */
  readonly serviceOf: ReadonlyMap<string, string>;
}

/** A radial network under the premises: in every town a substation, feeders, switches in a row, a fused branch to each village. */
export function makeNetwork(random: Random, towns: readonly Town[], premises: readonly PlannedPremises[]): DemoNetwork {
  const byVillage = Map.groupBy(premises, ({ village }) => village.code);
  const build = createBuild(random);
  for (const town of towns) {
    const villages = town.villages.filter(({ code }) => byVillage.has(code));
    if (villages.length > 0) addTown(build, town, villages, byVillage);
  }
  return { devices: build.devices, serviceOf: build.serviceOf };
}

const VILLAGES_PER_FEEDER = 7;
const VILLAGES_PER_SWITCH = 3;
const PREMISES_PER_TRANSFORMER = 14;
const PREMISES_PER_LINE = 5;
const FEEDER_NAMES = '甲乙丙丁戊己庚辛';
const LINE_NAMES = 'ABCDEF';

type Kind = NetworkDeviceTable['kind'];

interface Build {
  readonly devices: NetworkDeviceTable[];
  readonly serviceOf: Map<string, string>;
  readonly random: Random;
  add(kind: Kind, parent: string | null, named: { name: string; lat: number; lon: number }): string;
}

function createBuild(random: Random): Build {
  const devices: NetworkDeviceTable[] = [];
  return {
    devices,
    serviceOf: new Map(),
    random,
    add(kind, parent, { name, lat, lon }) {
      const id = `D${String(devices.length + 1).padStart(5, '0')}`;
      devices.push({ id, kind, parent_id: parent, name, lat, lon });
      return id;
    },
  };
}

type ByVillage = ReadonlyMap<string, readonly PlannedPremises[]>;

function addTown(build: Build, town: Town, villages: readonly Village[], byVillage: ByVillage): void {
  const station = build.add('substation', null, { name: `110kV${town.shortName}站`, ...offset(town, 600, -500) });
  chunk(villages, VILLAGES_PER_FEEDER).forEach((served, index) => {
    const feeder = `10kV${town.shortName}${FEEDER_NAMES[index] ?? index + 1}线`;
    const number = `7${String(index + 1).padStart(2, '0')}`;
    let above = build.add('feeder_breaker', station, {
      name: `${feeder} ${number}开关`,
      ...offset(town, 600, -500 + 15 * index),
    });
    let pole = 0;
    for (const stretch of chunk(served, VILLAGES_PER_SWITCH)) {
      pole += build.random.whole(6, 18);
      const [first = town] = stretch;
      above = build.add('recloser_or_switch', above, { name: `${feeder} #${pole}杆开关`, ...between(town, first) });
      for (const village of stretch)
        addVillage(build, { feeder, above, village, premises: byVillage.get(village.code) ?? [] });
    }
  });
}

interface Branch {
  readonly feeder: string;
  readonly above: string;
  readonly village: Village;
  readonly premises: readonly PlannedPremises[];
}

function addVillage(build: Build, { feeder, above, village, premises }: Branch): void {
  const pole = build.random.whole(2, 9);
  const branch = `${feeder} ${village.name.replace(/(社区|村)$/, '')}支线#${pole}杆`;
  const fuse = build.add('fuse', above, { name: `${branch}熔断器`, ...offset(village, -180, 120) });
  chunk(premises, PREMISES_PER_TRANSFORMER).forEach((served, index) => {
    const name = `${village.name}${index + 1}号台区`;
    const spot = offset(village, build.random.normal() * 90, build.random.normal() * 90);
    addArea(build, build.add('transformer', fuse, { name, ...spot }), name, served);
  });
}

/** The low-voltage side: lines out of a transformer, each premises on a service of its own. */
function addArea(build: Build, transformer: string, area: string, premises: readonly PlannedPremises[]): void {
  chunk(premises, PREMISES_PER_LINE).forEach((served, index) => {
    const [first] = served;
    if (first === undefined) return;
    const line = `${area}${LINE_NAMES[index] ?? index + 1}线`;
    const { lat, lon } = first.row;
    const lineId = build.add('lv_line', transformer, { name: line, lat, lon });
    served.forEach(({ row }, number) => {
      const service = build.add('service', lineId, { name: `${line}#${number + 1}表箱`, lat: row.lat, lon: row.lon });
      build.serviceOf.set(row.id, service);
    });
  });
}

function between(a: { lat: number; lon: number }, b: { lat: number; lon: number }): { lat: number; lon: number } {
  return offset({ lat: (a.lat + b.lat) / 2, lon: (a.lon + b.lon) / 2 }, 0, 0);
}

function chunk<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
