import { expect } from 'chai';
import { isSourceFault } from '../../../domain/incidents/source-fault.ts';

const MINUTE = 60_000;

describe('a fault of the source of feeders', () => {
  it('is what makes all of them dark within minutes', () => {
    const tripped = [
      { feederId: 'G', startedAt: 0 },
      { feederId: 'H', startedAt: 12 * MINUTE },
    ];
    expect(isSourceFault(['G', 'H'], tripped)).to.equal(true);
    expect(isSourceFault(['G', 'H', 'I'], tripped)).to.equal(false);
  });

  it('is none where they went one after the other, or where there is only one', () => {
    const tripped = [
      { feederId: 'G', startedAt: 0 },
      { feederId: 'H', startedAt: 40 * MINUTE },
    ];
    expect(isSourceFault(['G', 'H'], tripped)).to.equal(false);
    expect(isSourceFault(['G'], tripped)).to.equal(false);
    expect(isSourceFault([], [])).to.equal(false);
  });
});
