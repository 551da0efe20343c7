import { z } from 'zod';
import { fieldOf } from '../http/field-path.ts';
import { type HttpAnswer, isRefusal, json, refuse } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import { plainId } from '../http/plain-id.ts';
import type { DirectLineParts } from './direct-line-parts.ts';
import { limited } from './rate-limit.ts';
import { TOKEN_SECONDS } from './tokens.ts';

/** POST /tokens/generate: a token for a conversation yet to begin, for the embedding site, which knows the secret. */
export async function generateToken(parts: DirectLineParts, request: HttpRequest): Promise<HttpAnswer> {
  const refused = parts.access.bySecret(request);
  if (refused) return refused;
  const body = await request.jsonIfAny();
  if (isRefusal(body)) return body;
  const asked = generateSchema.safeParse(body.value ?? {});
  if (!asked.success) return refuse(400, 'invalid', { field: fieldOf(asked.error) });
  const { user, trustedOrigins } = asked.data;
  const claims = {
    conversation: parts.newId(),
    ...(user?.id ? { user: user.id } : {}),
    ...(trustedOrigins?.length ? { origins: trustedOrigins } : {}),
  };
  const token = await parts.tokens.issue(claims);
  return json(200, { conversationId: claims.conversation, token, expires_in: TOKEN_SECONDS });
}

/** POST /tokens/refresh: the same claims, for another hour. */
export async function refreshToken(parts: DirectLineParts, request: HttpRequest): Promise<HttpAnswer> {
  const access = await parts.access.of(request);
  if (access.kind === 'refusal') return access;
  if (access.kind === 'secret') return refuse(403, 'token_invalid', { field: 'authorization' });
  const { claims } = access;
  const tooMany = await limited(parts.nerve, {
    name: `call:${claims.conversation}`,
    access,
    limit: parts.limits.callsPerMinute,
  });
  if (tooMany) return tooMany;
  const token = await parts.tokens.issue(claims);
  return json(200, { conversationId: claims.conversation, token, expires_in: TOKEN_SECONDS });
}

/** GET /session/getsessionid: clients ask for a browser session's id and go on without one. */
export async function getSessionId(parts: DirectLineParts, request: HttpRequest): Promise<HttpAnswer> {
  const access = await parts.access.of(request);
  if (access.kind === 'refusal') return access;
  return json(200, { sessionId: access.kind === 'token' ? access.claims.conversation : '' });
}

export const generateSchema = z.object({
  user: z.object({ id: plainId.regex(/^dl_./, 'begins with dl_').nullish() }).nullish(),
  trustedOrigins: z.array(z.url()).max(20).nullish(),
});
