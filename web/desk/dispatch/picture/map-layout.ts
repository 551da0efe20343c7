export interface MapPoint {
  readonly key: string;
  /** WGS84. */
  readonly lat: number;
  readonly lon: number;
}

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

export interface MapLayout {
  /** Where a key stands. */
  readonly at: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** A round length for the scale, and how long it is drawn. */
  readonly scale: { readonly meters: number; readonly pixels: number };
}

const MARGIN = 36;
const METERS_PER_DEGREE = 111_320;
/** A map shows so much at least: two poles side by side do not fill a screen. */
const LEAST_METERS = 200;

/** Points on a plane, north up, as large as fits; an equirectangular projection, true enough for some tens of km. Null without points. */
export function mapLayout(points: readonly MapPoint[], { width, height }: MapSize): MapLayout | null {
  const [first] = points;
  if (first === undefined) return null;
  const south = least(points.map(({ lat }) => lat));
  const north = -least(points.map(({ lat }) => -lat));
  const middle = (south + north) / 2;
  const east = METERS_PER_DEGREE * Math.cos((middle * Math.PI) / 180);
  const flat = points.map(({ key, lat, lon }) => ({
    key,
    x: (lon - first.lon) * east,
    y: (middle - lat) * METERS_PER_DEGREE,
  }));
  const left = least(flat.map(({ x }) => x));
  const right = -least(flat.map(({ x }) => -x));
  const tall = Math.max((north - south) * METERS_PER_DEGREE, LEAST_METERS);
  const wide = Math.max(right - left, LEAST_METERS);
  const perMeter = Math.min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / tall);
  const at = new Map(
    flat.map(({ key, x, y }) => [
      key,
      { x: width / 2 + (x - (left + right) / 2) * perMeter, y: height / 2 + y * perMeter },
    ]),
  );
  const meters = roundBelow(width / 4 / perMeter);
  return { at, scale: { meters, pixels: meters * perMeter } };
}

export interface Spot {
  readonly keys: readonly string[];
  readonly x: number;
  readonly y: number;
}

/** Marks that would lie on each other as one: no two are nearer than `apart`. The first of each keeps its place. */
export function clusterSpots(
  spots: readonly { readonly key: string; readonly x: number; readonly y: number }[],
  apart: number,
): Spot[] {
  const clusters: { keys: string[]; x: number; y: number }[] = [];
  /** Clusters by squares of `apart`: what is near stands in the same square or one beside it. */
  const squares = new Map<string, { keys: string[]; x: number; y: number }[]>();
  for (const { key, x, y } of spots) {
    const column = Math.floor(x / apart);
    const row = Math.floor(y / apart);
    const near = [-1, 0, 1]
      .flatMap((dx) => [-1, 0, 1].flatMap((dy) => squares.get(`${column + dx} ${row + dy}`) ?? []))
      .find((cluster) => Math.hypot(cluster.x - x, cluster.y - y) < apart);
    if (near !== undefined) {
      near.keys.push(key);
      continue;
    }
    const cluster = { keys: [key], x, y };
    clusters.push(cluster);
    const square = squares.get(`${column} ${row}`);
    if (square === undefined) squares.set(`${column} ${row}`, [cluster]);
    else square.push(cluster);
  }
  return clusters;
}

/** The greatest of 1, 2, 5 times a power of ten that is not above. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2, 1].find((step) => step * power <= value) ?? 1) * power;
}

/** Spreading ten thousand values into Math.min would be too many arguments for some engines. */
function least(values: readonly number[]): number {
  return values.reduce((lowest, value) => Math.min(lowest, value), Number.POSITIVE_INFINITY);
}
