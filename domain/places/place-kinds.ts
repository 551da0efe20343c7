/** What a place to pay at is. */
export const PLACE_KINDS = ['service_hall', 'counter', 'agent', 'machine', 'mobile_van'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What can be done at a place. */
export const PLACE_SERVICES = ['cash', 'card', 'qr', 'machine', 'new_service', 'invoice'] as const;
export type PlaceService = (typeof PLACE_SERVICES)[number];

/** What people name to say where they are. */
export const LANDMARK_KINDS = [
  'hospital',
  'station',
  'market',
  'school',
  'mall',
  'park',
  'government',
  'other',
] as const;
export type LandmarkKind = (typeof LANDMARK_KINDS)[number];
