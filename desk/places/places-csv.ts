import { type CsvCell, csvFile } from '../csv-file.ts';
import { type DaySpan, needsWithin } from './place-needs.ts';
import type { PlaceParts } from './place-parts.ts';

const POINT_COLUMNS = [
  'id',
  'name',
  'name_en',
  'kind',
  'address',
  'town',
  'lat',
  'lon',
  'hours',
  'services',
  'phone',
  'closed_from',
  'closed_until',
  'closed_reason',
];

/** All places, in the columns in which they are imported. */
export async function placesCsv({ points }: Pick<PlaceParts, 'points'>): Promise<string> {
  const lines = (await points.all()).map((point): CsvCell[] => [
    ...[
      point.id,
      point.name,
      point.name_en,
      point.kind,
      point.address,
      point.town_code,
      point.lat,
      point.lon,
      point.hours,
    ],
    ...[(JSON.parse(point.services) as string[]).join(' '), point.phone],
    ...[point.closed_from, point.closed_until, point.closed_reason],
  ]);
  return csvFile([POINT_COLUMNS, ...lines]);
}

const LANDMARK_COLUMNS = ['id', 'name', 'name_en', 'other_names', 'kind', 'town', 'lat', 'lon'];

export async function landmarksCsv({ landmarks }: Pick<PlaceParts, 'landmarks'>): Promise<string> {
  const lines = (await landmarks.all()).map((landmark): CsvCell[] => [
    ...[landmark.id, landmark.name, landmark.name_en, (JSON.parse(landmark.other_names) as string[]).join('|')],
    ...[landmark.kind, landmark.town_code, landmark.lat, landmark.lon],
  ]);
  return csvFile([LANDMARK_COLUMNS, ...lines]);
}

const NEED_COLUMNS = [
  'at',
  'reason',
  'given',
  'town',
  'lat',
  'lon',
  'services',
  'wanted_date',
  'wanted_minute',
  'nearest_metres',
];

/** Where places were lacking, each time. */
export async function needsCsv(parts: PlaceParts, span: DaySpan): Promise<string> {
  const lines = (await needsWithin(parts, span)).map((need): CsvCell[] => [
    ...[new Date(need.at).toISOString(), need.reason, need.given, need.town_code, need.lat, need.lon],
    ...[(JSON.parse(need.services) as string[]).join(' '), need.wanted_date, need.wanted_minute, need.nearest_metres],
  ]);
  return csvFile([NEED_COLUMNS, ...lines]);
}
