import { z } from 'zod';
import { FAULT_CLASSES } from '../../domain/faults/fault-facts.ts';
import { NO_FACTS } from '../../domain/faults/merge-facts.ts';
import { SEVERITIES } from '../../domain/faults/severity.ts';
import { INTENTS } from '../../domain/intent.ts';
import { type Corrections, corrected } from '../../domain/learning/corrections.ts';
import { jsonText } from '../../store/json-text.ts';
import type { SessionSummary } from '../../web/protocol/desk/session.ts';

/** What people at the desk have put right in a service session; nothing where an older version wrote it otherwise. */
export function readCorrections(stored: string | null): Corrections {
  return (stored === null ? undefined : correctionsJson.safeParse(stored).data) ?? {};
}

/** Null where nothing stands corrected. */
export function writeCorrections(corrections: Corrections): string | null {
  return Object.keys(corrections).length === 0 ? null : JSON.stringify(corrections);
}

/** The story as the desk is to see it: what the bot believes, with what was put right in its place. */
export function withCorrections(summary: SessionSummary, corrections: Corrections): SessionSummary {
  const severity = corrected(summary.severity, corrections.severity);
  const { fault } = summary;
  const klass = corrected<string>(fault?.class ?? null, corrections.class);
  return {
    ...summary,
    intent: corrected<string>(summary.intent, corrections.intent),
    ...(severity === summary.severity ? {} : { severity, reasons: [CORRECTED] }),
    fault: klass === null ? fault : { ...(fault ?? NOTHING_SAID), class: klass },
  };
}

/** Where the bot heard of no fault and a person did: only its class is known. */
const NOTHING_SAID = { ...NO_FACTS, hazards: [], people: [], site: [] };

/** The reason of a grade that a person has set. */
const CORRECTED = 'corrected';

function correctionOf<T extends string>(codes: readonly [T, ...T[]]) {
  return z.object({ from: z.enum(codes).nullable(), to: z.enum(codes) }).optional();
}

const correctionsJson = jsonText().pipe(
  z
    .object({
      intent: correctionOf(INTENTS),
      severity: correctionOf(SEVERITIES),
      class: correctionOf(FAULT_CLASSES),
    })
    .transform(
      ({ intent, severity, class: klass }): Corrections => ({
        ...(intent ? { intent } : {}),
        ...(severity ? { severity } : {}),
        ...(klass ? { class: klass } : {}),
      }),
    ),
);
