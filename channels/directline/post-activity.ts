import { conversationTopic } from '../../store/topics.ts';
import { type HttpAnswer, isRefusal, json, type Refusal, refuse } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { Access } from './access.ts';
import { attachmentUrl } from './attachment-url.ts';
import type { DirectLineParts } from './direct-line-parts.ts';
import {
  bodyOf,
  claimedAttachments,
  type InboundActivity,
  isPassing,
  readActivity,
  type StoredAttachment,
} from './inbound-activity.ts';
import { limited } from './rate-limit.ts';
import { activityId } from './wire-activity.ts';

/** POST /conversations/{id}/activities: what a customer says, stored before it is acknowledged. */
export async function postActivity(parts: DirectLineParts, request: HttpRequest): Promise<HttpAnswer> {
  const conversationId = request.params.id ?? '';
  const access = await parts.access.to(conversationId, request);
  if (access.kind === 'refusal') return access;
  const body = await request.json();
  if (isRefusal(body)) return body;
  const activity = readActivity(body.value, { uploading: false });
  if (isRefusal(activity)) return activity;
  const { nerve, limits } = parts;
  const tooMany = await limited(
    nerve,
    isPassing(activity)
      ? { name: `call:${conversationId}`, access, limit: limits.callsPerMinute }
      : { name: `post:${conversationId}`, access, limit: limits.messagesPerMinute },
  );
  if (tooMany) return tooMany;
  const attachments = await storedAttachments(parts, conversationId, activity);
  if (isRefusal(attachments)) return attachments;
  return takeIn(parts, { conversationId, access, activity, attachments });
}

/** What is said, by whom and where. */
export interface Said {
  readonly conversationId: string;
  readonly access: Access;
  readonly activity: InboundActivity;
  readonly attachments: readonly StoredAttachment[];
}

/** Hands an activity to the inbox, or on to whoever looks on where it only passes. */
export async function takeIn(parts: DirectLineParts, said: Said): Promise<HttpAnswer> {
  const { conversationId, activity, attachments } = said;
  const speaker = await speakerOf(parts, said);
  if (isRefusal(speaker)) return speaker;
  if (isPassing(activity)) return pass(parts, conversationId, { activity, speaker });
  const accepted = await parts.inbox.accept({
    conversationId,
    messageId: activity.clientId ?? parts.newId(),
    author: 'customer',
    authorId: speaker,
    body: bodyOf(activity, attachments),
  });
  return accepted.kind === 'unknown_conversation'
    ? refuse(404, 'conversation_not_found')
    : json(200, { id: activityId(conversationId, accepted.seq) });
}

/** Who speaks: whom the token names; another only where the secret vouches for it, and in our own channel alone. */
async function speakerOf(
  { conversations }: DirectLineParts,
  { conversationId, access, activity }: Said,
): Promise<string | Refusal> {
  if (access.kind === 'token' && access.claims.user) return access.claims.user;
  const conversation = await conversations.byId(conversationId);
  if (conversation?.channel !== 'directline') return refuse(404, 'conversation_not_found');
  return (access.kind === 'secret' && activity.fromId) || conversation.user_id;
}

function pass(
  { nerve, newId }: DirectLineParts,
  conversationId: string,
  { activity, speaker }: { activity: InboundActivity; speaker: string },
): HttpAnswer {
  const { type, name, value } = activity;
  const passing = { type, ...(name ? { name, value } : {}), from: { id: speaker, role: 'user' } };
  nerve.publish(conversationTopic(conversationId), JSON.stringify({ passing }));
  return json(200, { id: `${conversationId}|passing-${newId()}` });
}

async function storedAttachments(
  { attachments }: DirectLineParts,
  conversationId: string,
  activity: InboundActivity,
): Promise<readonly StoredAttachment[] | Refusal> {
  const ids = claimedAttachments(activity);
  if (isRefusal(ids) || ids.length === 0) return ids as Refusal | [];
  const found = await attachments.describe(conversationId, ids);
  const byId = new Map(found.map((row) => [row.id, row]));
  const missing = ids.findIndex((id) => !byId.has(id));
  if (missing >= 0) return refuse(400, 'attachment_unknown', { field: `attachments.${missing}.contentUrl` });
  return found.map(({ id, name, content_type }) => ({
    contentType: content_type,
    contentUrl: attachmentUrl(id),
    name,
  }));
}
