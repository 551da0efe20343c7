import { z } from 'zod';

const count = z.number().int();

const auditEntry = z.object({
  id: z.string(),
  at: count,
  actor: z.object({
    id: z.string(),
    /** As colleagues know them; null where it is nobody of the staff. */
    name: z.string().nullable(),
  }),
  action: z.string(),
  /** `kind:id`, or the kind alone. */
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  /** Its place in the chain; null where it has yet to be chained. */
  seq: count.nullable(),
});
export type AuditEntryItem = z.infer<typeof auditEntry>;

/** Answer of `GET /api/desk/audit`: newest first. */
export const auditListSchema = z.object({
  entries: z.array(auditEntry),
  next: z.string().nullable(),
});
export type AuditList = z.infer<typeof auditListSchema>;

export const AUDIT_FAULTS = ['links_missing', 'entry_missing', 'altered', 'head_lost'] as const;

const auditHead = z.object({ seq: count, hash: z.string() });

/** Answer of `GET /api/desk/audit/verification`: the whole chain looked through against the log. */
export const auditVerificationSchema = z.object({
  links: count,
  /** To be kept elsewhere: later looks can be held against it. */
  head: auditHead,
  faults: count,
  /** The first broken row first. */
  firstFaults: z.array(z.object({ kind: z.enum(AUDIT_FAULTS), seq: count, entryId: z.string().optional() })),
  unchained: z.object({
    count,
    oldestAt: count.nullable(),
    oldestId: z.string().nullable(),
    /** Taken out of the log before they were chained. */
    vanished: count,
  }),
  /** Chained more than an hour after the moment that they tell. */
  late: z.object({ count, firstSeq: count.nullable() }),
});
export type AuditVerification = z.infer<typeof auditVerificationSchema>;
