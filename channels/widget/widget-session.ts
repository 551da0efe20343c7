import { createHash } from 'node:crypto';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import { type Statement, statement } from '../../store/database.ts';
import { type Conversation, newConversation } from '../../store/repositories/conversation-repository.ts';
import type { WidgetResumeRepository } from '../../store/repositories/widget-resume-repository.ts';
import {
  type WidgetSession,
  type WidgetSessionRequest,
  widgetSessionRequestSchema,
  widgetSessionSchema,
} from '../../web/protocol/widget-session.ts';
import type { DirectLineParts } from '../directline/direct-line-parts.ts';
import { FILE_TYPES } from '../directline/file-kind.ts';
import { MOST_TEXT } from '../directline/inbound-activity.ts';
import { limited } from '../directline/rate-limit.ts';
import { TOKEN_SECONDS } from '../directline/tokens.ts';
import { fieldOf } from '../http/field-path.ts';
import { type HttpAnswer, isRefusal, json, type Refusal, refuse } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { IdentityDoor } from '../identity/identity-door.ts';
import type { SiteIdentity } from '../identity/site-identities.ts';
import type { DescribedRoute } from '../openapi.ts';
import type { ConversationStatusReader } from './conversation-status.ts';

export const KEY_MS = 30 * 24 * 60 * 60 * 1000;
/** A used key stays good so long: the answer with the next may have been lost on its way. */
const GRACE_MS = 2 * 60 * 1000;

export interface WidgetSessionParts {
  readonly directLine: DirectLineParts;
  readonly resume: WidgetResumeRepository;
  readonly status: ConversationStatusReader;
  readonly identity: IdentityDoor;
  readonly profile: Pick<UtilityProfile, 'name' | 'shortName' | 'contact' | 'brand'>;
  /** Origins of pages that the widget stands on, beside our own; `*` for any. */
  readonly origins: readonly string[];
}

/** For the description of our API. */
export const WIDGET_SESSION: DescribedRoute = {
  method: 'post',
  path: '/api/widget/session',
  summary: 'Opens a conversation for the widget, or the browser’s earlier one',
  access: 'public',
  body: widgetSessionRequestSchema,
  answer: widgetSessionSchema,
};

/** POST /api/widget/session: the browser's earlier conversation where its key is good, a new one otherwise. */
export async function openWidgetSession(parts: WidgetSessionParts, request: HttpRequest): Promise<HttpAnswer> {
  if (!isAllowed(request, parts.origins)) return refuse(403, 'origin_not_allowed', { field: 'origin' });
  const { nerve, limits, now } = parts.directLine;
  const tooMany = await limited(nerve, { name: `widget:${request.address}`, limit: limits.startsPerMinute });
  if (tooMany) return tooMany;
  const body = await request.json();
  if (isRefusal(body)) return body;
  const asked = widgetSessionRequestSchema.safeParse(body.value);
  if (!asked.success) {
    const unknown = asked.error.issues[0]?.code === 'unrecognized_keys';
    return refuse(400, unknown ? 'unknown_field' : 'invalid', { field: fieldOf(asked.error) });
  }
  const identity = await identityIn(parts, asked.data);
  if (isRefusal(identity)) return identity;
  const key = parts.directLine.newSecret();
  const { resumeKey, language } = asked.data;
  const resumed = resumeKey ? await resume(parts, { used: resumeKey, next: key, identity }) : null;
  const conversation = resumed ?? (await begin(parts, { key, language, at: now(), identity }));
  if (conversation === 'identity_used') return identityRefused();
  if (identity) parts.identity.wake(conversation.id);
  return json(200, await describe(parts, request, { conversation, key, resumed: resumed !== null, asked: asked.data }));
}

/** Who the page says is signed in; null where it says nothing. One answer for all that is not believed. */
async function identityIn(
  { identity }: WidgetSessionParts,
  { identity: token }: WidgetSessionRequest,
): Promise<SiteIdentity | Refusal | null> {
  if (token === undefined) return null;
  return (await identity.read(token)) ?? identityRefused();
}

