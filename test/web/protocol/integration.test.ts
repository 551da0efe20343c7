import { expect } from 'chai';
import { FAULT_CLASSES, HAZARDS, PEOPLE_AT_RISK, SCOPES, SITES } from '../../../domain/faults/fault-facts.ts';
import { faultReportSchema } from '../../../web/protocol/integration.ts';

const REPORT = { description: 'out', facts: { no_power: true } };

describe('a fault as another system reports it', () => {
  it('has every fact that a customer’s words can have', () => {
    const everything = { hazards: [...HAZARDS], people: [...PEOPLE_AT_RISK], site: [...SITES] };
    for (const name of FAULT_CLASSES) {
      for (const scope of SCOPES) {
        const facts = { class: name, scope, no_power: true, ...everything };
        expect(faultReportSchema.parse({ ...REPORT, facts }).facts).to.deep.equal(facts);
      }
    }
  });

  it('knows nothing of what is left out', () => {
    expect(faultReportSchema.parse(REPORT).facts).to.deep.equal({
      ...{ class: 'unknown', hazards: [], people: [], site: [], scope: 'unknown', no_power: true },
    });
  });
});
