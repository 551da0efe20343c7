import { z } from 'zod';
import type { DeskParts } from '../../desk/desk-parts.ts';
import { noteLook } from '../../desk/look-log.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import type { AttachmentRepository } from '../../store/repositories/attachment-repository.ts';
import type { TranscriptRow } from '../../web/protocol/desk/session.ts';
import { attachmentIdOf } from '../directline/attachment-url.ts';
import type { Door } from '../door.ts';
import { type HttpAnswer, refuse } from '../http/http-answer.ts';
import type { Endpoint } from '../http-server.ts';
import type { DescribedRoute } from '../openapi.ts';
import { idParams } from './route-params.ts';

/** For the description of the API. */
export const DESK_ATTACHMENT: DescribedRoute = {
  method: 'get',
  path: '/api/desk/attachments/{id}',
  summary: 'A file that a customer has sent: pictures to be seen, all else to be saved',
  access: RIGHTS['conversations.read'],
  params: idParams,
  answerType: '*/*',
};

/** Serves what customers have sent to signed-in staff: pictures to be seen, everything else to be saved, nothing to be run. */
export function deskAttachments(given: {
  readonly door: Door;
  readonly parts: DeskParts;
  readonly attachments: AttachmentRepository;
}): Endpoint {
  const { door, parts, attachments } = given;
  return async ({ raw, params }): Promise<HttpAnswer> => {
    const admission = await door.admit({ access: RIGHTS['conversations.read'] }, raw);
    if (!admission.admitted) return refuse(admission.status, admission.code);
    const id = params.id ?? '';
    const attachment = /^[\w-]{1,100}$/.test(id) ? await attachments.byId(id) : undefined;
    if (!attachment) return refuse(404, 'not_found');
    await noteLook(parts, admission.caller, `attachment:${id}`);
    const inline = PICTURES.has(attachment.content_type);
    return {
      kind: 'bytes',
      status: 200,
      contentType: inline ? attachment.content_type : 'application/octet-stream',
      bytes: attachment.bytes,
      headers: {
        'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${fileName(attachment.name)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
      },
    };
  };
}

const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** RFC 8187: percent-encoded UTF-8. */
function fileName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

const withAddress = z.looseObject({ contentUrl: z.string() });

/** The row with customers' files where signed-in staff fetch them, whatever address their channel gave them. */
export function atTheDesk(row: TranscriptRow): TranscriptRow {
  const { attachments } = row.activity;
  if (!Array.isArray(attachments)) return row;
  return { ...row, activity: { ...row.activity, attachments: attachments.map(fromDesk) } };
}

function fromDesk(attachment: unknown): unknown {
  const parsed = withAddress.safeParse(attachment);
  const id = parsed.success ? attachmentIdOf(parsed.data.contentUrl) : null;
  return parsed.success && id !== null ? { ...parsed.data, contentUrl: `/api/desk/attachments/${id}` } : attachment;
}
