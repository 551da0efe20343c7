import type { Tally } from './tally.ts';

export interface Indices {
  /** How often the average customer was interrupted; null where there are no customers. */
  readonly saifi: number | null;
  /** How many minutes the average customer was without supply; null where there are no customers. */
  readonly saidi: number | null;
  /** How many minutes until supply came back, on average; null where nobody was interrupted. */
  readonly caidi: number | null;
}

/**
 * IEEE Std 1366-2012, clause 4.2: SAIFI = ΣN / N_T, SAIDI = Σ(r·N) / N_T, CAIDI = SAIDI / SAIFI = Σ(r·N) / ΣN, with N_T the
 * customers served. Major event days (clause 5) are not taken out.
 */
export function indicesOf({ customers, customerMinutes }: Tally, customersServed: number): Indices {
  return {
    saifi: ratio(customers, customersServed),
    saidi: ratio(customerMinutes, customersServed),
    caidi: ratio(customerMinutes, customers),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
