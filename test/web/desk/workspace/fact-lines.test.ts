import { expect } from 'chai';
import { factLines, quotesOf } from '../../../../web/desk/workspace/fact-lines.ts';

describe('the facts of a fault', () => {
  const fault = {
    class: 'low_voltage',
    hazards: ['sparks', 'wire_down'],
    people: [],
    site: [],
    scope: 'street',
    no_power: false,
  };

  it('come gravest first, without lines that say nothing', () => {
    expect(factLines(fault).map(({ label }) => label)).to.deep.equal(['hazards', 'scope', 'class']);
  });

  it('say of the supply only what is known: that it is missing, or that its voltage is wrong and so it is there', () => {
    const supply = (change: Partial<typeof fault>) =>
      factLines({ ...fault, ...change })
        .filter(({ label }) => label === 'power')
        .flatMap(({ facts }) => facts.map(({ code }) => code));
    expect(supply({})).to.deep.equal([]);
    expect(supply({ no_power: true })).to.deep.equal(['no_power']);
    expect(supply({ class: 'power_quality' })).to.deep.equal(['supplied']);
    expect(supply({ hazards: ['overvoltage'] })).to.deep.equal(['supplied']);
    expect(supply({ class: 'power_quality', no_power: true })).to.deep.equal(['no_power']);
  });

  const texts = new Map([[2, 'a wire is sparking']]);
  const textOf = (seq: number) => texts.get(seq) ?? null;

  it("are followed by the customer's words, each wording once", () => {
    const evidence = [
      { fact: 'hazard.sparks', seq: 2, start: 10, end: 18 },
      { fact: 'hazard.sparks', seq: 2, start: 10, end: 18 },
      { fact: 'hazard.wire_down', seq: 2, start: 0, end: 6 },
    ];
    expect(quotesOf(evidence, 'hazard.sparks', textOf)).to.deep.equal([{ seq: 2, start: 10, text: 'sparking' }]);
  });

  it('have no quotation while the message is not at hand, or where the marks miss it', () => {
    const evidence = [
      { fact: 'no_power', seq: 99, start: 0, end: 4 },
      { fact: 'no_power', seq: 2, start: 400, end: 404 },
    ];
    expect(quotesOf(evidence, 'no_power', textOf)).to.deep.equal([]);
  });
});
