import { z } from 'zod';
import { FAULT_CLASSES, HAZARDS, PEOPLE_AT_RISK, SCOPES, SITES } from '../../domain/faults/fault-facts.ts';
import { jsonText } from '../../store/json-text.ts';
import type { IntegrationTicket } from '../../web/protocol/integration.ts';

/**
 * What the protocol names of a ticket's facts. A report keeps more (signs, for example), and another version may know other
 * codes: both are left out. Null where there are none that can be read.
 */
export function publishedFacts(stored: string | null): IntegrationTicket['facts'] {
  return stored === null ? null : (storedFacts.safeParse(stored).data ?? null);
}

const storedFacts = jsonText().pipe(
  z.object({
    class: z.enum(FAULT_CLASSES).catch('unknown'),
    hazards: codesAmong(HAZARDS),
    people: codesAmong(PEOPLE_AT_RISK),
    site: codesAmong(SITES),
    scope: z.enum(SCOPES).catch('unknown'),
    no_power: z.boolean(),
  }),
);

function codesAmong<Code extends string>(known: readonly Code[]) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((given) => known.filter((code) => given.includes(code)));
}
