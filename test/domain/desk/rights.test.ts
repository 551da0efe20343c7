import { expect } from 'chai';
import { hasRight, RIGHTS, type Right, STAFF_ROLES } from '../../../domain/desk/rights.ts';
import { ROLES } from '../../../web/protocol/desk/staff.ts';

describe('rights at the desk', () => {
  it('know the roles that go over the wire', () => {
    expect([...STAFF_ROLES]).to.have.members([...ROLES]);
  });

  it('are held through any one of several roles', () => {
    expect(hasRight(['quality', 'admin'], 'content.edit')).to.equal(true);
    expect(hasRight(['quality', 'dispatcher'], 'content.edit')).to.equal(false);
  });

  it('are none without a role', () => {
    for (const right of Object.keys(RIGHTS) as Right[]) expect(hasRight([], right)).to.equal(false);
  });
});
