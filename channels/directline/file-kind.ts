import { fileTypeFromBuffer } from 'file-type';
import { type Refusal, refuse } from '../http/http-answer.ts';

/** What customers may send: pictures of what has happened, and papers. */
export const FILE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/heic',
  'image/heif',
  'application/pdf',
] as const;

/** Other names that devices give to the same thing. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'image/jpg': 'image/jpeg',
    'image/pjpeg': 'image/jpeg',
    'image/x-png': 'image/png',
    'image/heif': 'image/heic',
    'image/heic-sequence': 'image/heic',
    'image/heif-sequence': 'image/heic',
    'application/x-pdf': 'application/pdf',
  }),
);
/** Says nothing of the content. */
const UNTOLD: ReadonlySet<string> = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/** What a file is, by its content. One that is none of the allowed, or says it is another, is refused. */
export async function fileKind(bytes: Uint8Array, declaredType: string): Promise<string | Refusal> {
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  if (!found || !FILE_TYPES.some((type) => type === found)) {
    return refuse(415, 'attachment_type_unsupported', { field: 'file' });
  }
  const declared = declaredType.toLowerCase().split(';')[0]?.trim() ?? '';
  const agrees = UNTOLD.has(declared) || (ALIASES.get(declared) ?? declared) === (ALIASES.get(found) ?? found);
  return agrees ? found : refuse(415, 'attachment_type_mismatch', { field: 'file' });
}
