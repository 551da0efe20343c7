import { ANSWERED_ON_THE_LINE, type CutShort } from '../../store/inbox.ts';
import { geoCoordinatesSchema } from '../../web/protocol/conversation.ts';
import { JOIN_EVENT, RATING_EVENT } from '../../web/protocol/wire-names.ts';
import { MOST_TEXT } from '../directline/inbound-activity.ts';
import { type Refusal, refuse } from '../http/http-answer.ts';
import { submittedRating } from '../render/submitted-rating.ts';
import type { ChannelActivity } from './channel-activity.ts';

/** What an activity from a channel says to the bot. */
export interface Said {
  readonly messageId: string;
  /** What the transcript keeps. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What the channel's service waits for on the line, where it does. */
  readonly awaits: 'replies' | 'invoke' | null;
}

/** What front ends on Azure's Direct Line say when they are opened: ours, and Web Chat's. */
const JOIN_EVENTS = new Set<string>([JOIN_EVENT, 'webchat/join']);
const MOST_DATA = 8 * 1024;
const MOST_ATTACHMENTS = 10;
const CUT_SHORT: CutShort = { cutAt: MOST_TEXT };

/** Null for what nobody has to act upon: typing, reactions, what the bot itself or a whole group says. */
export function saidBy(activity: ChannelActivity): Said | Refusal | null {
  const { type, from, recipient, conversation } = activity;
  if (from.role === 'bot' || (from.id === recipient.id && type !== 'conversationUpdate')) return null;
  // Bills and addresses are nothing for a group to read.
  if (conversation.isGroup) return null;
  if (type === 'conversationUpdate') return joins(activity) ? joined(activity) : null;
  if (type === 'event') return JOIN_EVENTS.has(activity.name ?? '') ? joined(activity) : null;
  if (type !== 'message' && type !== 'invoke') return null;
  const messageId = activity.id;
  if (messageId === undefined) return refuse(400, 'invalid', { field: 'id' });
  if (JSON.stringify(activity.value ?? null).length > MOST_DATA) {
    return refuse(413, 'body_too_large', { field: 'value' });
  }
  if (type === 'message') return message(activity, messageId);
  if (activity.name === undefined) return refuse(400, 'invalid', { field: 'name' });
  const { name, value } = activity;
  return {
    messageId,
    body: { type, name, value: value ?? null, channelData: ANSWERED_ON_THE_LINE, ...localeOf(activity) },
    awaits: 'invoke',
  };
}

function message(activity: ChannelActivity, messageId: string): Said | Refusal {
  const { value, deliveryMode } = activity;
  const rating = submittedRating(value);
  const awaits = deliveryMode === 'expectReplies' ? 'replies' : null;
  const isCut = (activity.text ?? '').length > MOST_TEXT;
  const channelData = { ...(awaits ? ANSWERED_ON_THE_LINE : {}), ...(isCut ? CUT_SHORT : {}) };
  const common = { ...localeOf(activity), ...(awaits || isCut ? { channelData } : {}) };
  if (rating) {
    return { messageId, body: { type: 'event', name: RATING_EVENT, value: rating, ...common }, awaits };
  }
  const text = cut(activity.text ?? '');
  const attachments = attachmentsOf(activity);
  const position = positionOf(activity);
  if (text.trim() === '' && attachments.length === 0 && position === null && value == null) {
    return refuse(400, 'message_empty', { field: 'text' });
  }
  const body = {
    type: 'message',
    ...(text === '' ? {} : { text }),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(position ? { entities: [position] } : {}),
    ...(value == null ? {} : { value }),
    ...common,
  };
  return { messageId, body, awaits };
}

/** The customer is new here: the bot greets, once for each conversation. */
function joined(activity: ChannelActivity): Said {
  return {
    messageId: 'conversationUpdate.join',
    body: { type: 'event', name: JOIN_EVENT, ...localeOf(activity) },
    awaits: null,
  };
}

/** Others than the bot came in; Teams tells of the bot alone where a person has begun a chat with it. */
function joins({ channelId, membersAdded = [], recipient, from }: ChannelActivity): boolean {
  if (membersAdded.some(({ id }) => id !== recipient.id)) return true;
  return channelId === 'msteams' && membersAdded.length > 0 && from.id !== recipient.id;
}

/** Longer than anybody writes: a channel that is refused a message tells its sender nothing, so the bot does by the beginning. */
function cut(text: string): string {
  return text.length > MOST_TEXT
    ? text
        .slice(0, MOST_TEXT)
        .toWellFormed()
        .replace(/\ufffd$/, '')
    : text;
}

function attachmentsOf({ attachments = [] }: ChannelActivity) {
  return attachments
    .flatMap(({ contentType, contentUrl, name }) =>
      contentUrl && contentUrl.length <= 2000 && /^https?:\/\//i.test(contentUrl) && URL.canParse(contentUrl)
        ? [{ contentType: contentType ?? 'application/octet-stream', contentUrl, name: name?.slice(0, 300) ?? '' }]
        : [],
    )
    .slice(0, MOST_ATTACHMENTS);
}

/** A shared position, by itself or as that of a place (schema.org Place, as Telegram's and Facebook's come). */
function positionOf({ entities = [] }: ChannelActivity) {
  for (const entity of entities) {
    const { geo } = (entity ?? {}) as { geo?: unknown };
    for (const candidate of [entity, typeof geo === 'object' ? { type: 'GeoCoordinates', ...geo } : null]) {
      const position = geoCoordinatesSchema.safeParse(candidate);
      if (position.success) return position.data;
    }
  }
  return null;
}

function localeOf({ locale }: ChannelActivity) {
  return locale ? { locale } : {};
}
