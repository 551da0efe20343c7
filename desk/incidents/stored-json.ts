import { z } from 'zod';
import { jsonText } from '../../store/json-text.ts';

const reason = z.object({ code: z.string(), values: z.record(z.string(), z.number()) });

/** SeverityReason codes of a ticket. */
export const reasonList = jsonText().pipe(z.array(z.string()));

/** PlacedPremises of a report. */
export const candidateList = jsonText().pipe(z.array(z.object({ premisesId: z.string(), probability: z.number() })));
export type Candidates = z.infer<typeof candidateList>;

/** What hangs on an incident's device: kinds of critical sites. */
export const siteList = jsonText().pipe(z.array(z.string()));

/** IncidentExplanation. */
export const storedExplanation = jsonText().pipe(
  z.object({
    reasons: z.array(reason),
    alternatives: z.array(
      z.object({
        deviceId: z.string(),
        probability: z.number(),
        customers: z.number(),
        reasons: z.array(reason),
      }),
    ),
  }),
);
