import { toGcj02 } from './gcj02.ts';
import type { Position } from './position.ts';

export interface NavigationLinks {
  readonly amap: string;
  readonly baidu: string;
  readonly apple: string;
  readonly google: string;
}

/** Whom the maps may count the calls under; they ask for a name. */
const SOURCE = 'switchboard';

/**
 * Links that open a place in the four common maps, from its WGS-84 position and its name; on a phone they open the app.
 * AMap, Apple and Google lead there from where one is; Baidu shows the place, for its route page wants a start.
 *
 * All four get GCJ-02: it is AMap's own datum and Baidu's by `coord_type` (its default, BD-09, is shifted once more), and the
 * street maps of Apple and Google are drawn in it within mainland China. AMap's `coordinate=wgs84` is documented for
 * its marker page only, so the position is converted here. Sources: AMap URI API (marker, navigation), Baidu URI API (web,
 * 2.1.1 marker), Apple Map Links, Google Maps URLs.
 */
export function navigationLinks(position: Position, name: string): NavigationLinks {
  const shifted = toGcj02(position);
  const lat = shifted.lat.toFixed(6);
  const lon = shifted.lon.toFixed(6);
  // AMap takes the name behind a comma, so the name itself must have none.
  const plainName = name.replaceAll(',', ' ');
  return {
    amap: link('https://uri.amap.com/navigation', {
      to: `${lon},${lat},${plainName}`,
      mode: 'car',
      src: SOURCE,
      coordinate: 'gaode',
      callnative: '1',
    }),
    baidu: link('https://api.map.baidu.com/marker', {
      location: `${lat},${lon}`,
      title: name,
      content: name,
      output: 'html',
      coord_type: 'gcj02',
      src: `webapp.${SOURCE}.bot`,
    }),
    apple: link('https://maps.apple.com/', { daddr: `${lat},${lon}`, q: name }),
    google: link('https://www.google.com/maps/dir/', { api: '1', destination: `${lat},${lon}` }),
  };
}

function link(base: string, parameters: Readonly<Record<string, string>>): string {
  const query = Object.entries(parameters).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${base}?${query.join('&')}`;
}
