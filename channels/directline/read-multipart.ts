import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { type Refusal, refuse } from '../http/http-answer.ts';
import { BrokenRequest } from '../http/read-bytes.ts';

export const MOST_FILES = 5;
const MOST_ACTIVITY_BYTES = 64 * 1024;
/** Room for headers, boundaries and the activity beside the files. */
const FRAME_BYTES = 128 * 1024;

export interface Upload {
  /** The part `activity`, as it came; null where there is none. */
  readonly activity: Buffer | null;
  readonly files: readonly UploadedFile[];
}

export interface UploadedFile {
  readonly name: string;
  /** What its sender calls it; empty where nothing was said. */
  readonly declaredType: string;
  readonly bytes: Buffer;
}

/**
 * A multipart body, held in memory: at most five files, each of `fileBytes`, all together of twice as much. Rejects where
 * the connection breaks.
 */
export function readMultipart(request: IncomingMessage, fileBytes: number): Promise<Upload | Refusal> {
  const most = 2 * fileBytes + FRAME_BYTES;
  const tooLarge = refuse(413, 'attachment_too_large', { field: 'file' });
  if (Number(request.headers['content-length'] ?? 0) > most) return Promise.resolve(tooLarge);
  const parser = parserFor(request, fileBytes);
  if (!parser) return Promise.resolve(refuse(415, 'multipart_invalid', { field: 'content-type' }));

  return new Promise((resolve, reject) => {
    let activity: Buffer | null = null;
    let size = 0;
    const files: UploadedFile[] = [];
    const settle = (outcome: Upload | Refusal) => {
      request.unpipe(parser);
      request.resume();
      resolve(outcome);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) settle(tooLarge);
    });
    parser.on('field', (name, value) => {
      if (name === 'activity') activity = Buffer.from(value);
    });
    parser.on('file', (part, stream, { filename, mimeType }) => {
      const limit = part === 'activity' ? MOST_ACTIVITY_BYTES : fileBytes;
      const chunks: Buffer[] = [];
      let length = 0;
      stream.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length <= limit) chunks.push(chunk);
      });
      stream.on('end', () => {
        if (length > limit || stream.truncated) settle(part === 'activity' ? activityTooLarge() : tooLarge);
        else if (part === 'activity') activity = Buffer.concat(chunks);
        else files.push({ name: plainName(filename), declaredType: mimeType, bytes: Buffer.concat(chunks) });
      });
      // A part cut short: the parser's own error tells.
      stream.on('error', () => {});
    });
    for (const limit of ['filesLimit', 'partsLimit', 'fieldsLimit'] as const) {
      parser.on(limit, () => settle(refuse(413, 'attachments_too_many', { field: 'file' })));
    }
    parser.on('error', () => settle(refuse(400, 'multipart_invalid', { field: 'body' })));
    parser.on('close', () => settle({ activity, files }));
    request.once('close', () => {
      if (!request.complete) reject(new BrokenRequest());
    });
    request.pipe(parser);
  });
}

function activityTooLarge(): Refusal {
  return refuse(413, 'body_too_large', { field: 'activity' });
}

/** Null where the content type is none of multipart, or without a boundary. */
function parserFor(request: IncomingMessage, fileBytes: number): busboy.Busboy | null {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        files: MOST_FILES + 1,
        fileSize: fileBytes + 1,
        fields: 5,
        fieldSize: MOST_ACTIVITY_BYTES,
        parts: MOST_FILES + 6,
        headerPairs: 50,
      },
    });
  } catch {
    // busboy throws on headers it can't use: the caller's mistake.
    return null;
  }
}

/** The last part of a path, on one line. */
function plainName(name: string | undefined): string {
  const last = (name ?? '').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  return last
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
    .slice(-150);
}
