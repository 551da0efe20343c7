import type { BytesAnswer } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { StaticFile } from './static-file.ts';

const NONCE_MARK = '{{CSP_NONCE}}';

/** A page under a strict policy: scripts from here alone, styles from here or with this answer's own nonce. */
export function page(request: HttpRequest, file: StaticFile, nonce: string): BytesAnswer {
  return {
    kind: 'bytes',
    status: 200,
    contentType: file.contentType,
    bytes: file.bytes.toString('utf8').replaceAll(NONCE_MARK, nonce),
    headers: {
      'content-security-policy': policy(request.baseUrl.replace(/^http/, 'ws'), nonce),
      'cache-control': 'no-cache',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
    },
  };
}

/** `sockets`: spelled out, for not every browser counts WebSockets of one's own host as `'self'`. */
function policy(sockets: string, nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${sockets}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
