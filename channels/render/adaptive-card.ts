import type { Card, CardAction, CardOf, Fact } from '../../web/protocol/card.ts';

export const ADAPTIVE_CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** As much of an Adaptive Card as is written here (version 1.3, which Teams and Web Chat both draw). */
export interface AdaptiveAttachment {
  readonly contentType: typeof ADAPTIVE_CARD_TYPE;
  readonly content: {
    readonly $schema: string;
    readonly type: 'AdaptiveCard';
    readonly version: '1.3';
    readonly body: readonly Element[];
    readonly actions?: readonly Action[];
  };
}

type Element = Readonly<Record<string, unknown>>;
type Action = Readonly<Record<string, unknown>>;

/** Channels draw no more actions on one card. */
const MOST_ACTIONS = 6;

/** What a button that says something carries: its words, or for Teams an object of its own with the words in it. */
export type SayingButtons = 'words' | 'teams';

/** One of our cards as an attachment for clients that draw Adaptive Cards. */
export function adaptiveCard(card: Card, saying: SayingButtons = 'words'): AdaptiveAttachment {
  const actions = actionsOf(card, saying).slice(0, MOST_ACTIONS);
  return {
    contentType: ADAPTIVE_CARD_TYPE,
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.3',
      body: [title(card.title, card.kind === 'safety' ? 'Attention' : 'Default'), ...bodyOf(card)],
      ...(actions.length > 0 ? { actions } : {}),
    },
  };
}

function bodyOf(card: Card): Element[] {
  switch (card.kind) {
    case 'safety':
      return card.lines.map((line) => text(line, { weight: 'Bolder' }));
    case 'ticket':
      return ticketBody(card);
    case 'bill':
      return billBody(card);
    case 'places':
      return placesBody(card);
    case 'list':
      return card.items.flatMap((item) => [
        text(item.severity ? `${item.severity} ${item.title}` : item.title, { weight: 'Bolder', separator: true }),
        ...factSet(item.facts),
      ]);
    case 'rating':
      return ratingBody(card);
  }
}

function ticketBody(card: CardOf<'ticket'>): Element[] {
  return [
    text(card.number, { size: 'Large', weight: 'Bolder' }),
    text(card.severityLabel, { color: card.severity === 'P1' || card.severity === 'P2' ? 'Attention' : 'Default' }),
    ...factSet(card.facts),
    ...card.next.map((step, index) => text(`${index + 1}. ${step}`)),
  ];
}

function billBody(card: CardOf<'bill'>): Element[] {
  const lines = card.lines.map(({ label, quantity, price, amount, note }) => ({
    label,
    value:
      [quantity, price].filter(Boolean).join(' × ') +
      (quantity || price ? ' = ' : '') +
      amount +
      (note ? ` (${note})` : ''),
  }));
  return [
    text(card.total, { size: 'Large', weight: 'Bolder' }),
    ...factSet(card.facts),
    ...factSet(lines),
    ...(card.chart ? chartBody(card.chart) : []),
  ];
}

/** As a picture while its link is good; in words beside it, for those who do not see it and for when it is over. */
function chartBody({ picture, title: name, alt }: NonNullable<CardOf<'bill'>['chart']>): Element[] {
  return [...imageAt(picture, name), text(alt, { isSubtle: true })];
}

function imageAt(url: string | undefined, altText: string): Element[] {
  return url === undefined ? [] : [{ type: 'Image', url, altText, size: 'Stretch' }];
}

/** The list tells in words what the sketch shows. */
function placesBody({ map, places, note }: CardOf<'places'>): Element[] {
  return [
    ...(map ? imageAt(map.picture, map.alt) : []),
    ...places.flatMap((place, index) => placeBody(place, map ? `${index + 1}. ` : '')),
    ...(note ? [text(note, { isSubtle: true })] : []),
  ];
}

function placeBody(place: CardOf<'places'>['places'][number], number: string): Element[] {
  const links = place.actions.flatMap((action) =>
    action.type === 'say' ? [] : [`[${action.label}](${urlOf(action)})`],
  );
  return [
    text(number + [place.name, place.distance].filter(Boolean).join(' · '), { weight: 'Bolder', separator: true }),
    text(place.address),
    text(`${place.openLabel} · ${place.hours}`, { color: place.open ? 'Good' : 'Default' }),
    ...(place.services.length > 0 ? [text(place.services.join(' · '), { isSubtle: true })] : []),
    ...(links.length > 0 ? [text(links.join('  '))] : []),
  ];
}

/** Its answer comes back as a message with a value of the rating's fields. */
function ratingBody(card: CardOf<'rating'>): Element[] {
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'score',
      style: 'expanded',
      choices: card.labels.map((label, index) => ({ title: `${index + 1} ${label}`, value: String(index + 1) })),
    },
    { type: 'Input.Text', id: 'words', placeholder: card.wordsPlaceholder, isMultiline: true, maxLength: 2000 },
  ];
}

function actionsOf(card: Card, saying: SayingButtons): Action[] {
  if (card.kind === 'places') return [];
  if (card.kind === 'rating') {
    const data = { event: 'rating', sessionId: card.sessionId };
    return [{ type: 'Action.Submit', title: card.submitLabel, data }];
  }
  return card.actions.map((action) =>
    action.type === 'say'
      ? { type: 'Action.Submit', title: action.label, data: saidBy(action.text, saying) }
      : { type: 'Action.OpenUrl', title: action.label, url: urlOf(action) },
  );
}

function saidBy(text: string, saying: SayingButtons): unknown {
  return saying === 'teams' ? { msteams: { type: 'imBack', value: text } } : text;
}

function urlOf(action: Exclude<CardAction, { type: 'say' }>): string {
  return action.type === 'call' ? `tel:${action.number}` : action.url;
}

function title(words: string, color: string): Element {
  return text(words, { size: 'Medium', weight: 'Bolder', color });
}

function text(words: string, style: Readonly<Record<string, unknown>> = {}): Element {
  return { type: 'TextBlock', text: words, wrap: true, ...style };
}

function factSet(facts: readonly Fact[]): Element[] {
  if (facts.length === 0) return [];
  return [{ type: 'FactSet', facts: facts.map(({ label, value }) => ({ title: label, value })) }];
}
