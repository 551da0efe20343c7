import { z } from 'zod';
import { statement } from '../../store/database.ts';
import { newConversation } from '../../store/repositories/conversation-repository.ts';
import { fieldOf } from '../http/field-path.ts';
import { type HttpAnswer, isRefusal, json, type Refusal, refuse } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import { plainId } from '../http/plain-id.ts';
import type { Access } from './access.ts';
import { conversationLanguage } from './conversation-language.ts';
import type { DirectLineParts } from './direct-line-parts.ts';
import { limited } from './rate-limit.ts';
import { type Claims, TOKEN_SECONDS } from './tokens.ts';
import { readWatermark } from './watermark.ts';
import { isShown, wireActivity } from './wire-activity.ts';

const PAGE = 100;

/** POST /conversations: begins the token's conversation, or finds it begun. */
export async function startConversation(parts: DirectLineParts, request: HttpRequest): Promise<HttpAnswer> {
  const access = await parts.access.of(request);
  if (access.kind === 'refusal') return access;
  const tooMany = await tooManyStarts(parts, request, access);
  if (tooMany) return tooMany;
  const body = await request.jsonIfAny();
  if (isRefusal(body)) return body;
  const start = startSchema.safeParse(body.value ?? {});
  if (!start.success) return refuse(400, 'invalid', { field: fieldOf(start.error) });
  const claims = claimsFor(parts, access, start.data);
  if (isRefusal(claims)) return claims;
  const begun = await begin(parts, claims, start.data);
  return json(begun ? 201 : 200, await described(parts, request, { claims, watermark: 0 }));
}

/** GET /conversations/{id}?watermark=: a new token and a new stream for one who was here before. */
export async function reconnect(parts: DirectLineParts, request: HttpRequest): Promise<HttpAnswer> {
  const admitted = await admit(parts, request);
  if (isRefusal(admitted)) return admitted;
  const { conversation, access, watermark } = admitted;
  const claims = access.kind === 'token' ? access.claims : { conversation: conversation.id };
  return json(200, await described(parts, request, { claims, watermark }));
}

/** GET /conversations/{id}/activities?watermark=: a page of what was said since. */
export async function getActivities(parts: DirectLineParts, request: HttpRequest): Promise<HttpAnswer> {
  const admitted = await admit(parts, request);
  if (isRefusal(admitted)) return admitted;
  const { conversation, access, watermark } = admitted;
  const style = {
    conversationId: conversation.id,
    baseUrl: request.baseUrl,
    widget: access.kind === 'token' && (access.claims.widget ?? false),
    botName: parts.botName,
  };
  const rows = await parts.conversations.transcriptAfter(conversation.id, watermark, PAGE);
  return json(200, {
    activities: rows.filter(isShown).map((row) => wireActivity(row, style)),
    watermark: String(rows.at(-1)?.seq ?? watermark),
  });
}

/** Tightly by token, generously by address. */
async function tooManyStarts({ nerve, limits }: DirectLineParts, request: HttpRequest, access: Access) {
  const again =
    access.kind === 'token' &&
    (await limited(nerve, { name: `call:${access.claims.conversation}`, limit: limits.callsPerMinute }));
  return again || limited(nerve, { name: `start:${request.address}`, access, limit: limits.startsPerMinute });
}

async function admit(parts: DirectLineParts, request: HttpRequest) {
  const id = request.params.id ?? '';
  const access = await parts.access.to(id, request);
  if (access.kind === 'refusal') return access;
  const tooMany = await limited(parts.nerve, { name: `call:${id}`, access, limit: parts.limits.callsPerMinute });
  if (tooMany) return tooMany;
  const watermark = readWatermark(request.query.get('watermark'));
  if (isRefusal(watermark)) return watermark;
  const conversation = await parts.conversations.byId(id);
  if (conversation?.channel !== 'directline') return refuse(404, 'conversation_not_found', { field: 'conversationId' });
  return { conversation, access, watermark: Math.min(watermark, conversation.seq) };
}

async function described(
  { tokens, streams }: DirectLineParts,
  request: HttpRequest,
  { claims, watermark }: { claims: Claims; watermark: number },
) {
  const [token, streamUrl] = await Promise.all([
    tokens.issue(claims),
    streams.urlFor(claims, request.baseUrl, watermark),
  ]);
  return { conversationId: claims.conversation, token, expires_in: TOKEN_SECONDS, streamUrl, referenceGrammarId: '' };
}

/** False where it had begun already. */
async function begin({ database, now }: DirectLineParts, { conversation: id, user = '' }: Claims, start: Start) {
  const row = newConversation({
    id,
    channel: 'directline',
    thread: id,
    userId: user,
    userName: start.user?.name ?? null,
    language: conversationLanguage(start.locale),
    now: now(),
  });
  const insert = database.query
    .insertInto('conversation')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
  const outcome = await database.commit([statement(insert, { expect: 1, refusal: 'begun' })]);
  return outcome.ok;
}

/** A token without a user takes the one named here, once and for all; ids of the form dl_… only tokens may name. */
function claimsFor({ newId }: DirectLineParts, access: Access, { user }: Start): Claims | Refusal {
  const named = user?.id || undefined;
  if (access.kind === 'secret') return { conversation: newId(), user: named ?? `dl_${newId()}` };
  if (access.claims.user) return access.claims;
  if (named?.startsWith('dl_')) return refuse(400, 'user_id_reserved', { field: 'user.id' });
  return { ...access.claims, user: named ?? `dl_${newId()}` };
}

export const startSchema = z.object({
  user: z.object({ id: plainId.nullish(), name: plainId.nullish() }).nullish(),
  locale: z.string().max(100).nullish(),
});
type Start = z.infer<typeof startSchema>;
