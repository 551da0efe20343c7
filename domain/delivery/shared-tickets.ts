/**
 * Kinds of tickets that other systems see: work on the network and what stands on it. What concerns people and money (bills,
 * arrears, complaints, calls) stays with the utility's own people; so does a reconnection, whose ticket tells what is owed.
 */
export const SHARED_TICKETS = ['fault', 'meter', 'damage_claim'] as const;
