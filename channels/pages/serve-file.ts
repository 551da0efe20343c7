import type { BytesAnswer, EmptyAnswer, HeaderFields } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { StaticFile } from './static-file.ts';

/** Answers with a file as small as the caller takes it, or with 304 where the caller has it. */
export function serveFile(request: HttpRequest, file: StaticFile, fields: HeaderFields): BytesAnswer | EmptyAnswer {
  const headers = { ...fields, etag: file.etag, vary: 'Accept-Encoding' };
  if (request.headers['if-none-match']?.includes(file.etag)) return { kind: 'empty', status: 304, headers };
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const { contentType } = file;
  if (file.brotli && /\bbr\b/.test(accepted)) {
    const encoded = { ...headers, 'content-encoding': 'br' };
    return { kind: 'bytes', status: 200, contentType, bytes: file.brotli, headers: encoded };
  }
  if (file.gzip && /\bgzip\b/.test(accepted)) {
    const encoded = { ...headers, 'content-encoding': 'gzip' };
    return { kind: 'bytes', status: 200, contentType, bytes: file.gzip, headers: encoded };
  }
  return { kind: 'bytes', status: 200, contentType, bytes: file.bytes, headers };
}
