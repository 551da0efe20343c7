import type { Card, CardAction, CardOf, Fact } from '../../protocol/card.ts';
import { arrayOf, type Check, isBoolean, isNumber, isString, objectOf, oneOf, optional, taggedBy } from './check.ts';

const literal = <const T extends string>(value: T): Check<T> => oneOf([value]);

const isFact = objectOf<Fact>({ label: isString, value: isString });
const isSeverity = oneOf(['P1', 'P2', 'P3', 'P4']);

const isCardAction = taggedBy<'type', CardAction>('type', {
  open: objectOf({ type: literal('open'), label: isString, url: isString }),
  call: objectOf({ type: literal('call'), label: isString, number: isString }),
  say: objectOf({ type: literal('say'), label: isString, text: isString }),
});
const areActions = arrayOf(isCardAction);

const isBill = objectOf<CardOf<'bill'>>({
  kind: literal('bill'),
  title: isString,
  total: isString,
  facts: arrayOf(isFact),
  lines: arrayOf(
    objectOf<CardOf<'bill'>['lines'][number]>({
      label: isString,
      quantity: optional(isString),
      price: optional(isString),
      amount: isString,
      note: optional(isString),
    }),
  ),
  waterfall: optional(
    objectOf<NonNullable<CardOf<'bill'>['waterfall']>>({
      title: isString,
      steps: arrayOf(
        objectOf<NonNullable<CardOf<'bill'>['waterfall']>['steps'][number]>({
          label: isString,
          amount: isString,
          value: isNumber,
          kind: oneOf(['total', 'step']),
        }),
      ),
      alt: isString,
    }),
  ),
  chart: optional(
    objectOf<NonNullable<CardOf<'bill'>['chart']>>({
      title: isString,
      unit: isString,
      columns: arrayOf(
        objectOf<NonNullable<CardOf<'bill'>['chart']>['columns'][number]>({
          label: isString,
          value: isNumber,
          before: optional(isNumber),
        }),
      ),
      alt: isString,
      picture: optional(isString),
    }),
  ),
  actions: areActions,
});

const isPlaces = objectOf<CardOf<'places'>>({
  kind: literal('places'),
  title: isString,
  places: arrayOf(
    objectOf<CardOf<'places'>['places'][number]>({
      name: isString,
      address: isString,
      distance: optional(isString),
      hours: isString,
      open: isBoolean,
      openLabel: isString,
      services: arrayOf(isString),
      actions: areActions,
    }),
  ),
  map: optional(
    objectOf<NonNullable<CardOf<'places'>['map']>>({
      alt: isString,
      from: isString,
      north: isString,
      points: arrayOf(objectOf<{ north: number; east: number }>({ north: isNumber, east: isNumber })),
      scale: objectOf<{ metres: number; label: string }>({ metres: isNumber, label: isString }),
      picture: optional(isString),
    }),
  ),
  note: optional(isString),
});

const isList = objectOf<CardOf<'list'>>({
  kind: literal('list'),
  title: isString,
  items: arrayOf(
    objectOf<CardOf<'list'>['items'][number]>({
      title: isString,
      severity: optional(isSeverity),
      facts: arrayOf(isFact),
    }),
  ),
  actions: areActions,
});

/** Whether a value is a card of web/protocol/card.ts. */
export const isCard: Check<Card> = taggedBy<'kind', Card>('kind', {
  safety: objectOf({
    kind: literal('safety'),
    title: isString,
    lines: arrayOf(isString, { min: 1 }),
    actions: areActions,
  }),
  ticket: objectOf({
    kind: literal('ticket'),
    title: isString,
    number: isString,
    severity: isSeverity,
    severityLabel: isString,
    facts: arrayOf(isFact),
    next: arrayOf(isString),
    actions: areActions,
  }),
  bill: isBill,
  places: isPlaces,
  list: isList,
  rating: objectOf({
    kind: literal('rating'),
    title: isString,
    sessionId: isString,
    labels: arrayOf(isString, { min: 5, max: 5 }),
    wordsPlaceholder: isString,
    submitLabel: isString,
    thanks: isString,
  }),
});
