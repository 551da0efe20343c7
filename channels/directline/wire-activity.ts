import type { ShownRow } from '../../store/recent-rows.ts';
import { cardSchema } from '../../web/protocol/card.ts';
import { CARD_CONTENT_TYPE } from '../../web/protocol/wire-names.ts';
import { adaptiveCard } from '../render/adaptive-card.ts';
import { ATTACHMENT_PATH } from './attachment-url.ts';

/** How a client is spoken to. */
export interface WireStyle {
  readonly conversationId: string;
  /** Where it reaches us: addresses in attachments begin with it. */
  readonly baseUrl: string;
  /** Draws our cards itself; others get Adaptive Cards. */
  readonly widget: boolean;
  readonly botName: string;
}

/** Whether a row of the transcript is the customer's to see: events that only wake the bot are not. */
export function isShown({ direction, author }: Pick<ShownRow, 'direction' | 'author'>): boolean {
  return direction === 'out' || author === 'customer';
}

/** A row as a Direct Line activity. */
export function wireActivity(row: ShownRow, style: WireStyle): Record<string, unknown> {
  const { attachments, channelData, ...body } = JSON.parse(row.body) as Body;
  return {
    ...body,
    id: activityId(style.conversationId, row.seq),
    timestamp: new Date(row.at).toISOString(),
    channelId: 'directline',
    conversation: { id: style.conversationId },
    from: speakerOf(row, channelData, style.botName),
    ...(attachments ? { attachments: attachments.map((attachment) => wireAttachment(attachment, style)) } : {}),
    ...channelDataOf(row, channelData),
  };
}

/** What passes without a place in the transcript: typing, a place in the queue. */
export function wirePassing(passing: Record<string, unknown>, style: WireStyle): Record<string, unknown> {
  return {
    from: { id: 'switchboard', name: style.botName, role: 'bot' },
    ...passing,
    channelId: 'directline',
    conversation: { id: style.conversationId },
  };
}

export function activityId(conversationId: string, seq: number): string {
  return `${conversationId}|${String(seq).padStart(7, '0')}`;
}

interface Body {
  readonly attachments?: readonly Attachment[];
  readonly channelData?: Readonly<Record<string, unknown>>;
}
interface Attachment {
  readonly contentType?: string;
  readonly contentUrl?: string;
  readonly content?: unknown;
}

function speakerOf({ author, author_id }: ShownRow, data: Body['channelData'], botName: string) {
  if (author === 'customer') return { id: author_id ?? '', role: 'user' };
  if (author !== 'agent') return { id: 'switchboard', name: botName, role: 'bot' };
  return { id: 'agent', name: typeof data?.agentName === 'string' ? data.agentName : '', role: 'bot' };
}

/** The customer's own comes back as it was sent: clients know their echo by it. Others' carries who speaks. */
function channelDataOf({ author }: ShownRow, data: Body['channelData']) {
  if (author === 'customer') return data ? { channelData: data } : {};
  const { clientActivityID: _desk, ...rest } = data ?? {};
  return { channelData: { ...rest, author } };
}

function wireAttachment(attachment: Attachment, { baseUrl, widget }: WireStyle): unknown {
  if (attachment.contentUrl?.startsWith(ATTACHMENT_PATH)) {
    return { ...attachment, contentUrl: baseUrl + attachment.contentUrl };
  }
  if (widget || attachment.contentType !== CARD_CONTENT_TYPE) return attachment;
  const card = cardSchema.safeParse(attachment.content);
  return card.success ? adaptiveCard(card.data) : attachment;
}
