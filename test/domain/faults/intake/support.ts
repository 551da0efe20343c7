import fc from 'fast-check';
import {
  FAULT_CLASSES,
  type FaultFacts,
  HAZARDS,
  PEOPLE_AT_RISK,
  SCOPES,
  SITES,
} from '../../../../domain/faults/fault-facts.ts';
import type { IntakeKnown } from '../../../../domain/faults/intake/plan-intake.ts';
import { SIGNS, type Signs } from '../../../../domain/faults/intake/signs.ts';
import { NO_FACTS } from '../../../../domain/faults/merge-facts.ts';

export const OUT: FaultFacts = { ...NO_FACTS, no_power: true };

export const NOTHING_KNOWN: IntakeKnown = {
  facts: NO_FACTS,
  signs: {},
  danger: 'unknown',
  hurt: 'unknown',
  hasPlace: false,
  hasPhone: false,
  ownOpen: false,
  explained: 'no',
  ticketStands: false,
  check: null,
  put: 0,
  skipped: [],
};

/** Facts of any kind; without dangers where `calm`. */
export const anyFacts = ({ calm }: { calm: boolean }): fc.Arbitrary<FaultFacts> =>
  fc.record({
    class: fc.constantFrom(...FAULT_CLASSES),
    hazards: calm ? fc.constant([]) : fc.subarray([...HAZARDS]),
    people: calm ? fc.constant([]) : fc.subarray([...PEOPLE_AT_RISK]),
    site: calm ? fc.constant([]) : fc.subarray([...SITES]),
    scope: fc.constantFrom(...SCOPES),
    no_power: fc.boolean(),
  });

export const anySigns: fc.Arbitrary<Signs> = fc
  .record(
    {
      neighbours: fc.constantFrom(...SIGNS.neighbours, 'unknown' as const),
      extent: fc.constantFrom(...SIGNS.extent, 'unknown' as const),
      breaker: fc.constantFrom(...SIGNS.breaker, 'unknown' as const),
      meter: fc.constantFrom(...SIGNS.meter, 'unknown' as const),
    },
    { requiredKeys: [] },
  )
  .map((signs) => signs as Signs);
