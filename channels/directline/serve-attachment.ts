import type { AttachmentRepository } from '../../store/repositories/attachment-repository.ts';
import { type HttpAnswer, refuse } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';

/** Pictures that browsers draw; all else is offered for saving. */
const SHOWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

/** GET /attachments/{id}: to whoever knows the address. It never changes, and nothing in it runs. */
export async function serveAttachment(attachments: AttachmentRepository, request: HttpRequest): Promise<HttpAnswer> {
  const id = request.params.id ?? '';
  const attachment = /^[\w-]{20,100}$/.test(id) ? await attachments.byId(id) : undefined;
  if (!attachment) return refuse(404, 'not_found');
  const etag = `"${attachment.sha256}"`;
  const headers = {
    etag,
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'content-disposition': `${SHOWN.has(attachment.content_type) ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(attachment.name)}`,
    'cross-origin-resource-policy': 'cross-origin',
  };
  if (request.headers['if-none-match'] === etag) return { kind: 'empty', status: 304, headers };
  return { kind: 'bytes', status: 200, contentType: attachment.content_type, bytes: attachment.bytes, headers };
}

/** RFC 8187: percent-encoded UTF-8. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
