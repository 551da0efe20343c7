import { expect } from 'chai';
import fc from 'fast-check';
import {
  FAULT_CLASSES,
  type FaultFacts,
  HAZARDS,
  PEOPLE_AT_RISK,
  SCOPES,
  SITES,
} from '../../../domain/faults/fault-facts.ts';
import { mergeFacts, NO_FACTS } from '../../../domain/faults/merge-facts.ts';
import { gradeFault } from '../../../domain/faults/severity.ts';

const facts = fc.record({
  class: fc.constantFrom(...FAULT_CLASSES),
  hazards: fc.subarray([...HAZARDS]),
  people: fc.subarray([...PEOPLE_AT_RISK]),
  site: fc.subarray([...SITES]),
  scope: fc.constantFrom(...SCOPES),
  no_power: fc.boolean(),
});
const of = (given: Partial<FaultFacts>) => gradeFault({ ...NO_FACTS, ...given });

describe('the severity of a fault', () => {
  const rows: readonly [string, Partial<FaultFacts>, string, readonly string[]][] = [
    ['somebody hurt', { people: ['injured'] }, 'P1', ['people.injured']],
    ['somebody trapped', { people: ['trapped'], no_power: true }, 'P1', ['people.trapped']],
    ['a life that hangs on power', { people: ['life_support'], no_power: true }, 'P1', ['people.life_support']],
    ['a shock', { hazards: ['electric_shock'] }, 'P1', ['hazard.electric_shock']],
    ['fire', { hazards: ['fire'] }, 'P1', ['hazard.fire']],
    ['smoke', { hazards: ['smoke_or_burning'] }, 'P1', ['hazard.smoke_or_burning']],
    ['sparks', { hazards: ['sparks'] }, 'P1', ['hazard.sparks']],
    ['a wire down', { hazards: ['wire_down'], class: 'non_utility' }, 'P1', ['hazard.wire_down']],
    ['water in it', { hazards: ['flooding'] }, 'P1', ['hazard.flooding']],
    ['live parts in reach', { hazards: ['exposed_live_part'] }, 'P1', ['hazard.exposed_live_part']],
    ['a hospital in the dark', { site: ['critical'], no_power: true }, 'P1', ['site.critical_without_power']],
    ['a hospital with power', { site: ['critical'] }, 'P4', ['supplied']],
    ['a leaning pole', { hazards: ['pole_damaged'] }, 'P2', ['hazard.pole_damaged']],
    ['a bang', { hazards: ['explosion'] }, 'P2', ['hazard.explosion']],
    ['a tree on the line', { hazards: ['tree_contact'] }, 'P2', ['hazard.tree_contact']],
    ['glaring lamps', { hazards: ['overvoltage'] }, 'P2', ['hazard.overvoltage']],
    ['a dark street', { no_power: true, scope: 'street' }, 'P2', ['no_power.street']],
    ['a dark town', { no_power: true, scope: 'area' }, 'P2', ['no_power.area']],
    ['a dim street', { scope: 'street' }, 'P4', ['supplied']],
    ['an infant in the dark', { no_power: true, people: ['vulnerable'] }, 'P2', ['no_power.vulnerable']],
    ['an infant with power', { people: ['vulnerable'] }, 'P4', ['supplied']],
    ['a dark home', { no_power: true, scope: 'premises' }, 'P3', ['no_power']],
    ['a dark building', { no_power: true, scope: 'building' }, 'P3', ['no_power']],
    ['flicker', { class: 'power_quality' }, 'P4', ['supplied']],
    ['nothing known', {}, 'P4', ['supplied']],
  ];
  for (const [title, given, severity, reasons] of rows) {
    it(`is ${severity} for ${title}`, () => expect(of(given)).to.deep.equal({ severity, reasons }));
  }

  it('has a reason always, and names every fact of its row', () => {
    expect(of({ hazards: ['fire', 'sparks', 'explosion'], people: ['injured'] }).reasons).to.deep.equal([
      'people.injured',
      'hazard.fire',
      'hazard.sparks',
    ]);
    fc.assert(fc.property(facts, (given) => gradeFault(given).reasons.length > 0));
  });

  it('never falls when more is known', () => {
    fc.assert(
      fc.property(facts, facts, (known, said) => {
        const merged = mergeFacts(known, { ...said, scope: 'unknown' });
        return gradeFault(merged).severity <= gradeFault(known).severity;
      }),
    );
  });

  it('does not hang on the class', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...FAULT_CLASSES), (given, other) => {
        expect(gradeFault({ ...given, class: other })).to.deep.equal(gradeFault(given));
      }),
    );
  });
});

describe('facts that add up', () => {
  it('keep every danger, and take the latest class and scope that say any', () => {
    fc.assert(
      fc.property(facts, facts, (known, said) => {
        const merged = mergeFacts(known, said);
        expect(merged.hazards).to.include.members([...known.hazards, ...said.hazards]);
        expect(merged.people).to.include.members([...known.people, ...said.people]);
        expect(merged.class).to.equal(said.class === 'unknown' ? known.class : said.class);
        expect(merged.scope).to.equal(said.scope === 'unknown' ? known.scope : said.scope);
        expect(mergeFacts(merged, said)).to.deep.equal(merged);
      }),
    );
  });
});
