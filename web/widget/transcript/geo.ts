import type { GeoCoordinates } from '../../protocol/conversation.ts';
import type { Activity } from '../wire/activity.ts';
import { isNumber, isRecord } from '../wire/check.ts';

/** The position a message shares, if it shares one. */
export function geoOf({ entities }: Activity): GeoCoordinates | undefined {
  for (const entity of entities ?? []) {
    if (!isRecord(entity) || entity.type !== 'GeoCoordinates') continue;
    const { latitude, longitude } = entity;
    if (isNumber(latitude) && isNumber(longitude)) return { type: 'GeoCoordinates', latitude, longitude };
  }
  return undefined;
}
