import type { DirectLineParts } from '../directline/direct-line-parts.ts';
import { limited } from '../directline/rate-limit.ts';
import { type HttpAnswer, refuse } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { DescribedRoute } from '../openapi.ts';
import type { WidgetSessionParts } from './widget-session.ts';

/** For the description of our API. */
export const WIDGET_LOGOUT: DescribedRoute = {
  method: 'post',
  path: '/api/widget/logout',
  summary:
    'The customer has signed out of the page: the conversation is nobody’s any more, and no browser comes back to it',
  access: 'direct_line',
};

/** POST /api/widget/logout, by the conversation's own token. */
export async function logOutOfWidget(parts: WidgetSessionParts, request: HttpRequest): Promise<HttpAnswer> {
  const { access: control, nerve, limits, database, conversations }: DirectLineParts = parts.directLine;
  const access = await control.of(request);
  if (access.kind === 'refusal') return access;
  if (access.kind === 'secret') return refuse(403, 'token_invalid', { field: 'authorization' });
  const { conversation } = access.claims;
  const tooMany = await limited(nerve, { name: `call:${conversation}`, access, limit: limits.callsPerMinute });
  if (tooMany) return tooMany;
  if (!(await conversations.byId(conversation))) return refuse(404, 'conversation_not_found');
  await database.commit([parts.resume.endAll(conversation), ...parts.identity.end(conversation)]);
  parts.identity.wake(conversation);
  return { kind: 'empty', status: 204 };
}
