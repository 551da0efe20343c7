import { expect } from 'chai';
import { dangerUnseen } from '../../../domain/incidents/danger-unseen.ts';

const none = { state: 'received', reasons: ['no_power'], facts: { hazards: [], people: [] } } as const;

describe('danger that nobody has been to', () => {
  it('is a hazard, somebody hurt or trapped, where no crew is on site', () => {
    for (const hazard of ['wire_down', 'pole_damaged'] as const) {
      expect(dangerUnseen({ ...none, facts: { hazards: [hazard], people: [] } })).to.equal(true);
    }
    for (const person of ['injured', 'trapped'] as const) {
      expect(dangerUnseen({ ...none, facts: { hazards: [], people: [person] } })).to.equal(true);
    }
  });

  it('is heard of from the grade too, where the facts are not known', () => {
    expect(dangerUnseen({ ...none, facts: null, reasons: ['hazard.fire'] })).to.equal(true);
    expect(dangerUnseen({ ...none, facts: null, reasons: ['people.trapped', 'no_power'] })).to.equal(true);
  });

  it('stays while a crew is only sent, or its work has come back', () => {
    for (const state of ['acknowledged', 'crew_assigned', 'en_route', 'returned'] as const) {
      expect(dangerUnseen({ ...none, state, reasons: ['hazard.wire_down'] }), state).to.equal(true);
    }
    expect(dangerUnseen({ ...none, state: 'on_site', reasons: ['hazard.wire_down'] })).to.equal(false);
  });

  it('is none where supply alone was missing, whoever needs it', () => {
    expect(dangerUnseen(none)).to.equal(false);
    const people = ['life_support', 'vulnerable'] as const;
    expect(dangerUnseen({ ...none, reasons: ['people.life_support'], facts: { hazards: [], people } })).to.equal(false);
  });
});
