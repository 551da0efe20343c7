import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { billingContract } from '../../../channels/billing/billing-contract.ts';

describe('the contract of the billing system', () => {
  it('stands in the documents as the schema has it (scripts/write-billing-contract.ts writes it)', () => {
    const file = new URL('../../../docs/billing-system.openapi.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).to.deep.equal(JSON.parse(JSON.stringify(billingContract())));
  });

  it('names every field of a record, and which have to be there', () => {
    const text = JSON.stringify(billingContract());
    for (const field of ['number', 'freeKwh', 'readingFrom', 'amountFen', 'paidFen', 'dueAt', 'lines', 'method']) {
      expect(text).to.include(`"${field}":`);
    }
    expect(text).to.match(/"required":\["account","bills","payments"\]/);
  });
});
