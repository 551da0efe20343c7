import { expect } from 'chai';
import { askAndLook, type People } from '../../../bench/asking/ask-and-look.ts';
import { anybody, byGain, mostUncertain, neighbours, type Policy } from '../../../bench/asking/policies.ts';
import { drawTrialSets } from '../../../bench/locate/trial-set.ts';
import { createRandom } from '../../../data/demo/random.ts';
import { DEFAULT_LOCALISER_SETTINGS } from '../../../domain/faults/localisation/localiser-settings.ts';

const EVERYBODY: People = { agree: 1, noAnswer: 0, wrong: 0 };
const POLICIES = { 'by gain': byGain(2), uncertain: mostUncertain(2), neighbours, anybody };

describe('a trial of asking back', () => {
  const [set] = drawTrialSets(1, 20);
  if (!set) throw new Error('no set was drawn');

  function exact(policy: Policy, people: People): number[] {
    const moments = [0, 6];
    const found = set?.scenarios.map((scenario, at) =>
      askAndLook(
        createRandom(3).branch(scenario.id),
        {
          ...{
            tree: set.tree,
            settings: { ...DEFAULT_LOCALISER_SETTINGS, nothingPerSingle: 0 },
            scenario,
            people,
            moments,
          },
          failed: set.answers[at]?.failed ?? [],
        },
        policy,
      ),
    );
    return moments.map((_, at) => found?.filter((looks) => looks[at]).length ?? 0);
  }

  it('names the failed set more often once those who tell most were asked, and more often than after asking anybody', () => {
    const [before = 0, after = 0] = exact(byGain(1), EVERYBODY);
    const [, random = 0] = exact(anybody, EVERYBODY);
    expect(after).to.be.above(before + 2);
    expect(after).to.be.above(random);
  });

  it('is the same each time', () => {
    expect(exact(byGain(2), { agree: 0.5, noAnswer: 0.4, wrong: 0.03 })).to.deep.equal(
      exact(byGain(2), { agree: 0.5, noAnswer: 0.4, wrong: 0.03 }),
    );
  });

  for (const [name, policy] of Object.entries(POLICIES)) {
    it(`asks nobody twice, and only who may be asked: ${name}`, () => {
      const [tree, mayBeAsked] = [set.tree, [...set.tree.positionOfCustomer.keys()].slice(0, 9)];
      const next = policy({
        random: createRandom(1),
        tree,
        callers: ['c20', 'c21'],
        mayBeAsked,
        ask: (left, most) => left.slice(0, most),
      });
      const asked: string[] = [];
      for (let group = next(); group.length > 0; group = next()) asked.push(...group);
      expect([...asked].sort()).to.deep.equal([...mayBeAsked].sort());
    });
  }
});
