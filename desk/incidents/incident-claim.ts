/** The job of inferring incidents, which only one process does. */
export const CLAIM = 'incidents';
/** A process that dies leaves the job to another after so long. */
export const CLAIM_MS = 15_000;
