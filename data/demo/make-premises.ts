import type { PremisesTable } from '../../store/tables/utility-tables.ts';
import { DEMO_CUSTOMER } from './demo-customer.ts';
import type { Random } from './random.ts';
import { offset, type Town, type Village } from './towns.ts';

/** Premises before they hang on the network, and what they are used for. */
export interface PlannedPremises {
  readonly row: Omit<PremisesTable, 'device_id'>;
  readonly village: Village;
  readonly use: 'home' | 'shop' | 'site';
  /** A critical site's name, else null. */
  readonly siteName: string | null;
}

/** So many premises over all towns by their weight, grouped by village; the demo customer's flat is P0001. */
export function makePremises(random: Random, towns: readonly Town[], total: number): PlannedPremises[] {
  const taken = new Set<string>();
  const planned = apportion(towns, total).flatMap(({ town, village, count }) =>
    Array.from({ length: count }, (_, index) => planOne({ random, town, village, index, taken })),
  );
  return numbered(planned);
}

type Draft = Omit<PlannedPremises, 'row'> & { readonly row: Omit<PremisesTable, 'device_id' | 'id'> };

interface Draw {
  readonly random: Random;
  readonly town: Town;
  readonly village: Village;
  readonly index: number;
  readonly taken: Set<string>;
}

type Place = Pick<PremisesTable, 'estate' | 'building' | 'unit' | 'room'> & { readonly words: string };

const ESTATES = [
  '荔景',
  '翠湖',
  '丽景',
  '康怡',
  '明珠',
  '文华',
  '嘉和',
  '银湖',
  '春晖',
  '东华',
  '雅居',
  '景湖',
] as const;
const ESTATE_KINDS = ['花园', '苑', '小区', '雅苑', '豪庭'] as const;
const ROADS = [
  '振兴路',
  '教育路',
  '文明路',
  '工业路',
  '沿河路',
  '新兴路',
  '商业街',
  '市场路',
  '环村路',
  '中心路',
] as const;
const HAMLETS = ['一组', '二组', '三组', '四组', '五组', '六组', '新围', '老围', '上围', '下围'] as const;
/** Found in every third town or so, each in the first villages of the town. */
const SITES = [
  { kind: 'hospital', name: '示范医院', every: 3 },
  { kind: 'school', name: '示范小学', every: 2 },
  { kind: 'water_works', name: '示范水厂', every: 6 },
  { kind: 'fire_station', name: '示范消防站', every: 8 },
] as const;
const REMOTE_TOWNS: ReadonlySet<string> = new Set(['谢岗', '清溪', '沙田']);

function planOne(draw: Draw): Draft {
  const { random, town, village, index, taken } = draw;
  const isDemo = index === 0 && village.code === DEMO_CUSTOMER.villageCode;
  const site = index === 1 ? siteOf(town, village) : undefined;
  const use = site !== undefined ? 'site' : !isDemo && random.chance(0.1) ? 'shop' : 'home';
  const flat = use === 'home' && random.chance(village.community ? 0.75 : 0.1);
  const fixed = isDemo ? demoFlat() : site === undefined ? null : plain(site.name);
  let place = fixed ?? drawPlace(draw, use, flat);
  while (taken.has(addressOf(town, village, place))) place = drawPlace(draw, use, flat);
  const address = addressOf(town, village, place);
  taken.add(address);
  const { words: _, ...parts } = place;
  return {
    village,
    use,
    siteName: site === undefined ? null : `${town.shortName}${site.name}`,
    row: {
      town_code: town.code,
      village_code: village.code,
      address,
      ...parts,
      ...offset(village, random.normal() * 140, random.normal() * 140),
      zone: zoneOf(random, town, village),
      critical_kind: site?.kind ?? null,
    },
  };
}

function demoFlat(): Place {
  return { words: '荔景花园5栋2单元1203房', estate: '荔景花园', building: '5', unit: '2', room: '1203' };
}

function plain(words: string): Place {
  return { words, estate: null, building: null, unit: null, room: null };
}

function drawPlace({ random, village }: Draw, use: PlannedPremises['use'], flat: boolean): Place {
  if (flat) return drawFlat(random, village);
  const onRoad = use === 'shop' || village.community;
  return plain(
    onRoad ? `${random.pick(ROADS)}${random.whole(1, 288)}号` : `${random.pick(HAMLETS)}${random.whole(1, 160)}号`,
  );
}

function drawFlat(random: Random, village: Village): Place {
  const serial = Number(village.code.slice(-3)) + random.whole(0, 1) * 5;
  const estate = `${at(ESTATES, serial)}${at(ESTATE_KINDS, serial)}`;
  const building = `${random.whole(1, 8)}`;
  const unit = `${random.whole(1, 3)}`;
  const room = `${random.whole(1, 18)}0${random.whole(1, 4)}`;
  return { words: `${estate}${building}栋${unit}单元${room}房`, estate, building, unit, room };
}

function addressOf(town: Town, village: Village, { words }: Place): string {
  return `东莞市${town.name}${village.name}${words}`;
}

function siteOf(town: Town, village: Village): (typeof SITES)[number] | undefined {
  const townNumber = Number(town.code.slice(-2));
  const villageNumber = town.villages.indexOf(village);
  return SITES.find(({ every }, kind) => kind === villageNumber && townNumber % every === 0);
}

function zoneOf(random: Random, town: Town, village: Village): PremisesTable['zone'] {
  if (village.community) return 'urban';
  return REMOTE_TOWNS.has(town.shortName) && random.chance(0.3) ? 'remote' : 'rural';
}

/** Cuts the total into whole numbers by weight; the first villages of a town, its centre, weigh double. */
function apportion(towns: readonly Town[], total: number): { town: Town; village: Village; count: number }[] {
  const shares = towns.flatMap((town) => {
    const sizes = town.villages.map((_, index) => (index < 3 ? 2 : 1));
    const sum = sizes.reduce((a, b) => a + b, 0);
    return town.villages.map((village, index) => ({
      town,
      village,
      weight: (town.weight * (sizes[index] ?? 1)) / sum,
    }));
  });
  const all = shares.reduce((sum, { weight }) => sum + weight, 0);
  let weightSoFar = 0;
  let countSoFar = 0;
  return shares.map(({ town, village, weight }) => {
    weightSoFar += weight;
    const upTo = Math.round((total * weightSoFar) / all);
    const count = upTo - countSoFar;
    countSoFar = upTo;
    return { town, village, count };
  });
}

function numbered(drafts: readonly Draft[]): PlannedPremises[] {
  let next = 2;
  return drafts.map((draft) => {
    const isDemo = draft.row.address.endsWith(demoFlat().words) && draft.village.code === DEMO_CUSTOMER.villageCode;
    const id = isDemo ? DEMO_CUSTOMER.premisesId : `P${String(next++).padStart(4, '0')}`;
    return { ...draft, row: { id, ...draft.row } };
  });
}

function at<T>(list: readonly [T, ...T[]], index: number): T {
  return list[index % list.length] ?? list[0];
}
