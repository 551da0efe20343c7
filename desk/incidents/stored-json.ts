import { z } from 'zod';
import { jsonText } from '../../store/json-text.ts';

const reason = z.object({ code: z.string(), values: z.record(z.string(), z.number()) });

/** SeverityReason codes of a ticket. */
export const reasonList = jsonText().pipe(z.array(z.string()));

const danger = jsonText().pipe(z.object({ hazards: z.array(z.string()), people: z.array(z.string()) }));

/** What a ticket's facts tell of danger; null where it has none, or none that can be read. */
export function dangerFacts(facts: string | null): z.infer<typeof danger> | null {
  return facts === null ? null : (danger.safeParse(facts).data ?? null);
}

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
