import { type Card, type CardAction, type CardOf, cardSchema, type Fact } from '../../web/protocol/card.ts';
import { CARD_CONTENT_TYPE } from '../../web/protocol/wire-names.ts';

/** As much of an activity as text can show. */
export interface TextSource {
  readonly text?: string | undefined;
  readonly attachments?: readonly { readonly contentType?: string; readonly content?: unknown }[] | undefined;
  readonly suggestedActions?:
    | { readonly actions: readonly { readonly title: string; readonly value?: unknown }[] }
    | undefined;
}

/** Something the customer can say by its number. */
export interface NumberedChoice {
  readonly label: string;
  /** What is said in the customer's stead. */
  readonly says: string;
}

/** An activity for a channel that shows text alone: cards as lines, what can be chosen as a numbered list below. */
export function plainText(source: TextSource): string {
  const choices = numberedChoices(source).map(({ label }, index) => `${index + 1}. ${label}`);
  const blocks = [source.text?.trim() ?? '', ...cardsOf(source).map(cardText), choices.join('\n')];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** The choices in the order of their numbers, so that a reply `2` can be understood. */
export function numberedChoices(source: TextSource): NumberedChoice[] {
  const onCards = cardsOf(source).flatMap((card) =>
    card.kind === 'rating' ? ratingChoices(card) : actionsOf(card).flatMap(choiceOf),
  );
  const suggested = (source.suggestedActions?.actions ?? []).map(({ title, value }) => ({
    label: title,
    says: typeof value === 'string' ? value : title,
  }));
  const all = [...onCards, ...suggested];
  return all.filter(({ says }, index) => all.findIndex((choice) => choice.says === says) === index);
}

function cardsOf({ attachments = [] }: TextSource): Card[] {
  return attachments.flatMap(({ contentType, content }) => {
    const card = contentType === CARD_CONTENT_TYPE ? cardSchema.safeParse(content).data : undefined;
    return card ? [card] : [];
  });
}

function cardText(card: Card): string {
  const links = card.kind === 'places' ? [] : actionsOf(card).flatMap(linkOf);
  return [card.title, ...linesOf(card), ...links].join('\n');
}

function linesOf(card: Card): string[] {
  switch (card.kind) {
    case 'safety':
      return card.lines.map((line, index) => `${index + 1}. ${line}`);
    case 'ticket':
      return [card.number, card.severityLabel, ...card.facts.map(factText), ...card.next.map((step) => `- ${step}`)];
    case 'bill':
      return billLines(card);
    case 'places':
      return [
        ...card.places.flatMap((place, at) => placeLines(place, card.map ? circled(at) : '-')),
        ...(card.note ? [card.note] : []),
      ];
    case 'list':
      return card.items.flatMap(({ title, severity, facts }) => [
        `- ${severity ? `${severity} ` : ''}${title}`,
        ...facts.map((fact) => `  ${factText(fact)}`),
      ]);
    case 'rating':
      return [];
  }
}

function billLines(card: CardOf<'bill'>): string[] {
  const lines = card.lines.flatMap(({ label, quantity, price, amount, note }) => {
    const times = [quantity, price].filter(Boolean).join(' × ');
    const line = `- ${factText({ label, value: times ? `${times} = ${amount}` : amount })}`;
    return note ? [line, `  ${note}`] : [line];
  });
  return [card.total, ...card.facts.map(factText), ...lines, ...(card.chart ? [card.chart.alt] : [])];
}

/** As on the sketch, and not to be taken for the number of a choice. */
function circled(at: number): string {
  return String.fromCodePoint(CIRCLED_ONE + at);
}

const CIRCLED_ONE = 0x2460;

function placeLines(place: CardOf<'places'>['places'][number], mark: string): string[] {
  return [
    `${mark} ${[place.name, place.distance].filter(Boolean).join(' · ')}`,
    `  ${place.address}`,
    `  ${place.openLabel} · ${place.hours}`,
    ...(place.services.length > 0 ? [`  ${place.services.join(' · ')}`] : []),
    ...place.actions.flatMap(linkOf).map((link) => `  ${link}`),
  ];
}

function actionsOf(card: Card): readonly CardAction[] {
  if (card.kind === 'rating') return [];
  return card.kind === 'places' ? card.places.flatMap((place) => place.actions) : card.actions;
}

function choiceOf(action: CardAction): NumberedChoice[] {
  return action.type === 'say' ? [{ label: action.label, says: action.text }] : [];
}

function ratingChoices({ labels }: CardOf<'rating'>): NumberedChoice[] {
  return labels.map((label, index) => ({ label, says: String(index + 1) }));
}

function linkOf(action: CardAction): string[] {
  if (action.type === 'say') return [];
  return [`${action.label}: ${action.type === 'call' ? action.number : action.url}`];
}

/** A label in Chinese is followed by its own colon. */
function factText({ label, value }: Fact): string {
  return /\p{Script=Han}$/u.test(label) ? `${label}：${value}` : `${label}: ${value}`;
}
