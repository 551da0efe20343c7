import { createHash } from 'node:crypto';
import { type HttpAnswer, isRefusal, json, type Refusal, refuse } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import { parseJson } from '../http/parse-json.ts';
import { attachmentUrl } from './attachment-url.ts';
import type { DirectLineParts } from './direct-line-parts.ts';
import { fileKind } from './file-kind.ts';
import { type InboundActivity, readActivity, type StoredAttachment } from './inbound-activity.ts';
import { takeIn } from './post-activity.ts';
import { limited } from './rate-limit.ts';
import { readMultipart, type Upload, type UploadedFile } from './read-multipart.ts';
import { activityId } from './wire-activity.ts';

/** POST /conversations/{id}/upload: an activity with its files, which are stored before it is. */
export async function uploadFiles(parts: DirectLineParts, request: HttpRequest): Promise<HttpAnswer> {
  const conversationId = request.params.id ?? '';
  const access = await parts.access.to(conversationId, request);
  if (access.kind === 'refusal') return access;
  const limit = parts.limits.uploadsPerMinute;
  const tooMany = await limited(parts.nerve, { name: `upload:${conversationId}`, access, limit });
  if (tooMany) return tooMany;
  const conversation = await parts.conversations.byId(conversationId);
  if (conversation?.channel !== 'directline') return refuse(404, 'conversation_not_found');
  const upload = await parts.uploads.run(() => readMultipart(request.raw, parts.limits.fileBytes));
  if (isRefusal(upload)) return upload;
  const activity = activityOf(upload);
  if (isRefusal(activity)) return activity;
  const known = activity.clientId && (await parts.conversations.seqOfMessage(conversationId, activity.clientId));
  if (known) return json(200, { id: activityId(conversationId, known) });
  const attachments = await store(parts, conversationId, inOrder(upload.files, activity));
  if (isRefusal(attachments)) return attachments;
  return takeIn(parts, { conversationId, access, activity, attachments });
}

function activityOf({ activity, files }: Upload): InboundActivity | Refusal {
  if (files.length === 0) return refuse(400, 'attachment_missing', { field: 'file' });
  if (!activity) return { type: 'message' };
  const parsed = parseJson(activity);
  if (isRefusal(parsed)) return refuse(parsed.status, parsed.code, { field: 'activity' });
  const read = readActivity(parsed.value, { uploading: true });
  if (isRefusal(read) || read.type === 'message') return read;
  return refuse(400, 'activity_type_unsupported', { field: 'type' });
}

/** Clients append files as they come to hand; the activity names them in the order they were chosen. */
function inOrder(files: readonly UploadedFile[], { attachments = [] }: InboundActivity): UploadedFile[] {
  const place = (file: UploadedFile) => {
    const index = attachments.findIndex(({ name }) => name === file.name);
    return index < 0 ? attachments.length : index;
  };
  return [...files].sort((a, b) => place(a) - place(b));
}

/** All or none. */
async function store(
  { attachments, database, now, newSecret }: DirectLineParts,
  conversationId: string,
  files: readonly UploadedFile[],
): Promise<StoredAttachment[] | Refusal> {
  const rows = [];
  for (const { name, declaredType, bytes } of files) {
    const type = await fileKind(bytes, declaredType);
    if (isRefusal(type)) return type;
    rows.push({
      id: newSecret(),
      conversation_id: conversationId,
      name: name || `file.${type.split('/')[1]}`,
      content_type: type,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: new Uint8Array(bytes),
      created_at: now(),
    });
  }
  await database.commit(rows.map((row) => attachments.add(row)));
  return rows.map(({ id, name, content_type }) => ({ contentType: content_type, contentUrl: attachmentUrl(id), name }));
}
