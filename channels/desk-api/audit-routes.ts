import { z } from 'zod';
import { exportAudit } from '../../desk/audit/audit-export.ts';
import { listAudit } from '../../desk/audit/audit-list.ts';
import type { AuditParts } from '../../desk/audit/audit-parts.ts';
import { type AuditVerdict, verifyAudit } from '../../desk/audit/verify-audit.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import { auditListSchema, auditVerificationSchema } from '../../web/protocol/desk/audit.ts';
import type { Door } from '../door.ts';
import { refuse } from '../http/http-answer.ts';
import type { Endpoint } from '../http-server.ts';
import type { DescribedRoute } from '../openapi.ts';
import { type Route, route } from '../route.ts';
import { wholeNumber } from './route-params.ts';

const ACCESS = RIGHTS['audit.read'];
const code = (most: number) => z.string().regex(new RegExp(`^[\\w.:/-]{1,${most}}$`));
const moment = wholeNumber(0, 8_640_000_000_000_000).optional();

const filter = {
  /** A staff id, or `customer`, `bot`, `system`, … */
  actor: code(100).optional(),
  /** For example `session.claimed`, `looked`. */
  action: code(100).optional(),
  /** For example `ticket:…`. */
  subject: code(200).optional(),
  /** An account number: who has looked at this customer's matters, and done what with them. */
  account: z
    .string()
    .regex(/^\d{8,16}$/)
    .optional(),
  from: moment,
  before: moment,
};
const listQuery = z.strictObject({
  ...filter,
  cursor: z
    .string()
    .regex(/^[\w-]{1,300}$/)
    .optional(),
  limit: wholeNumber(1, 200).default(50),
});
const exportQuery = z.strictObject({ ...filter, format: z.enum(['csv', 'jsonl']).default('csv') });

/** Who did and saw what, and whether the log is whole. */
export function auditRoutes(parts: AuditParts): Route[] {
  const verify = oneAtATime(() => verifyAudit(parts.chain, []));
  return [
    route({
      method: 'get',
      path: '/api/desk/audit',
      summary:
        'Who did and looked at what, newest first, a page at a time; by person, action, subject, account and time',
      access: ACCESS,
      query: listQuery,
      answer: auditListSchema,
      handle: async ({ caller, query }) => {
        const outcome = await listAudit(parts, caller, query);
        if (outcome.kind === 'list') return { status: 200, body: outcome.list };
        const field = outcome.kind === 'invalid_cursor' ? 'query.cursor' : 'query.account';
        return { status: 422, code: 'invalid', field };
      },
    }),
    route({
      method: 'get',
      path: '/api/desk/audit/verification',
      summary: 'Looks through the whole chain of hashes against the log; the same as npm run audit -- verify',
      access: ACCESS,
      answer: auditVerificationSchema,
      handle: async () => ({ status: 200, body: bodyOf(await verify()) }),
    }),
  ];
}

function bodyOf({ firstFaults, ...verdict }: AuditVerdict): z.infer<typeof auditVerificationSchema> {
  return { ...verdict, firstFaults: [...firstFaults] };
}

/** Whoever asks while it is done gets the same answer. */
function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let going: Promise<T> | null = null;
  return () => {
    going ??= work().finally(() => {
      going = null;
    });
    return going;
  };
}

const TYPES = { csv: 'text/csv', jsonl: 'application/x-ndjson' } as const;

/** For the description of the API. */
export const AUDIT_EXPORT: DescribedRoute = {
  method: 'get',
  path: '/api/desk/audit-export',
  summary: 'The newest entries of the audit log as CSV, or as lines of JSON with `format=jsonl`',
  access: ACCESS,
  answerType: TYPES.csv,
};

export function auditExport({ door, parts }: { readonly door: Door; readonly parts: AuditParts }): Endpoint {
  return async ({ raw }) => {
    const admission = await door.admit({ access: ACCESS, fresh: true }, raw);
    if (!admission.admitted) return refuse(admission.status, admission.code);
    const given = new URL(raw.url ?? '/', 'http://localhost').searchParams;
    const parsed = exportQuery.safeParse(Object.fromEntries(given));
    if (!parsed.success) return refuse(400, 'invalid');
    const { format, ...query } = parsed.data;
    const outcome = await exportAudit(parts, admission.caller, { format, query });
    if (outcome.kind === 'unknown_account') return refuse(422, 'invalid', { field: 'query.account' });
    const headers = { 'content-disposition': `attachment; filename="audit.${format}"` };
    return { kind: 'bytes', status: 200, contentType: `${TYPES[format]}; charset=utf-8`, bytes: outcome.text, headers };
  };
}
