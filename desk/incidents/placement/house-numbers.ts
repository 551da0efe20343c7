import type { HouseNumbers } from '../../../domain/incidents/placement/address-parts.ts';

const IN_A_ROW = /(?<![\d-])(\d{1,2})-(?:(\d{1,2})-)?(\d{3,4})(?![\d-])/u;
const BUILDING = /(\d{1,3}|[a-z])(?:栋|座|幢|号楼)|\b(?:building|block|tower) ?(\d{1,3}|[a-z])\b/u;
const UNIT = /(\d{1,2})单元|\bunit ?(\d{1,2})\b/u;
const FLOOR = /(?<![\d])(\d{1,2})(?:楼|层)|\bfloor ?(\d{1,2})\b/u;
const ROOM = /(\d{2,4})(?:房|室|号房)|\b(?:room|flat|apartment) ?(\d{2,4})\b/u;
/** At the end, or before what is no number's word: 5栋1203. */
const BARE_ROOM = /(?:栋|座|幢|号楼|单元|楼|层|[苑园区庭])\s*(\d{3,4})(?!\d|号|栋|座|幢|单元)/u;
const NUMBER =
  /(\d{1,4})号(?!楼|房|台区|公变|变|杆|线)|\b(?:no\.? ?|number |house )(\d{1,4})\b|\b(\d{1,4}) (?=[a-z]+ (?:road|street|lane))/u;
const BARE_NUMBER = /(?:路|街|巷|围|组|道|road|street|lane) ?(\d{1,4})(?!\d|栋|座|幢|单元|组|杆)/u;

/** The numbers of an address in normal form, by what they number. */
export function houseNumbersIn(text: string): HouseNumbers {
  const row = IN_A_ROW.exec(text);
  const found = {
    building: row?.[1] ?? first(BUILDING, text),
    unit: row?.[2] ?? first(UNIT, text),
    floor: first(FLOOR, text),
    room: row?.[3] ?? first(ROOM, text) ?? first(BARE_ROOM, text),
    number: first(NUMBER, text) ?? first(BARE_NUMBER, text),
  };
  return found;
}

function first(pattern: RegExp, text: string): string | null {
  return (
    pattern
      .exec(text)
      ?.slice(1)
      .find((group) => group !== undefined) ?? null
  );
}
