import { writeFileSync } from 'node:fs';
import { billingContract } from '../channels/billing/billing-contract.ts';

/** Writes the contract of the billing system anew after its schema has changed; a test holds the file in step. */
writeFileSync(
  new URL('../docs/billing-system.openapi.json', import.meta.url),
  `${JSON.stringify(billingContract(), null, 2)}\n`,
);
