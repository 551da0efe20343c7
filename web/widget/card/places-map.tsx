import type { CardOf } from '../../protocol/card.ts';
import { mapLayout } from './map-layout.ts';

/** A sketch of where places lie, numbered as in the list; the list tells the same in words. */
export function PlacesMap({ map }: { map: NonNullable<CardOf<'places'>['map']> }) {
  const { width, height, centre, pins, rings, bar } = mapLayout(map);
  return (
    <svg class="places-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={map.alt}>
      {rings.map((radius) => (
        <circle key={radius} class="ring" cx={centre.x} cy={centre.y} r={radius} />
      ))}
      <g class="north">
        <path d={`M${width - 16} 10l5 12h-10z`} />
        <text x={width - 16} y={34}>
          {map.north}
        </text>
      </g>
      <g class="bar">
        <path d={`M12 ${height - 12}v4h${bar}v-4`} />
        <text x={18 + bar} y={height - 8}>
          {map.scale.label}
        </text>
      </g>
      <g class="from">
        <circle cx={centre.x} cy={centre.y} r={6} />
        <text x={centre.x} y={centre.y - 11}>
          {map.from}
        </text>
      </g>
      {pins
        .map((pin, at) => ({ ...pin, number: at + 1 }))
        .toReversed()
        .map(({ x, y, number }) => (
          <g key={number} class="pin">
            <circle cx={x} cy={y} r={11} />
            <text x={x} y={y + 4.5}>
              {number}
            </text>
          </g>
        ))}
    </svg>
  );
}
