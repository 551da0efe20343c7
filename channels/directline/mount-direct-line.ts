import type { HttpAnswer } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { HttpServer } from '../http-server.ts';
import { getActivities, reconnect, startConversation } from './conversation-calls.ts';
import type { DirectLineParts } from './direct-line-parts.ts';
import { postActivity } from './post-activity.ts';
import { serveAttachment } from './serve-attachment.ts';
import { generateToken, getSessionId, refreshToken } from './token-calls.ts';
import { uploadFiles } from './upload-files.ts';

const BASE = '/v3/directline';

/** Mounts Direct Line 3.0, as its clients really use it. */
export function mountDirectLine(server: HttpServer, parts: DirectLineParts): void {
  const on = (
    method: 'get' | 'post',
    path: string,
    call: (parts: DirectLineParts, request: HttpRequest) => Promise<HttpAnswer>,
  ) => server.on(method, BASE + path, (request) => call(parts, request));
  on('post', '/tokens/generate', generateToken);
  on('post', '/tokens/refresh', refreshToken);
  on('get', '/session/getsessionid', getSessionId);
  on('post', '/conversations', startConversation);
  on('get', '/conversations/{id}', reconnect);
  on('get', '/conversations/{id}/activities', getActivities);
  on('post', '/conversations/{id}/activities', postActivity);
  on('post', '/conversations/{id}/upload', uploadFiles);
  on('get', '/attachments/{id}', ({ attachments }, request) => serveAttachment(attachments, request));
  server.onUpgrade(`${BASE}/conversations/`, (upgrade) => void parts.streams.upgrade(upgrade));
}
