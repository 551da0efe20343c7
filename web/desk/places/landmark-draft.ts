import type { Landmark, LandmarkKindName } from '../../protocol/desk/place.ts';
import { type DraftFaults, isDegree, isId } from './point-draft.ts';

/** A landmark as it is typed. */
export interface LandmarkDraft {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** Between bars. */
  readonly otherNames: string;
  readonly kind: LandmarkKindName;
  readonly townCode: string;
  readonly lat: string;
  readonly lon: string;
}

export function landmarkDraftOf(landmark: Landmark | null): LandmarkDraft {
  return {
    id: landmark?.id ?? '',
    name: landmark?.name ?? '',
    nameEn: landmark?.nameEn ?? '',
    otherNames: landmark?.otherNames.join(' | ') ?? '',
    kind: landmark?.kind ?? 'hospital',
    townCode: landmark?.townCode ?? '',
    lat: landmark === null ? '' : String(landmark.lat),
    lon: landmark === null ? '' : String(landmark.lon),
  };
}

export function landmarkFaultsOf(draft: LandmarkDraft): DraftFaults<LandmarkDraft> {
  const required = (['id', 'name', 'nameEn', 'townCode'] as const).filter((field) => draft[field].trim() === '');
  return {
    ...Object.fromEntries(required.map((field) => [field, 'required' as const])),
    ...(draft.id.trim() !== '' && !isId(draft.id) ? { id: 'id' as const } : {}),
    ...(isDegree(draft.lat, 90) ? {} : { lat: 'number' as const }),
    ...(isDegree(draft.lon, 180) ? {} : { lon: 'number' as const }),
  };
}

/** As it goes to the server; only of a draft without faults. */
export function landmarkFrom({ name, nameEn, otherNames, kind, townCode, lat, lon }: LandmarkDraft) {
  const others = otherNames
    .split('|')
    .map((other) => other.trim())
    .filter((other) => other !== '');
  return {
    ...{ name: name.trim(), nameEn: nameEn.trim(), otherNames: others },
    ...{ kind, townCode, lat: Number(lat), lon: Number(lon) },
  };
}