function identityRefused(): Refusal {
  return refuse(401, 'identity_refused', { field: 'identity' });
}

/** Browsers name the page's origin on every such call; what names none is no browser. */
function isAllowed(request: HttpRequest, origins: readonly string[]): boolean {
  const { origin } = request.headers;
  if (origin === undefined || origins.includes('*') || origins.includes(origin)) return true;
  return origin === URL.parse(request.baseUrl)?.origin;
}

/** Null where the key is not (or no longer) good, and where the conversation is another customer's. */
async function resume(
  { directLine, resume, identity: door }: WidgetSessionParts,
  { used, next, identity }: { used: string; next: string; identity: SiteIdentity | null },
): Promise<Conversation | 'identity_used' | null> {
  const now = directLine.now();
  const known = await resume.byHash(hashOf(used), now);
  const conversation = known && (await directLine.conversations.byId(known.conversation_id));
  if (!conversation) return null;
  if (identity && (await door.isOfAnother(conversation.id, identity))) return null;
  const outcome = await directLine.database.commit([
    resume.use(known.key_hash, { now, until: now + GRACE_MS }),
    resume.add(keyRow({ key: next, conversation, now })),
    resume.forgetExpired(now),
    ...(identity ? door.take(conversation.id, identity) : []),
  ]);
  if (outcome.ok) return conversation;
  return outcome.refusal === 'identity_used' ? outcome.refusal : null;
}

async function begin(
  { directLine, resume, identity: door }: WidgetSessionParts,
  {
    key,
    language,
    at,
    identity,
  }: { key: string; language: WidgetSessionRequest['language']; at: number; identity: SiteIdentity | null },
): Promise<Conversation | 'identity_used'> {
  const { database, newId } = directLine;
  const id = newId();
  const conversation = newConversation({
    id,
    channel: 'directline',
    thread: id,
    userId: `dl_${newId()}`,
    language: language ?? null,
    now: at,
  });
  const statements: Statement[] = [
    statement(database.query.insertInto('conversation').values(conversation), { expect: 1 }),
    resume.add(keyRow({ key, conversation, now: at })),
    ...(identity ? door.take(id, identity) : []),
  ];
  const outcome = await database.commit(statements);
  return outcome.ok ? conversation : 'identity_used';
}

async function describe(
  { directLine, status, profile }: WidgetSessionParts,
  request: HttpRequest,
  opened: { conversation: Conversation; key: string; resumed: boolean; asked: WidgetSessionRequest },
): Promise<WidgetSession> {
  const { conversation, key, resumed, asked } = opened;
  const claims = { conversation: conversation.id, user: conversation.user_id, widget: true } as const;
  const [token, streamUrl, speaker] = await Promise.all([
    directLine.tokens.issue(claims),
    directLine.streams.urlFor(claims, request.baseUrl, 0),
    status.of(conversation),
  ]);
  const words = asked.language === 'en' ? 'en' : 'zh';
  return {
    conversationId: conversation.id,
    userId: conversation.user_id,
    token,
    expires_in: TOKEN_SECONDS,
    streamUrl,
    resumeKey: key,
    resumed,
    ...(asked.identity ? { identified: true as const } : {}),
    status: speaker,
    utility: {
      name: profile.name[words],
      shortName: profile.shortName[words],
      hotline: profile.contact.hotline,
      brandColor: profile.brand.primary,
      accentColor: profile.brand.accent,
    },
    limits: { text: MOST_TEXT, file: directLine.limits.fileBytes, fileTypes: [...FILE_TYPES] },
  };
}

function keyRow({ key, conversation, now }: { key: string; conversation: Conversation; now: number }) {
  return {
    key_hash: hashOf(key),
    conversation_id: conversation.id,
    user_id: conversation.user_id,
    created_at: now,
    expires_at: now + KEY_MS,
    used_at: null,
  };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
