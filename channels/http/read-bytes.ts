import type { IncomingMessage } from 'node:http';
import { type Refusal, refuse } from './http-answer.ts';

/**
 * The whole body of a request, refused as `body_too_large` beyond `limit` bytes. What is left unread then is discarded by
 * node once the answer has gone out. Rejects where the connection breaks.
 */
export function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | Refusal> {
  const tooLarge = refuse(413, 'body_too_large', { field: 'body' });
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(tooLarge);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      request.off('data', onData);
      request.resume();
      resolve(tooLarge);
    };
    request.on('data', onData);
    request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => {
      if (!request.complete) reject(new BrokenRequest());
    });
  });
}

/** The caller went away in the middle of its request: there is nobody to answer. */
export class BrokenRequest extends Error {
  readonly code = 'request_broken';
  constructor() {
    super('the caller closed the connection before its request was complete');
    this.name = 'BrokenRequest';
  }
}
