import { z } from 'zod';
import { CARD_CONTENT_TYPE, type Card, cardSchema } from '../../protocol/card.ts';
import {
  CLOSED_EVENT,
  type ConversationStatus,
  conversationStatusSchema,
  type GeoCoordinates,
  geoCoordinatesSchema,
  RATING_EVENT,
  ratingValueSchema,
  STATUS_EVENT,
} from '../../protocol/conversation.ts';
import { MOVED_EVENT, NOTE_EVENT, WHISPER_EVENT } from '../../protocol/wire-names.ts';

export interface FileView {
  readonly name: string;
  readonly url: string;
  readonly image: boolean;
}

/** What of an activity the desk shows. */
export type ActivityView =
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly cards: readonly Card[];
      readonly files: readonly FileView[];
      readonly choices: readonly string[];
      readonly position: GeoCoordinates | null;
      /** Something is attached that the desk cannot show. */
      readonly unsupported: boolean;
      /** The desk's own id of a message sent here. */
      readonly clientId: string | null;
    }
  | { readonly kind: 'status'; readonly status: ConversationStatus }
  | { readonly kind: 'closed' }
  /** What one colleague tells the others; the customer never sees it. */
  | { readonly kind: 'internal'; readonly text: string }
  /** Between a supervisor and whoever serves; the customer never sees it. */
  | { readonly kind: 'whisper'; readonly text: string; readonly to: string }
  /** What a supervisor did with the conversation. */
  | ({ readonly kind: 'moved' } & MovedView)
  | { readonly kind: 'rating'; readonly score: number; readonly words: string | null }
  | { readonly kind: 'hidden' };

const movedValueSchema = z.object({
  kind: z.enum(['taken_over', 'reassigned']),
  from: z.string().nullable(),
  to: z.string().nullable(),
  skill: z.string().optional(),
  note: z.string().optional(),
  force: z.string().optional(),
});

/** Names as customers know them; null where nobody had it, or nobody has it now. */
interface MovedView {
  readonly how: 'taken_over' | 'reassigned';
  readonly from: string | null;
  readonly to: string | null;
  readonly skill: string | null;
  readonly note: string | null;
  /** Why somebody was given more than they can take. */
  readonly force: string | null;
}

const attachmentSchema = z.object({
  contentType: z.string(),
  contentUrl: z.string().optional(),
  content: z.unknown().optional(),
  name: z.string().optional(),
});

const activitySchema = z.object({
  type: z.string(),
  name: z.string().optional(),
  text: z.string().optional().catch(undefined),
  value: z.unknown().optional(),
  attachments: z.array(z.unknown()).optional().catch(undefined),
  suggestedActions: z
    .object({ actions: z.array(z.object({ title: z.string() })) })
    .optional()
    .catch(undefined),
  entities: z.array(z.unknown()).optional().catch(undefined),
  channelData: z.object({ clientActivityID: z.string().optional() }).optional().catch(undefined),
});

const noteValueSchema = z.object({ text: z.string() });
const whisperValueSchema = z.object({ text: z.string(), to: z.string() });

const HIDDEN: ActivityView = { kind: 'hidden' };

/**
 * Reads a stored activity for showing. Activities come from customers and channels: whatever is not of the form is
 * left out, nothing throws. `page` is the desk's own address, against which file addresses are taken.
 */
export function viewActivity(activity: unknown, page: string): ActivityView {
  const parsed = activitySchema.safeParse(activity);
  if (!parsed.success) return HIDDEN;
  const { type, name, value } = parsed.data;
  if (type === 'message') return viewMessage(parsed.data, page);
  if (type !== 'event') return HIDDEN;
  if (name === CLOSED_EVENT) return { kind: 'closed' };
  if (name === STATUS_EVENT) {
    const status = conversationStatusSchema.safeParse(value);
    return status.success ? { kind: 'status', status: status.data } : HIDDEN;
  }
  if (name === NOTE_EVENT) {
    const note = noteValueSchema.safeParse(value);
    return note.success ? { kind: 'internal', text: note.data.text } : HIDDEN;
  }
  if (name === WHISPER_EVENT) {
    const whisper = whisperValueSchema.safeParse(value);
    return whisper.success ? { kind: 'whisper', ...whisper.data } : HIDDEN;
  }
  if (name === MOVED_EVENT) return viewMoved(value);
  if (name === RATING_EVENT) {
    const rating = ratingValueSchema.safeParse(value);
    return rating.success ? { kind: 'rating', score: rating.data.score, words: rating.data.words ?? null } : HIDDEN;
  }
  return HIDDEN;
}

function viewMoved(value: unknown): ActivityView {
  const moved = movedValueSchema.safeParse(value).data;
  if (moved === undefined) return HIDDEN;
  const { kind: how, from, to, skill = null, note = null, force = null } = moved;
  return { kind: 'moved', how, from, to, skill, note, force };
}

function viewMessage(activity: z.infer<typeof activitySchema>, page: string): ActivityView {
  const attachments = (activity.attachments ?? []).map((attachment) => viewAttachment(attachment, page));
  const position = (activity.entities ?? []).map((entity) => geoCoordinatesSchema.safeParse(entity).data);
  return {
    kind: 'message',
    text: activity.text ?? '',
    cards: attachments.flatMap((view) => (view !== null && 'card' in view ? [view.card] : [])),
    files: attachments.flatMap((view) => (view !== null && 'file' in view ? [view.file] : [])),
    choices: activity.suggestedActions?.actions.map((action) => action.title) ?? [],
    position: position.find((found) => found !== undefined) ?? null,
    unsupported: attachments.includes(null),
    clientId: activity.channelData?.clientActivityID ?? null,
  };
}

function viewAttachment(attachment: unknown, page: string): { card: Card } | { file: FileView } | null {
  const parsed = attachmentSchema.safeParse(attachment);
  if (!parsed.success) return null;
  const { contentType, contentUrl, content, name } = parsed.data;
  if (contentType === CARD_CONTENT_TYPE) {
    const card = cardSchema.safeParse(content);
    return card.success ? { card: card.data } : null;
  }
  const url = contentUrl === undefined ? null : safeUrl(contentUrl, page);
  return url === null ? null : { file: { name: name ?? contentType, url, image: contentType.startsWith('image/') } };
}

/** Only addresses a browser fetches; never `javascript:` or the like. */
function safeUrl(address: string, page: string): string | null {
  if (!URL.canParse(address, page)) return null;
  const { protocol, href } = new URL(address, page);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
