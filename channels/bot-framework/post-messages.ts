import type { Logger } from 'pino';
import type { Response } from 'restify';
import type { Inbox } from '../../store/inbox.ts';
import type { Conversation } from '../../store/repositories/conversation-repository.ts';
import { limited } from '../directline/rate-limit.ts';
import { type HttpAnswer, isRefusal, type Refusal, refuse } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import { type AnswerOnTheLineParts, answerOnTheLine } from './answer-on-the-line.ts';
import { type ChannelActivity, readChannelActivity } from './channel-activity.ts';
import type { ChannelConversations } from './channel-conversations.ts';
import { numbersShown } from './channel-message.ts';
import { referenceOf } from './channel-reference.ts';
import { type Said, saidBy } from './said-activity.ts';
import type { ServiceDoor } from './service-door.ts';
import type { AllowServiceUrl } from './service-urls.ts';

export interface PostMessagesParts extends AnswerOnTheLineParts {
  readonly door: ServiceDoor;
  readonly allowServiceUrl: AllowServiceUrl;
  readonly threads: ChannelConversations;
  readonly inbox: Inbox;
  readonly log: Logger;
  /** Messages a minute and conversation. */
  readonly messagesPerMinute: number;
}

const TAKEN: HttpAnswer = { kind: 'empty', status: 200 };

/** POST /api/messages: an activity of a Bot Framework channel, stored before it is acknowledged. */
export async function postMessages(
  parts: PostMessagesParts,
  request: HttpRequest,
  response: Response,
): Promise<HttpAnswer> {
  const activity = await admitted(parts, request);
  if (isRefusal(activity)) return activity;
  const said = saidBy(activity.activity);
  if (said === null) return TAKEN;
  if (isRefusal(said)) return said;
  const reference = referenceOf(activity.activity, activity.audience);
  const conversation = await parts.threads.of(reference, activity.activity.locale);
  const name = `bot-framework:${conversation.id}`;
  const tooMany = await limited(parts.nerve, { name, limit: parts.messagesPerMinute });
  if (tooMany) return tooMany;
  const accepted = await parts.inbox.accept({
    conversationId: conversation.id,
    messageId: said.messageId,
    author: 'customer',
    authorId: reference.user.id,
    body: await meant(parts, { conversation, channelId: reference.channelId, said }),
  });
  if (accepted.kind === 'unknown_conversation') return refuse(503, 'unavailable');
  if (said.awaits === null) return TAKEN;
  const awaited = { conversationId: conversation.id, seq: accepted.seq, awaits: said.awaits };
  return answerOnTheLine(parts, awaited, response);
}

async function admitted(
  { door, allowServiceUrl, log }: PostMessagesParts,
  request: HttpRequest,
): Promise<{ readonly activity: ChannelActivity; readonly audience: string } | Refusal> {
  // A form of another site's could post as text/plain without asking first.
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return refuse(415, 'content_type_unsupported', { field: 'content-type' });
  }
  const body = await request.json();
  if (isRefusal(body)) return body;
  const activity = readChannelActivity(body.value);
  if (isRefusal(activity)) return activity;
  const admission = await door.admit(activity, request);
  if (isRefusal(admission)) return admission;
  const { serviceUrl, channelId } = activity;
  if (!allowServiceUrl(serviceUrl)) {
    log.warn(
      { channel: channelId, host: URL.parse(serviceUrl)?.host },
      'a service that may not be written to has called',
    );
    return refuse(403, 'service_url_not_allowed', { field: 'serviceUrl' });
  }
  return { activity, audience: admission.audience };
}

/** A number that answers a numbered list says what the list says there; what was typed is kept beside it. */
async function meant(
  { conversations }: PostMessagesParts,
  { conversation, channelId, said }: { conversation: Conversation; channelId: string; said: Said },
): Promise<Said['body']> {
  const typed = typeof said.body.text === 'string' ? said.body.text.normalize('NFKC').trim() : '';
  if (!/^[1-9]\d?$/.test(typed)) return said.body;
  const rows = await conversations.transcriptBefore(conversation.id, Number.MAX_SAFE_INTEGER, LATEST);
  const last = rows.findLast(({ direction, author }) => direction === 'out' && author !== 'system');
  const choice = last && numbersShown(last.body, channelId)[Number(typed) - 1];
  if (!choice || choice.says === typed) return said.body;
  return { ...said.body, text: choice.says, channelData: { ...(said.body.channelData as object), typed } };
}

const LATEST = 20;
