import { z } from 'zod';
import type { Actor } from '../../desk/actor.ts';
import { addLandmark, editLandmark, landmarkOf, removeLandmark } from '../../desk/places/edit-landmarks.ts';
import { addPlace, editPlace, type PlaceEdit, placeOf, removePlace } from '../../desk/places/edit-places.ts';
import { hoursMeaning } from '../../desk/places/hours-meaning.ts';
import { importAtDesk } from '../../desk/places/import-at-desk.ts';
import { placeHistory } from '../../desk/places/place-history.ts';
import { showPlaceNeeds } from '../../desk/places/place-needs.ts';
import type { PlaceParts } from '../../desk/places/place-parts.ts';
import { townsWithCentres } from '../../desk/places/towns-with-centres.ts';
import { hasRight, RIGHTS } from '../../domain/desk/rights.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import {
  hoursMeaningSchema,
  landmarkCreateSchema,
  landmarkEditSchema,
  landmarkKindSchema,
  landmarkListSchema,
  placeCreateSchema,
  placeEditSchema,
  placeHistorySchema,
  placeImportAnswerSchema,
  placeImportSchema,
  placeKindSchema,
  placeListSchema,
  placeNeedsSchema,
  placeServiceSchema,
  townListSchema,
} from '../../web/protocol/desk/place.ts';
import { type Route, type RouteAnswer, route } from '../route.ts';
import { daysQuery } from './days-query.ts';
import { DONE } from './route-answers.ts';
import { wholeNumber } from './route-params.ts';

const READ = RIGHTS['places.read'];
const EDIT = RIGHTS['places.edit'];

const id = z.string().regex(/^[\w-]{1,60}$/);
const params = z.strictObject({ id });
const version = z.strictObject({ version: wholeNumber(1, 1_000_000_000) });
const town = z
  .string()
  .regex(/^\d{9}$/)
  .optional();
const page = {
  words: z.string().trim().min(1).max(60).optional(),
  town,
  cursor: id.optional(),
  limit: wholeNumber(1, 200).default(50),
};

/** Places to pay at, landmarks, and where places were lacking. */
export function placeRoutes(parts: PlaceParts): Route[] {
  return [...pointRoutes(parts), ...pointEdits(parts), ...landmarkRoutes(parts), ...planningRoutes(parts)];
}

function pointRoutes(parts: PlaceParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/places',
      summary: 'Places to pay at, by id, a page at a time; by words, town, service, kind, or those closed for a while',
      access: READ,
      query: z.strictObject({
        ...page,
        service: placeServiceSchema.optional(),
        kind: placeKindSchema.optional(),
        closed: z.literal('true').optional(),
      }),
      answer: placeListSchema,
      handle: async ({ caller, query }) => {
        const { words = null, service = null, kind = null, closed, cursor = '', limit } = query;
        const today = localTimeOf(parts.desk.now(), parts.timeZone).date;
        const rows = await parts.points.page(
          { words, service, kind, townCode: query.town ?? null, closedOn: closed ? today : null },
          { after: cursor, limit: limit + 1 },
        );
        const places = rows.slice(0, limit).map(placeOf);
        const next = rows.length > limit ? (places.at(-1)?.id ?? null) : null;
        return { status: 200, body: { places, next, mayEdit: hasRight(caller.roles, 'places.edit') } };
      },
    }),
    route({
      method: 'get',
      path: '/api/desk/place-towns',
      summary: 'The towns that are served, each with the middle of where people are supplied',
      access: READ,
      answer: townListSchema,
      handle: async () => ({ status: 200, body: { towns: await townsWithCentres(parts) } }),
    }),
    route({
      method: 'get',
      path: '/api/desk/opening-hours',
      summary: 'What opening hours in OpenStreetMap’s syntax mean: a week, and the days ahead that differ',
      access: READ,
      query: z.strictObject({ syntax: z.string().trim().min(1).max(300) }),
      answer: hoursMeaningSchema,
      handle: async ({ query }) => ({ status: 200, body: hoursMeaning(parts, query.syntax) }),
    }),
    route({
      method: 'get',
      path: '/api/desk/places/{id}/history',
      summary: 'Who changed a place, and what',
      access: READ,
      params,
      answer: placeHistorySchema,
      handle: async ({ params: { id: place } }) => ({ status: 200, body: await placeHistory(parts, `place:${place}`) }),
    }),
  ];
}

