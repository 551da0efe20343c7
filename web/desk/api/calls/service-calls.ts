import { auditListSchema, auditVerificationSchema } from '../../../protocol/desk/audit.ts';
import { figuresSchema, wallboardSchema } from '../../../protocol/desk/figures.ts';
import {
  type FollowUpMoveRequest,
  followUpListSchema,
  ownRatingsSchema,
  ratingListSchema,
  ratingReportSchema,
} from '../../../protocol/desk/rating.ts';
import { reliabilitySchema } from '../../../protocol/desk/reliability.ts';
import { type Calls, type DaysFilter, nothing, part, query } from './calls.ts';

export interface ReliabilityFilter {
  readonly town: string | null;
  /** YYYY-MM, both or none. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface AuditFilter {
  readonly account: string | null;
  readonly actor: string | null;
  readonly action: string | null;
  readonly subject: string | null;
}

/** Figures of supply and service, ratings, the audit log. */
export function serviceCalls(calls: Calls) {
  return {
    reliability: (filter: ReliabilityFilter) => calls.get(`reliability${query({ ...filter })}`, reliabilitySchema),

    ratingReport: (days: DaysFilter) => calls.get(`ratings/report${query({ ...days })}`, ratingReportSchema),
    ownRatings: (days: DaysFilter) => calls.get(`ratings/mine${query({ ...days })}`, ownRatingsSchema),
    ratings: (wanted: DaysFilter & { readonly atMost: number | null; readonly cursor: string | null }) =>
      calls.get(`ratings${query({ ...wanted })}`, ratingListSchema),
    followUps: (wanted: { readonly state: 'open' | 'closed'; readonly limit: number }) =>
      calls.get(`rating-follow-ups${query({ ...wanted })}`, followUpListSchema),
    moveFollowUp: (id: string, move: FollowUpMoveRequest) =>
      calls.post(`rating-follow-ups/${part(id)}/moves`, move, nothing),

    figures: (wanted: DaysFilter & { readonly team: string | null }) =>
      calls.get(`figures${query({ ...wanted })}`, figuresSchema),
    wallboard: () => calls.get('wallboard', wallboardSchema),

    audit: (filter: AuditFilter, cursor: string | null) =>
      calls.get(`audit${query({ ...filter, cursor })}`, auditListSchema),
    verifyAudit: () => calls.get('audit/verification', auditVerificationSchema),
  };
}

/** Where the file of the same figures is. */
export function reliabilityExportPath(filter: ReliabilityFilter): string {
  return `reliability-export${query({ ...filter })}`;
}

export function ratingsExportPath(days: DaysFilter): string {
  return `ratings-export${query({ ...days })}`;
}

export function figuresExportPath(wanted: DaysFilter & { readonly team: string | null }): string {
  return `figures-export${query({ ...wanted })}`;
}

export function auditExportPath(filter: AuditFilter, format: 'csv' | 'jsonl'): string {
  return `audit-export${query({ ...filter, format })}`;
}
