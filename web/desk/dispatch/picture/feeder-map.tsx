import { useMemo } from 'react';
import type { DiagramDevice, FeederDiagram } from '../../../protocol/desk/feeder.ts';
import { codeWord } from '../../words/code-words.ts';
import { useWords } from '../../words/words-context.tsx';
import { likelihoodOf } from '../reason-lines.ts';
import { DeviceSymbol } from './device-symbol.tsx';
import { clusterSpots, type MapLayout, mapLayout } from './map-layout.ts';
import { type Supply, supplyBehind } from './one-line-layout.ts';
import { countText } from './picture-facts.ts';
import { fitText, shortNames } from './short-names.ts';

interface FeederMapProps {
  readonly diagram: FeederDiagram;
  readonly width: number;
  readonly selected: string | null;
}

const HEIGHT = 420;
/** Marks nearer than this are drawn as one, px. */
const APART = 26;
const LABEL_SIZE = 12;
const SUPPLIES: readonly Supply[] = ['live', 'planned', 'dark'];

/** The feeder where it stands in the country: its lines, what has failed, and who has spoken. */
export function FeederMap({ diagram: { devices, feeder }, width, selected }: FeederMapProps) {
  const { dispatch } = useWords();
  const layout = useMemo(() => mapLayout(placesOf(devices), { width, height: HEIGHT }), [devices, width]);
  const names = useMemo(() => shortNames(devices, feeder.name), [devices, feeder.name]);
  const lines = useMemo(() => (layout === null ? null : linesOf(devices, layout)), [devices, layout]);
  if (layout === null || lines === null) return <p className="picture-none faint">{dispatch.picture.noPlaces}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with buttons and links in it
    <svg
      className="feeder-map"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="group"
      aria-label={dispatch.picture.map}
    >
      {SUPPLIES.map((supply) => (
        <path key={supply} className={`wire wire-${supply}`} d={lines[supply]} />
      ))}
      <Voices devices={devices} layout={layout} />
      <Faults devices={devices} layout={layout} width={width} names={names} selected={selected} />
      <Scale layout={layout} />
    </svg>
  );
}

interface LayerProps {
  readonly devices: readonly DiagramDevice[];
  readonly layout: MapLayout;
}

/** Reports and words of power, near ones together. */
function Voices({ devices, layout }: LayerProps) {
  const { dispatch } = useWords();
  const byId = new Map(devices.map((device) => [device.id, device]));
  const speaking = devices.filter(({ reports, hasPower }) => reports >= 0.5 || hasPower >= 0.5);
  const spots = clusterSpots(
    speaking.flatMap(({ id }) => spotOf(layout, id)),
    APART,
  );
  return spots.map(({ keys, x, y }) => {
    const sum = (of: (device: DiagramDevice) => number) =>
      keys.reduce((all, key) => {
        const device = byId.get(key);
        return all + (device === undefined ? 0 : of(device));
      }, 0);
    const reports = sum((device) => device.reports);
    const hasPower = sum((device) => device.hasPower);
    const tone = reports >= hasPower ? 'reports' : 'power';
    return (
      <g key={keys[0]} className={`voice voice-${tone}`} transform={`translate(${x} ${y})`}>
        <title>
          {[
            reports >= 0.5 ? dispatch.picture.reports(countText(reports)) : null,
            hasPower >= 0.5 ? dispatch.picture.hasPower(countText(hasPower)) : null,
          ]
            .filter((text) => text !== null)
            .join(' ')}
        </title>
        <circle r={10} />
        <text textAnchor="middle" y={4}>
          {countText(Math.max(reports, hasPower))}
        </text>
      </g>
    );
  });
}

const RANK: Readonly<Record<DiagramDevice['state'], number>> = {
  failed: 0,
  probable: 1,
  suspect: 2,
  dark: 3,
  planned: 3,
  live: 3,
};

interface FaultsProps extends LayerProps {
  readonly width: number;
  readonly names: ReadonlyMap<string, string>;
  readonly selected: string | null;
}

/** What has failed or may have, by name; of near ones the surest. */
function Faults({ devices, layout, width, names, selected }: FaultsProps) {
  const { dispatch } = useWords();
  const suspects = devices
    .filter(({ state }) => RANK[state] < 3)
    .toSorted((a, b) => RANK[a.state] - RANK[b.state] || b.probability - a.probability);
  const byId = new Map(suspects.map((device) => [device.id, device]));
  const spots = clusterSpots(
    suspects.flatMap(({ id }) => spotOf(layout, id)),
    APART,
  );
  return spots.map(({ keys, x, y }) => {
    const device = byId.get(keys[0] ?? '');
    if (device === undefined) return null;
    const { id, state, probability, incidentNumber } = device;
    const name = names.get(id) ?? device.name;
    const current = incidentNumber !== null && incidentNumber === selected ? ' node-current' : '';
    const left = x > width * 0.62;
    const room = (left ? x : width - x) - 24;
    const label = state === 'failed' ? name : dispatch.perhaps(name, likelihoodOf(probability));
    return (
      <g key={device.id} className={`node node-${state}${current}`} transform={`translate(${x} ${y})`}>
        <title>{`${label} ${codeWord(dispatch.picture.state, state)}`}</title>
        <DeviceSymbol kind={device.kind} state={state} />
        {state !== 'suspect' && (
          <text className="map-label" x={left ? -17 : 17} y={4} textAnchor={left ? 'end' : 'start'}>
            {fitText(label, room, LABEL_SIZE)}
          </text>
        )}
      </g>
    );
  });
}

export function Scale({ layout: { scale } }: { layout: MapLayout }) {
  const { picture } = useWords().dispatch;
  return (
    <g className="map-scale" transform="translate(12 22)">
      <path d={`M0-4V0H${scale.pixels}V-4`} />
      <text x={scale.pixels + 6} y={2}>
        {picture.meters(scale.meters)}
      </text>
    </g>
  );
}

function placesOf(devices: readonly DiagramDevice[]) {
  return devices.flatMap(({ id, lat, lon }) => (lat === null || lon === null ? [] : [{ key: id, lat, lon }]));
}

function spotOf({ at }: MapLayout, key: string) {
  const spot = at.get(key);
  return spot === undefined ? [] : [{ key, ...spot }];
}

/** All lines of one supply as one path: ten thousand elements would be slow. */
function linesOf(devices: readonly DiagramDevice[], { at }: MapLayout): Record<Supply, string> {
  const states = new Map(devices.map(({ id, state }) => [id, state]));
  const paths: Record<Supply, string[]> = { live: [], planned: [], dark: [] };
  for (const { id, parentId } of devices) {
    const to = at.get(id);
    const from = parentId === null ? undefined : at.get(parentId);
    const state = parentId === null ? undefined : states.get(parentId);
    if (to === undefined || from === undefined || state === undefined) continue;
    paths[supplyBehind(state)].push(`M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`);
  }
  return { live: paths.live.join(''), planned: paths.planned.join(''), dark: paths.dark.join('') };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
