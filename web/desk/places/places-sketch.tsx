import type { Town } from '../../protocol/desk/place.ts';
import { useWording } from '../words/words-context.tsx';
import { sketchLayout } from './sketch-layout.ts';

interface Spot {
  readonly id: string;
  readonly lat: number;
  readonly lon: number;
  /** How large; 1 where nothing is counted. */
  readonly weight?: number;
}

interface PlacesSketchProps {
  readonly label: string;
  readonly towns: readonly Town[];
  readonly spots: readonly Spot[];
  readonly chosen: string | null;
}

const DOT = 4.5;
const CHOSEN = 8;
const LARGEST = 16;

/** A sketch of where things are, over the names of towns; the list beside it tells the same. */
export function PlacesSketch({ label, towns, spots, chosen }: PlacesSketchProps) {
  const { language } = useWording();
  const middles = towns.flatMap(({ lat, lon, ...town }) =>
    lat === null || lon === null ? [] : [{ ...town, lat, lon }],
  );
  const { width, height, at } = sketchLayout(spots);
  const within = middles
    .map((town) => ({ ...town, ...at(town) }))
    .filter(({ x, y }) => x > 30 && x < width - 30 && y > 12 && y < height - 6);
  const most = Math.max(1, ...spots.map(({ weight = 1 }) => weight));
  return (
    <svg className="places-sketch" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {within.map(({ code, zh, en, x, y }) => (
        <text key={code} x={x} y={y - 9}>
          {language === 'en' ? en : zh.replace(/(?:街道|镇)$/u, '')}
        </text>
      ))}
      {spots.map((spot) => {
        const { x, y } = at(spot);
        const isChosen = spot.id === chosen;
        const size = spot.weight === undefined ? DOT : DOT + (LARGEST - DOT) * Math.sqrt(spot.weight / most);
        return (
          <circle
            key={spot.id}
            className={isChosen ? 'spot spot-chosen' : 'spot'}
            cx={x}
            cy={y}
            r={isChosen ? CHOSEN : size}
          />
        );
      })}
    </svg>
  );
}
