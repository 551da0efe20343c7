import { z } from 'zod';

const names = ['service_hall', 'counter', 'agent', 'machine', 'mobile_van'] as const;
export const placeKindSchema = z.enum(names);
export const placeServiceSchema = z.enum(['cash', 'card', 'qr', 'machine', 'new_service', 'invoice']);
export const landmarkKindSchema = z.enum([
  'hospital',
  'station',
  'market',
  'school',
  'mall',
  'park',
  'government',
  'other',
]);
export type PlaceKindName = z.infer<typeof placeKindSchema>;
export type PlaceServiceName = z.infer<typeof placeServiceSchema>;
export type LandmarkKindName = z.infer<typeof landmarkKindSchema>;

const placeId = z.string().regex(/^[\w-]{1,60}$/);
const day = z.iso.date();

/** Closed for a while: local days, both included; without an end until further notice. */
export const closureSchema = z.strictObject({
  from: day,
  until: day.nullable(),
  reason: z.string().trim().max(100),
});

/** What is known of a payment point; `hours` in OpenStreetMap's opening_hours syntax. */
const pointFields = {
  name: z.string().trim().min(1).max(80),
  nameEn: z.string().trim().min(1).max(120),
  kind: placeKindSchema,
  address: z.string().trim().min(1).max(200),
  townCode: z.string().regex(/^\d{9}$/),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  hours: z.string().trim().min(1).max(300),
  services: z.array(placeServiceSchema).min(1).max(6),
  phone: z
    .string()
    .trim()
    .regex(/^[+\d][\d -]{4,19}$/)
    .nullable(),
  closure: closureSchema.nullable(),
};
/** `POST /api/desk/places`, and `PUT …/{id}` with the version that was read: 409 `place_changed` where it is no longer that. */
export const placeDraftSchema = z.strictObject(pointFields);
export const placeCreateSchema = z.strictObject({ id: placeId, ...pointFields });
export const placeEditSchema = z.strictObject({ ...pointFields, version: z.number().int().positive() });
export type PlaceDraft = z.infer<typeof placeDraftSchema>;

export const placeSchema = z.object({ id: z.string(), ...pointFields, version: z.number().int() });
export type Place = z.infer<typeof placeSchema>;

export const townSchema = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
});
export type Town = z.infer<typeof townSchema>;

/** `GET /api/desk/places`: by id, a page at a time. */
export const placeListSchema = z.object({
  places: z.array(placeSchema),
  next: z.string().nullable(),
  mayEdit: z.boolean(),
});
export const townListSchema = z.object({ towns: z.array(townSchema) });

/** One change of a place or landmark: who, when, and what stood before and after. */
export const placeHistorySchema = z.object({
  changes: z.array(
    z.object({
      at: z.number(),
      by: z.string(),
      action: z.string(),
      fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    }),
  ),
});
export type PlaceHistory = z.infer<typeof placeHistorySchema>;

const interval = z.object({ from: z.number(), to: z.number() });

/** `GET /api/desk/opening-hours?syntax=`: what hours mean; null where they can't be read. Minutes since midnight, Monday first. */
export const hoursMeaningSchema = z.object({
  week: z.array(z.array(interval)).nullable(),
  /** Days ahead on which something else holds. */
  exceptions: z.array(z.object({ date: z.string(), intervals: z.array(interval) })),
  problem: z.string().nullable(),
});
export type HoursMeaning = z.infer<typeof hoursMeaningSchema>;

const landmarkFields = {
  name: z.string().trim().min(1).max(80),
  nameEn: z.string().trim().min(1).max(120),
  otherNames: z.array(z.string().trim().min(1).max(80)).max(20),
  kind: landmarkKindSchema,
  townCode: z.string().regex(/^\d{9}$/),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
};
export const landmarkCreateSchema = z.strictObject({ id: placeId, ...landmarkFields });
export const landmarkEditSchema = z.strictObject({ ...landmarkFields, version: z.number().int().positive() });
export const landmarkSchema = z.object({ id: z.string(), ...landmarkFields, version: z.number().int() });
export type Landmark = z.infer<typeof landmarkSchema>;
export const landmarkListSchema = z.object({
  landmarks: z.array(landmarkSchema),
  next: z.string().nullable(),
  mayEdit: z.boolean(),
});

/** `POST /api/desk/places/import`: CSV as text. `check` only looks. */
export const placeImportSchema = z.strictObject({
  what: z.enum(['places', 'landmarks']),
  file: z.string().trim().min(1).max(200),
  text: z.string().max(900_000),
  check: z.boolean(),
});
export const placeImportAnswerSchema = z.object({
  outcome: z.enum(['checked', 'imported', 'refused']),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** The first of them, with the fields that change. */
  changes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      isNew: z.boolean(),
      fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    }),
  ),
  problems: z.array(
    z.object({ line: z.number().int(), field: z.string().nullable(), code: z.string(), value: z.string().nullable() }),
  ),
});
export type PlaceImportAnswer = z.infer<typeof placeImportAnswerSchema>;

/** `GET /api/desk/place-needs`: where customers found no place, by cell of a hundredth of a degree; nothing says who. */
export const placeNeedsSchema = z.object({
  cells: z.array(
    z.object({ lat: z.number(), lon: z.number(), townCode: z.string().nullable(), count: z.number().int() }),
  ),
  needs: z.array(
    z.object({
      at: z.number(),
      reason: z.enum(['none_near', 'none_open', 'no_service']),
      given: z.enum(['position', 'area', 'landmark', 'account']),
      townCode: z.string().nullable(),
      lat: z.number(),
      lon: z.number(),
      services: z.array(z.string()),
      wantedDate: z.string().nullable(),
      wantedMinute: z.number().nullable(),
      nearestMetres: z.number().nullable(),
    }),
  ),
});
export type PlaceNeeds = z.infer<typeof placeNeedsSchema>;
