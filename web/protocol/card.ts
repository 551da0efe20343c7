import { z } from 'zod';

/**
 * Cards: what a reply shows beside its words. They carry finished words in the customer's language and data for
 * pictures; each channel draws them its own way (the widget as components, Teams as Adaptive Cards, a text channel as
 * lines). On the wire: an attachment of a Bot Framework activity with this content type.
 */
export { CARD_CONTENT_TYPE } from './wire-names.ts';

const fact = z.object({ label: z.string(), value: z.string() });
export type Fact = z.infer<typeof fact>;

/** A button: opens a link, calls a number, or says something in the customer's stead. */
const cardAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open'), label: z.string(), url: z.string() }),
  z.object({ type: z.literal('call'), label: z.string(), number: z.string() }),
  z.object({ type: z.literal('say'), label: z.string(), text: z.string() }),
]);
export type CardAction = z.infer<typeof cardAction>;

const severity = z.enum(['P1', 'P2', 'P3', 'P4']);

/** What to do in danger: one instruction a line, the most important first. */
const safetyCard = z.object({
  kind: z.literal('safety'),
  title: z.string(),
  lines: z.array(z.string()).min(1),
  actions: z.array(cardAction),
});

const ticketCard = z.object({
  kind: z.literal('ticket'),
  title: z.string(),
  number: z.string(),
  severity,
  severityLabel: z.string(),
  facts: z.array(fact),
  /** What happens next, in order. */
  next: z.array(z.string()),
  actions: z.array(cardAction),
});

const billCard = z.object({
  kind: z.literal('bill'),
  title: z.string(),
  total: z.string(),
  facts: z.array(fact),
  lines: z.array(
    z.object({
      label: z.string(),
      quantity: z.string().optional(),
      price: z.string().optional(),
      amount: z.string(),
      /** Where it comes from, in words. */
      note: z.string().optional(),
    }),
  ),
  /** How one total becomes another: totals first and last, steps between. `value` in fen; `alt` says the same in words. */
  waterfall: z
    .object({
      title: z.string(),
      steps: z.array(
        z.object({ label: z.string(), amount: z.string(), value: z.number(), kind: z.enum(['total', 'step']) }),
      ),
      alt: z.string(),
    })
    .optional(),
  /** Usage columns, oldest first; `before` is the same month a year earlier. `alt` says the same in words. */
  chart: z
    .object({
      title: z.string(),
      unit: z.string(),
      columns: z.array(z.object({ label: z.string(), value: z.number(), before: z.number().optional() })),
      alt: z.string(),
      /** Where the same is had as a PNG for a while, for channels that do not draw. */
      picture: z.string().optional(),
    })
    .optional(),
  actions: z.array(cardAction),
});

const placesCard = z.object({
  kind: z.literal('places'),
  title: z.string(),
  places: z.array(
    z.object({
      name: z.string(),
      address: z.string(),
      distance: z.string().optional(),
      hours: z.string(),
      open: z.boolean(),
      openLabel: z.string(),
      services: z.array(z.string()),
      actions: z.array(cardAction),
    }),
  ),
  /** A sketch of where they lie, in the same order: metres north and east of where they are looked for. */
  map: z
    .object({
      alt: z.string(),
      from: z.string(),
      north: z.string(),
      points: z.array(z.object({ north: z.number(), east: z.number() })),
      /** How long the bar of the scale is, and what stands at it. */
      scale: z.object({ metres: z.number(), label: z.string() }),
      /** Where the same is had as a PNG for a while, for channels that do not draw. */
      picture: z.string().optional(),
    })
    .optional(),
  note: z.string().optional(),
});

/** Anything that is a list of titled facts: planned outages, tickets, incidents. */
const listCard = z.object({
  kind: z.literal('list'),
  title: z.string(),
  items: z.array(z.object({ title: z.string(), severity: severity.optional(), facts: z.array(fact) })),
  actions: z.array(cardAction),
});

/** Asks for 1 to 5 and words; answered by an event `rating` with the session's id. */
const ratingCard = z.object({
  kind: z.literal('rating'),
  title: z.string(),
  sessionId: z.string(),
  /** What 1, 2, 3, 4 and 5 mean. */
  labels: z.array(z.string()).length(5),
  wordsPlaceholder: z.string(),
  submitLabel: z.string(),
  thanks: z.string(),
});

export const cardSchema = z.discriminatedUnion('kind', [
  safetyCard,
  ticketCard,
  billCard,
  placesCard,
  listCard,
  ratingCard,
]);
export type Card = z.infer<typeof cardSchema>;
export type CardOf<K extends Card['kind']> = Extract<Card, { kind: K }>;
export type PlacesMap = NonNullable<CardOf<'places'>['map']>;
