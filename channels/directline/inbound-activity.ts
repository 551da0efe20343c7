import { z } from 'zod';
import { geoCoordinatesSchema } from '../../web/protocol/conversation.ts';
import { CLOSED_EVENT, RATING_EVENT, READ_EVENT, STATUS_EVENT } from '../../web/protocol/wire-names.ts';
import { fieldOf } from '../http/field-path.ts';
import { type Refusal, refuse } from '../http/http-answer.ts';
import { plainId } from '../http/plain-id.ts';
import { submittedRating } from '../render/submitted-rating.ts';
import { attachmentIdOf } from './attachment-url.ts';

/** UTF-16 units a message may have. */
export const MOST_TEXT = 4000;
const MOST_DATA = 8 * 1024;

/** An attachment that is stored here already. */
export interface StoredAttachment {
  readonly contentType: string;
  /** Path on this server; the wire puts its base before it. */
  readonly contentUrl: string;
  readonly name: string;
}

/** What a customer's client may say. Nothing else of what it sends is kept. */
export interface InboundActivity {
  readonly type: 'message' | 'event' | 'typing';
  readonly text?: string;
  readonly attachments?: readonly { readonly contentUrl?: string | undefined; readonly name?: string | undefined }[];
  readonly entities?: readonly unknown[];
  readonly name?: string;
  readonly value?: unknown;
  readonly locale?: string;
  readonly channelData?: Readonly<Record<string, unknown>>;
  /** Its sender's own id for it: a second activity with the same one is the same activity. */
  readonly clientId?: string;
  /** Whom it claims to be from; believed where the secret speaks. */
  readonly fromId?: string;
}

/** Reads an activity out of JSON. `uploading`: its files come beside it, so that it may be without text. */
export function readActivity(json: unknown, { uploading }: { uploading: boolean }): InboundActivity | Refusal {
  const parsed = activitySchema.safeParse(json);
  if (!parsed.success) return refuse(400, 'invalid', { field: fieldOf(parsed.error) });
  const { type, text = '', attachments, entities, name, value, locale, channelData, from } = parsed.data;
  if (!isKnownType(type)) return refuse(400, 'activity_type_unsupported', { field: 'type' });
  if (text.length > MOST_TEXT) return refuse(400, 'text_too_long', { field: 'text' });
  if (type === 'event' && (!name || RESERVED.test(name))) return refuse(400, 'invalid', { field: 'name' });
  for (const [field, data] of Object.entries({ value, channelData })) {
    if (data !== undefined && JSON.stringify(data).length > MOST_DATA) return refuse(413, 'body_too_large', { field });
  }
  const positions = entities?.filter((entity) => geoCoordinatesSchema.safeParse(entity).success).slice(0, 1) ?? [];
  const says = text.trim() !== '' || positions.length > 0 || attachments?.length || value != null || uploading;
  if (type === 'message' && !says) return refuse(400, 'message_empty', { field: 'text' });
  const clientId = channelData?.clientActivityID;
  const common = {
    ...(locale ? { locale } : {}),
    ...(channelData ? { channelData } : {}),
    ...(clientId ? { clientId } : {}),
    ...(from?.id ? { fromId: from.id } : {}),
  };
  // Clients that draw Adaptive Cards send a rating back as a message.
  const rating = submittedRating(value);
  if (type === 'message' && rating) return { ...common, type: 'event', name: RATING_EVENT, value: rating };
  return {
    ...common,
    type,
    ...(type === 'message' && text !== '' ? { text } : {}),
    ...(type === 'message' && attachments?.length ? { attachments } : {}),
    ...(positions.length > 0 ? { entities: positions } : {}),
    ...(type === 'event' && name ? { name } : {}),
    ...(value == null ? {} : { value }),
  };
}

/** Read marks and typing pass: they are told to whoever looks on, and kept nowhere. */
export function isPassing({ type, name }: InboundActivity): boolean {
  return type === 'typing' || (type === 'event' && name === READ_EVENT);
}

/** What the transcript keeps. */
export function bodyOf(
  activity: InboundActivity,
  attachments: readonly StoredAttachment[],
): Readonly<Record<string, unknown>> {
  const { clientId: _clientId, fromId: _fromId, attachments: _claimed, ...body } = activity;
  return attachments.length > 0 ? { ...body, attachments } : body;
}

/** Ids of the stored attachments that the activity points to, or which of them is none of ours. */
export function claimedAttachments({ attachments = [] }: InboundActivity): readonly string[] | Refusal {
  const ids = attachments.map(({ contentUrl }) => attachmentIdOf(contentUrl ?? ''));
  const stranger = ids.indexOf(null);
  if (stranger >= 0) return refuse(400, 'attachment_unknown', { field: `attachments.${stranger}.contentUrl` });
  return ids.filter((id) => id !== null);
}

function isKnownType(type: string): type is InboundActivity['type'] {
  return type === 'message' || type === 'event' || type === 'typing';
}

/** Events that only the service itself raises: the bot's turn acts on them. */
const RESERVED = new RegExp(`^((handoff|identity|billing)\\.|(${STATUS_EVENT}|${CLOSED_EVENT})$)`, 'i');

const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

export const activitySchema = z.object({
  type: z.string(),
  text: absent(z.string()),
  name: absent(z.string().max(100)),
  value: z.unknown().optional(),
  /** A tag that is none is left out rather than refused: it is only a hint. */
  locale: absent(z.string()).transform((tag) =>
    tag && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/.test(tag) ? tag : undefined,
  ),
  from: absent(z.object({ id: absent(plainId) })),
  entities: absent(z.array(z.unknown()).max(50)),
  attachments: absent(
    z.array(z.object({ contentUrl: absent(z.string().max(2000)), name: absent(z.string().max(300)) })).max(10),
  ),
  channelData: absent(z.looseObject({ clientActivityID: absent(plainId) })),
});
