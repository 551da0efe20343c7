import type { HttpAnswer } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { HttpServer } from '../http-server.ts';
import { getActivities, reconnect, startConversation } from './conversation-calls.ts';
import type { DirectLineParts } from './direct-line-parts.ts';
import { DIRECT_LINE_BASE, type DirectLineCall } from './direct-line-routes.ts';
import { postActivity } from './post-activity.ts';
import { serveAttachment } from './serve-attachment.ts';
import { generateToken, getSessionId, refreshToken } from './token-calls.ts';
import { uploadFiles } from './upload-files.ts';

/** Mounts Direct Line 3.0, as its clients really use it. */
export function mountDirectLine(server: HttpServer, parts: DirectLineParts): void {
  const on = (
    method: 'get' | 'post',
    path: DirectLineCall,
    call: (parts: DirectLineParts, request: HttpRequest) => Promise<HttpAnswer>,
  ) => server.on(method, DIRECT_LINE_BASE + path, (request) => call(parts, request));
  on('post', '/tokens/generate', generateToken);
  on('post', '/tokens/refresh', refreshToken);
  on('get', '/session/getsessionid', getSessionId);
  on('post', '/conversations', startConversation);
  on('get', '/conversations/{id}', reconnect);
  on('get', '/conversations/{id}/activities', getActivities);
  on('post', '/conversations/{id}/activities', postActivity);
  on('post', '/conversations/{id}/upload', uploadFiles);
  on('get', '/attachments/{id}', ({ attachments }, request) => serveAttachment(attachments, request));
  server.onUpgrade(`${DIRECT_LINE_BASE}/conversations/`, (upgrade) => void parts.streams.upgrade(upgrade));
}
