import { expect } from 'chai';
import { standsAsSeen } from '../../../../web/desk/dispatch/stands-as-seen.ts';
import type { IncidentItem } from '../../../../web/protocol/desk/incident.ts';
import { deviceItem, incidentItem } from './incident-items.ts';

const seen = incidentItem('1');
const stands = (more: Partial<IncidentItem>, ofDevice = false) =>
  standsAsSeen(seen, incidentItem('1', { ...more, version: 9 }), { ofDevice });

describe('an incident that changes while somebody decides', () => {
  it('stands as it was seen when only inference was at work', () => {
    expect(stands({ customersAffected: 90, probability: 0.9, ticketCount: 12, chases: 2, severity: 'P1' })).to.equal(
      true,
    );
  });

  it('does not where a colleague has decided', () => {
    expect(stands({ crew: 'Crew 2' })).to.equal(false);
    expect(stands({ state: 'confirmed' })).to.equal(false);
    expect(stands({ eta: { at: 5, source: 'crew', setAt: 1, setBy: null } })).to.equal(false);
    expect(stands({ responsibleId: 'staff-2' })).to.equal(false);
    expect(stands({ cause: 'animal' })).to.equal(false);
  });

  it('does not for a decision about a device that is no longer the probable one', () => {
    expect(stands({ device: deviceItem('D2') })).to.equal(true);
    expect(stands({ device: deviceItem('D2') }, true)).to.equal(false);
  });
});
