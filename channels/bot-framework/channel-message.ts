import { ActionTypes, type Activity, ActivityTypes, type Attachment } from 'botbuilder';
import { z } from 'zod';
import type { ReplyLanguage } from '../../domain/language.ts';
import { botWords } from '../../strings/bot/bot-words.ts';
import type { ToTraditional } from '../../strings/traditional.ts';
import { cardSchema } from '../../web/protocol/card.ts';
import { conversationStatusSchema, STATUS_EVENT } from '../../web/protocol/conversation.ts';
import { CARD_CONTENT_TYPE } from '../../web/protocol/wire-names.ts';
import { adaptiveCard } from '../render/adaptive-card.ts';
import { type NumberedChoice, numberedChoices, plainText, type TextSource } from '../render/plain-text.ts';
import { abilitiesOf } from './channel-abilities.ts';

export interface ChannelStyle {
  /** Bot Framework's channel id. */
  readonly channelId: string;
  readonly language: string | null;
  readonly toTraditional: ToTraditional;
}

/**
 * A row of the transcript as a channel outside shows it: cards where it draws them, else text; choices as buttons where
 * it has them, else numbered. Null for what is not shown: events, but that a person has joined is said in words.
 */
export function channelMessage(body: string, style: ChannelStyle): Partial<Activity> | null {
  const said = sourceSchema.parse(JSON.parse(body));
  if (said.type === ActivityTypes.Event) return joinedWords(said, style);
  if (said.type !== ActivityTypes.Message) return null;
  const { cards } = abilitiesOf(style.channelId);
  const attachments = [...pictures(said, style.channelId), ...(cards ? drawn(said, style.channelId) : [])];
  const buttons = buttonsOf(said, style.channelId);
  const hasButtons = buttons.length > 0;
  const text = cards ? textBeside(said, hasButtons) : plainText(said);
  if (text === '' && attachments.length === 0) return null;
  return {
    type: ActivityTypes.Message,
    textFormat: 'plain',
    text,
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(hasButtons ? { suggestedActions: { to: [], actions: buttons } } : {}),
  };
}

/** What the numbers stand for that a channel showed with a message. */
export function numbersShown(body: string, channelId: string): NumberedChoice[] {
  const said = sourceSchema.parse(JSON.parse(body));
  return numberedChoices(abilitiesOf(channelId).cards ? { suggestedActions: said.suggestedActions } : said);
}

function joinedWords({ name, value }: Said, { language, toTraditional }: ChannelStyle): Partial<Activity> | null {
  const status = name === STATUS_EVENT ? conversationStatusSchema.safeParse(value).data : undefined;
  if (status?.speaker !== 'agent') return null;
  const words = botWords((language ?? 'zh-Hans') as ReplyLanguage).person.joined(status.name);
  const text = language === 'zh-Hant' ? toTraditional(words) : words;
  return { type: ActivityTypes.Message, textFormat: 'plain', text };
}

/** Pictures that channels fetch by themselves: attached ones, and where cards are not drawn, the columns of a chart and the sketch of places. Only what all of the world can reach. */
function pictures({ attachments = [] }: Said, channelId: string): Attachment[] {
  const { pictures: shown, cards } = abilitiesOf(channelId);
  if (!shown) return [];
  return attachments.flatMap(({ contentType, contentUrl, name, content }) => {
    if (contentType === PNG) return pictureAt(contentUrl, name ?? '');
    if (cards || contentType !== CARD_CONTENT_TYPE) return [];
    const card = cardSchema.safeParse(content).data;
    if (card?.kind === 'places' && card.map) return pictureAt(card.map.picture, card.map.alt);
    return card?.kind === 'bill' && card.chart ? pictureAt(card.chart.picture, card.chart.title) : [];
  });
}

const PNG = 'image/png';

function pictureAt(contentUrl: string | undefined, name: string): Attachment[] {
  return contentUrl !== undefined && URL.canParse(contentUrl) ? [{ contentType: PNG, contentUrl, name }] : [];
}

function drawn({ attachments = [] }: Said, channelId: string) {
  return attachments.flatMap(({ contentType, content }) => {
    const card = contentType === CARD_CONTENT_TYPE ? cardSchema.safeParse(content).data : undefined;
    return card ? [adaptiveCard(card, channelId === 'msteams' ? 'teams' : 'words')] : [];
  });
}

/** Cards speak for themselves; choices that have no buttons are listed. */
function textBeside({ text, suggestedActions }: Said, hasButtons: boolean): string {
  return plainText({ text, ...(hasButtons ? {} : { suggestedActions }) });
}

function buttonsOf(said: Said, channelId: string) {
  const { cards, buttons, buttonsWithCards, label } = abilitiesOf(channelId);
  const choices = numberedChoices(cards ? { suggestedActions: said.suggestedActions } : said);
  const covered = cards && !buttonsWithCards && (said.attachments?.length ?? 0) > 0;
  if (choices.length > buttons || covered) return [];
  return choices.map((choice) => ({
    type: ActionTypes.ImBack,
    title: shortened(choice.label, label),
    value: choice.says,
  }));
}

function shortened(label: string, most: number): string {
  return label.length > most
    ? `${label
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
    : label;
}

/** As much of what turns and people write as is shown. */
const sourceSchema = z.object({
  type: z.string(),
  text: z.string().optional(),
  name: z.string().optional(),
  value: z.unknown().optional(),
  attachments: z
    .array(
      z.object({
        contentType: z.string(),
        content: z.unknown().optional(),
        contentUrl: z.string().optional(),
        name: z.string().optional(),
      }),
    )
    .optional(),
  suggestedActions: z
    .object({ actions: z.array(z.object({ title: z.string(), value: z.unknown().optional() })) })
    .optional(),
});
type Said = z.infer<typeof sourceSchema> & TextSource;
