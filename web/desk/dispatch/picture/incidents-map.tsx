import { useMemo } from 'react';
import type { IncidentItem } from '../../../protocol/desk/incident.ts';
import { formatRoute } from '../../app/route.ts';
import { useWords } from '../../words/words-context.tsx';
import { Scale } from './feeder-map.tsx';
import { clusterSpots, mapLayout } from './map-layout.ts';
import { fitText, textWidth } from './short-names.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 380;
const LARGEST = 26;
const SMALLEST = 9;
const LABEL_SIZE = 12;
/** No two circles are nearer than this, whatever their size. */
const APART = 2 * LARGEST;

/** Where the open incidents are, by how many are dark; near ones together under the gravest. They come in order. */
export function IncidentsMap({ incidents }: { incidents: readonly IncidentItem[] }) {
  const { dispatch } = useWords();
  const { ref, width } = useWidth<HTMLDivElement>();
  const placed = useMemo(() => layoutOf(incidents, width), [incidents, width]);
  const most = Math.max(1, ...incidents.map(({ customersAffected }) => customersAffected));
  return (
    <figure className="picture incidents-map">
      <figcaption>
        <p className="picture-caption">
          <strong>{dispatch.picture.overview}</strong> <span>{dispatch.picture.overviewNote}</span>
        </p>
      </figcaption>
      <div ref={ref} className="picture-frame">
        {placed !== null && (
          // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it
          <svg
            width={width}
            height={HEIGHT}
            viewBox={`0 0 ${width} ${HEIGHT}`}
            role="group"
            aria-label={dispatch.picture.map}
          >
            {placed.spots.map(({ incident, more, x, y }) => (
              <Circle
                key={incident.id}
                incident={incident}
                more={more}
                spot={{ x, y, width }}
                radius={SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(incident.customersAffected / most)}
              />
            ))}
            <Scale layout={placed.layout} />
          </svg>
        )}
      </div>
    </figure>
  );
}

interface CircleProps {
  readonly incident: IncidentItem;
  /** How many others stand in the same place. */
  readonly more: number;
  readonly spot: { readonly x: number; readonly y: number; readonly width: number };
  readonly radius: number;
}

function Circle({ incident, more, spot: { x, y, width }, radius }: CircleProps) {
  const { dispatch, common } = useWords();
  const { number, severity, area, customersAffected } = incident;
  const left = x > width * 0.6;
  const label = more === 0 ? area : `${area} ${dispatch.picture.hidden(more)}`;
  const room = (left ? x : width - x) - radius - 12;
  return (
    <a
      href={formatRoute({ page: 'dispatch', number })}
      aria-label={common.list([number, severity, area, dispatch.customers(customersAffected)])}
    >
      <g className={`spot spot-${severity}`} transform={`translate(${x} ${y})`}>
        <circle r={radius} />
        <text className="spot-grade" textAnchor="middle" y={4}>
          {severity}
        </text>
        {room > textWidth('…', LABEL_SIZE) * 3 && (
          <text className="map-label" x={left ? -radius - 6 : radius + 6} y={4} textAnchor={left ? 'end' : 'start'}>
            {fitText(label, Math.min(room, 170), LABEL_SIZE)}
          </text>
        )}
      </g>
    </a>
  );
}

function layoutOf(incidents: readonly IncidentItem[], width: number) {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const points = incidents.flatMap(({ id, device }) =>
    device === null || device.lat === null || device.lon === null
      ? []
      : [{ key: id, lat: device.lat, lon: device.lon }],
  );
  const layout = width === 0 ? null : mapLayout(points, { width, height: HEIGHT });
  if (layout === null) return null;
  const spots = clusterSpots(
    points.flatMap(({ key }) => {
      const at = layout.at.get(key);
      return at === undefined ? [] : [{ key, ...at }];
    }),
    APART,
  ).flatMap(({ keys, x, y }) => {
    const incident = byId.get(keys[0] ?? '');
    return incident === undefined ? [] : [{ incident, more: keys.length - 1, x, y }];
  });
  return { layout, spots };
}