function pointEdits(parts: PlaceParts): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/desk/places',
      summary: 'Adds a place; customers find it with their next question',
      access: EDIT,
      body: placeCreateSchema,
      handle: async ({ caller, body }) => answerOf(await addPlace(parts, caller, body)),
    }),
    route({
      method: 'put',
      path: '/api/desk/places/{id}',
      summary: 'Changes a place, or closes it for a while',
      access: EDIT,
      params,
      body: placeEditSchema,
      handle: async ({ caller, params: { id: place }, body }) =>
        answerOf(await editPlace(parts, caller, { id: place, edit: body })),
    }),
    route({
      method: 'delete',
      path: '/api/desk/places/{id}',
      summary: 'Takes a place away',
      access: EDIT,
      params,
      query: version,
      handle: async ({ caller, params: { id: place }, query }) =>
        answerOf(await removePlace(parts, caller, { id: place, version: query.version })),
    }),
    route({
      method: 'post',
      path: '/api/desk/places-import',
      summary:
        'Places or landmarks from CSV: what the file would change, or, without `check`, has it done, all or nothing',
      access: EDIT,
      body: placeImportSchema,
      answer: placeImportAnswerSchema,
      handle: async ({ caller, body }) => ({ status: 200, body: await importAtDesk(parts, caller, body) }),
    }),
  ];
}

function landmarkRoutes(parts: PlaceParts): Route[] {
  const saving = async (caller: Actor, edit: (actor: Actor) => Promise<PlaceEdit>) => answerOf(await edit(caller));
  return [
    route({
      method: 'get',
      path: '/api/desk/landmarks',
      summary: 'What people name to say where they are, by id, a page at a time',
      access: READ,
      query: z.strictObject({ ...page, kind: landmarkKindSchema.optional() }),
      answer: landmarkListSchema,
      handle: async ({ caller, query }) => {
        const { words = null, kind = null, cursor = '', limit } = query;
        const filter = { words, kind, townCode: query.town ?? null };
        const rows = await parts.landmarks.page(filter, { after: cursor, limit: limit + 1 });
        const landmarks = rows.slice(0, limit).map(landmarkOf);
        const next = rows.length > limit ? (landmarks.at(-1)?.id ?? null) : null;
        return { status: 200, body: { landmarks, next, mayEdit: hasRight(caller.roles, 'places.edit') } };
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/landmarks',
      summary: 'Adds a landmark',
      access: EDIT,
      body: landmarkCreateSchema,
      handle: ({ caller, body }) => saving(caller, (actor) => addLandmark(parts, actor, body)),
    }),
    route({
      method: 'put',
      path: '/api/desk/landmarks/{id}',
      summary: 'Changes a landmark',
      access: EDIT,
      params,
      body: landmarkEditSchema,
      handle: ({ caller, params: { id: landmark }, body }) =>
        saving(caller, (actor) => editLandmark(parts, actor, { id: landmark, edit: body })),
    }),
    route({
      method: 'delete',
      path: '/api/desk/landmarks/{id}',
      summary: 'Takes a landmark away',
      access: EDIT,
      params,
      query: version,
      handle: ({ caller, params: { id: landmark }, query }) =>
        saving(caller, (actor) => removeLandmark(parts, actor, { id: landmark, version: query.version })),
    }),
  ];
}

function planningRoutes(parts: PlaceParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/place-needs',
      summary: 'Where customers found no place to pay, by cell of a hundredth of a degree; nothing says who',
      access: RIGHTS['places.plan'],
      query: daysQuery({}),
      answer: placeNeedsSchema,
      handle: async ({ query }) => ({ status: 200, body: await showPlaceNeeds(parts, query) }),
    }),
  ];
}

function answerOf({ kind }: PlaceEdit): RouteAnswer<unknown> {
  switch (kind) {
    case 'saved':
      return DONE;
    case 'unknown':
      return { status: 404, code: 'not_found' };
    case 'id_taken':
      return { status: 409, code: 'place_id_taken', field: 'body.id' };
    case 'place_changed':
      return { status: 409, code: 'place_changed' };
    case 'hours_unreadable':
      return { status: 422, code: 'hours_unreadable', field: 'body.hours' };
    case 'area_unknown':
      return { status: 422, code: 'area_unknown', field: 'body.townCode' };
    case 'not_after_from':
      return { status: 422, code: 'closure_backwards', field: 'body.closure' };
  }
}
