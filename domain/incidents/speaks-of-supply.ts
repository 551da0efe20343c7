import type { FaultClass, FaultFacts } from '../faults/fault-facts.ts';

/** Behind the meter, or no electricity of ours at all: nothing of the network follows from it. */
const NOT_OF_THE_NETWORK: readonly FaultClass[] = ['customer_internal', 'metering', 'non_utility', 'power_quality'];

/** Whether a fault ticket says that the premises are dark by the network: what localisation takes as a report. */
export function speaksOfSupply(kind: string, facts: Pick<FaultFacts, 'class' | 'scope' | 'no_power'> | null): boolean {
  return (
    kind === 'fault' &&
    facts !== null &&
    facts.no_power &&
    facts.scope !== 'part_of_premises' &&
    !NOT_OF_THE_NETWORK.includes(facts.class)
  );
}
