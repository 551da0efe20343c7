interface Position {
  readonly lat: number;
  readonly lon: number;
}

export interface SketchLayout {
  readonly width: number;
  readonly height: number;
  readonly at: (position: Position) => { readonly x: number; readonly y: number };
}

const WIDTH = 720;
const HEIGHT = 240;
const MARGIN = 26;
/** So that a single place is not blown up to fill the picture, degrees. */
const LEAST = 0.02;

/** Where positions stand on a sketch: north up, both ways to one scale, all of them within. */
export function sketchLayout(positions: readonly Position[]): SketchLayout {
  const lats = positions.map(({ lat }) => lat);
  const lons = positions.map(({ lon }) => lon);
  const middle = (values: readonly number[]) => (Math.max(...values) + Math.min(...values)) / 2;
  const spread = (values: readonly number[]) => Math.max(LEAST, Math.max(...values) - Math.min(...values));
  const [lat, lon] = positions.length === 0 ? [0, 0] : [middle(lats), middle(lons)];
  const narrow = Math.cos((lat * Math.PI) / 180);
  const perDegree =
    positions.length === 0
      ? 1
      : Math.min((WIDTH - 2 * MARGIN) / (spread(lons) * narrow), (HEIGHT - 2 * MARGIN) / spread(lats));
  return {
    width: WIDTH,
    height: HEIGHT,
    at: (position) => ({
      x: WIDTH / 2 + (position.lon - lon) * narrow * perDegree,
      y: HEIGHT / 2 - (position.lat - lat) * perDegree,
    }),
  };
}
