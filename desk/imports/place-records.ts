import { z } from 'zod';
import { LANDMARK_KINDS, PLACE_KINDS, PLACE_SERVICES } from '../../domain/places/place-kinds.ts';
import type { HoursCalendar } from '../../store/places/parse-opening-hours.ts';
import { parseOpeningHours } from '../../store/places/parse-opening-hours.ts';
import { numberField, textField } from './record-fields.ts';

export interface PlaceTerms {
  /** Codes of the towns (9 digits) that the utility serves; villages may be among them. */
  readonly areaCodes: ReadonlySet<string>;
  /** The days by which opening hours are tried. */
  readonly calendar: HoursCalendar;
}

const TOWN_DIGITS = 9;
const ID = /^[\w-]+$/;
const PHONE = /^[+\d][\d -]{4,19}$/;
const LIST = /[\s,;|、，；]+/u;

/** A payment point as a line of a file, or as it is typed at the desk: the messages are codes of problems. */
export function pointRecord({ areaCodes, calendar }: PlaceTerms) {
  return z.strictObject({
    ...placeFields(areaCodes),
    kind: z.enum(PLACE_KINDS, 'place_kind_unknown'),
    address: textField(200).min(1, 'required'),
    hours: textField(300).refine((syntax) => parseOpeningHours(syntax, calendar).ok, 'hours_unreadable'),
    services: listField().pipe(z.array(z.enum(PLACE_SERVICES, 'service_unknown')).min(1, 'required')),
    phone: textField(20).regex(PHONE, 'not_a_phone').optional(),
    closed_from: z.iso.date('not_a_date').optional(),
    closed_until: z.iso.date('not_a_date').optional(),
    closed_reason: textField(100).optional(),
  });
}

export type PointRecord = z.infer<ReturnType<typeof pointRecord>>;

export function landmarkRecord({ areaCodes }: PlaceTerms) {
  return z.strictObject({
    ...placeFields(areaCodes),
    kind: z.enum(LANDMARK_KINDS, 'place_kind_unknown'),
    /** Between bars. */
    other_names: textField(300).optional(),
  });
}

export type LandmarkRecord = z.infer<ReturnType<typeof landmarkRecord>>;

function placeFields(areaCodes: ReadonlySet<string>) {
  return {
    id: textField(60).regex(ID, 'id_signs'),
    name: textField(80).min(1, 'required'),
    name_en: textField(120).min(1, 'required'),
    town: textField(20).refine((code) => code.length === TOWN_DIGITS && areaCodes.has(code), 'area_unknown'),
    lat: numberField(-90, 90),
    lon: numberField(-180, 180),
  };
}

/** Words behind spaces or commas; in JSON a list. */
function listField() {
  return z.union([z.array(z.string()), z.string().transform((text) => text.split(LIST).filter((word) => word !== ''))]);
}
