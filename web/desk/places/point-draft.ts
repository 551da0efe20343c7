import type { Place, PlaceDraft, PlaceKindName, PlaceServiceName } from '../../protocol/desk/place.ts';

/** A place as it is typed. */
export interface PointDraft {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: PlaceKindName;
  readonly address: string;
  readonly townCode: string;
  readonly lat: string;
  readonly lon: string;
  readonly hours: string;
  readonly services: readonly PlaceServiceName[];
  readonly phone: string;
  readonly closed: boolean;
  readonly closedFrom: string;
  readonly closedUntil: string;
  readonly closedReason: string;
}

export type DraftFault = 'required' | 'number' | 'id' | 'phone' | 'services';
export type DraftFaults<D> = Partial<Record<keyof D, DraftFault>>;

export function draftOf(place: Place | null): PointDraft {
  return {
    id: place?.id ?? '',
    name: place?.name ?? '',
    nameEn: place?.nameEn ?? '',
    kind: place?.kind ?? 'agent',
    address: place?.address ?? '',
    townCode: place?.townCode ?? '',
    lat: place === null ? '' : String(place.lat),
    lon: place === null ? '' : String(place.lon),
    hours: place?.hours ?? '',
    services: place?.services ?? [],
    phone: place?.phone ?? '',
    closed: place !== null && place.closure !== null,
    closedFrom: place?.closure?.from ?? '',
    closedUntil: place?.closure?.until ?? '',
    closedReason: place?.closure?.reason ?? '',
  };
}

/** What is wrong with it, by field; what the server alone can tell is not. */
export function faultsOf(draft: PointDraft): DraftFaults<PointDraft> {
  const required = (['id', 'name', 'nameEn', 'address', 'townCode', 'hours'] as const).filter(
    (field) => draft[field].trim() === '',
  );
  return {
    ...Object.fromEntries(required.map((field) => [field, 'required' as const])),
    ...(draft.id.trim() !== '' && !isId(draft.id) ? { id: 'id' as const } : {}),
    ...(isDegree(draft.lat, 90) ? {} : { lat: 'number' as const }),
    ...(isDegree(draft.lon, 180) ? {} : { lon: 'number' as const }),
    ...(draft.services.length > 0 ? {} : { services: 'services' as const }),
    ...(draft.phone.trim() === '' || PHONE.test(draft.phone.trim()) ? {} : { phone: 'phone' as const }),
    ...(draft.closed && draft.closedFrom === '' ? { closedFrom: 'required' as const } : {}),
  };
}

const PHONE = /^[+\d][\d -]{4,19}$/;

export function isId(text: string): boolean {
  return /^[\w-]{1,60}$/.test(text.trim());
}

export function isDegree(text: string, most: number): boolean {
  return /^-?\d{1,3}(\.\d{1,17})?$/.test(text.trim()) && Math.abs(Number(text)) <= most;
}

/** As it goes to the server; only of a draft without faults. */
export function placeFrom(draft: PointDraft): PlaceDraft {
  const { closed, closedFrom, closedUntil, closedReason } = draft;
  return {
    name: draft.name.trim(),
    nameEn: draft.nameEn.trim(),
    kind: draft.kind,
    address: draft.address.trim(),
    townCode: draft.townCode,
    lat: Number(draft.lat),
    lon: Number(draft.lon),
    hours: draft.hours.trim(),
    services: [...draft.services],
    phone: draft.phone.trim() === '' ? null : draft.phone.trim(),
    closure: closed
      ? { from: closedFrom, until: closedUntil === '' ? null : closedUntil, reason: closedReason.trim() }
      : null,
  };
}
