import { expect } from 'chai';
import fc from 'fast-check';
import {
  chooseQuestions,
  type Question,
  type QuestionOrder,
} from '../../../../../domain/faults/localisation/asking/choose-questions.ts';
import { createLocaliser } from '../../../../../domain/faults/localisation/create-localiser.ts';
import type { SupplyReport } from '../../../../../domain/faults/localisation/evidence.ts';
import { indexTree } from '../../../../../domain/faults/localisation/index-tree.ts';
import { smallFeeder } from '../small-feeder.ts';
import { informationOf, lookOn, setsAt } from './every-set.ts';

const network = smallFeeder();
const tree = indexTree(network);
const everybody = network.customers.map(({ id }) => id);
const customer = fc.constantFrom(...everybody);
const reports: fc.Arbitrary<SupplyReport[]> = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom('no_power' as const, 'no_power' as const, 'has_power' as const),
    at: fc.double({ min: 0, max: 30, noNaN: true }),
    candidates: customer.map((id) => [{ customer: id, weight: 1 }]),
    asked: fc.boolean(),
  }),
  { maxLength: 8, selector: ({ candidates }) => candidates[0]?.customer ?? '' },
);
const noAnswer = fc.constantFrom(0, 0.4, 0.9);
const RUNS = { numRuns: 60 };

const ORDER: QuestionOrder = { mayBeAsked: everybody, pending: [], most: 5, leastGain: 0, noAnswer: 0.4 };

function ask(said: readonly SupplyReport[], order: Partial<QuestionOrder> = {}): readonly Question[] {
  const localiser = createLocaliser(tree);
  for (const each of said) localiser.observe(each);
  return localiser.ask(30, { ...ORDER, ...order });
}

function call(...ids: readonly string[]): SupplyReport[] {
  return ids.map((id) => ({ kind: 'no_power', at: 5, candidates: [{ customer: id, weight: 1 }] }));
}

describe('whom to ask whether there is power', () => {
  it('expects of answers just what they tell of the failed set, counted over every set', () => {
    fc.assert(
      fc.property(reports, noAnswer, (said, silent) => {
        const { moment, view } = lookOn(tree, said, 30);
        const chosen = chooseQuestions(moment, view, { ...ORDER, noAnswer: silent, most: 3 });
        const told = chosen.reduce((sum, { gain }) => sum + gain, 0);
        const sets = setsAt(moment, view);
        const terms = {
          noAnswer: silent,
          wrongOn: moment.settings.wrongAnswer,
          wrongDark: moment.settings.askedInternalFault,
        };
        const ids = chosen.map((question) => question.customer);
        expect(told).to.be.closeTo(informationOf(tree, sets, { customers: ids, terms }), 1e-6);
      }),
      RUNS,
    );
  });

  it('chooses first whoever tells most alone', () => {
    fc.assert(
      fc.property(reports, (said) => {
        const [first] = ask(said, { most: 1 });
        for (const other of everybody) {
          const [alone] = ask(said, { mayBeAsked: [other], most: 1 });
          expect(alone?.gain ?? 0).to.be.at.most((first?.gain ?? 0) + 1e-9);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('never expects less than nothing, nor more of a later question than of the one before', () => {
    fc.assert(
      fc.property(reports, noAnswer, (said, silent) => {
        const gains = ask(said, { noAnswer: silent }).map(({ gain }) => gain);
        for (const gain of gains) expect(gain).to.be.within(0, 1);
        gains.slice(1).forEach((gain, at) => {
          expect(gain).to.be.at.most((gains[at] ?? 0) + 1e-9);
        });
      }),
      RUNS,
    );
  });

  it('asks only who may be asked, and each once', () => {
    fc.assert(
      fc.property(reports, fc.subarray(everybody), fc.subarray(everybody, { maxLength: 4 }), (said, some, pending) => {
        const ids = ask(said, { mayBeAsked: some, pending }).map((question) => question.customer);
        expect(new Set(ids).size).to.equal(ids.length);
        expect(some).to.include.members(ids);
      }),
      RUNS,
    );
  });

  it('expects nothing where nobody has reported, and asks nobody', () => {
    expect(ask([])).to.deep.equal([]);
  });

  it('asks nobody whose supply is certain', () => {
    const localiser = createLocaliser(tree);
    for (const each of call('t1-0', 't1-1', 't1-2')) localiser.observe(each);
    localiser.confirm('f1', 'failed');
    const below = everybody.filter((id) => id.startsWith('t1') || id.startsWith('t2'));
    const gains = localiser.ask(30, { ...ORDER, mayBeAsked: below }).map(({ gain }) => gain);
    expect(Math.max(0, ...gains)).to.be.below(1e-6);
  });

  it('asks where the devices that may have failed part', () => {
    // Transformer or fuse: whoever hangs on the fuse's other transformer knows.
    const [first] = ask(call('t1-0', 't1-1', 't1-2', 't1-3'), { most: 1 });
    expect(first?.customer).to.match(/^t2-/);
    expect(first?.dark).to.be.within(0.001, 0.999);
  });

  it('asks no second neighbour while an answer that would tell the same is out', () => {
    const said = call('t1-0', 't1-1', 't1-2', 't1-3');
    const [alone] = ask(said, { most: 1, noAnswer: 0 });
    const [beside] = ask(said, { most: 1, noAnswer: 0, pending: ['t2-0'], mayBeAsked: ['t2-5'] });
    expect(beside?.gain ?? 0).to.be.below((alone?.gain ?? 0) / 3);
  });

  it('asks a second neighbour where most do not answer', () => {
    const said = call('t1-0', 't1-1', 't1-2', 't1-3');
    const places = ask(said, { most: 2, noAnswer: 0.8 }).map((question) => question.customer.slice(0, 2));
    expect(places).to.deep.equal(['t2', 't2']);
  });

  it('stops where an answer would tell less than it must', () => {
    const said = call('t1-0', 't1-1', 't1-2', 't1-3');
    const gains = ask(said).map(({ gain }) => gain);
    const least = ((gains[0] ?? 0) + (gains[1] ?? 0)) / 2;
    expect(ask(said, { leastGain: least })).to.have.length(1);
    expect(ask(said, { leastGain: 2 })).to.deep.equal([]);
  });

  it('takes of those who would tell the same whoever stands first', () => {
    const said = call('t1-0', 't1-1', 't1-2', 't1-3');
    expect(ask(said, { most: 1, mayBeAsked: ['t2-7', 't2-1'] })[0]?.customer).to.equal('t2-7');
    expect(ask(said, { most: 1, mayBeAsked: ['t2-1', 't2-7'] })[0]?.customer).to.equal('t2-1');
  });
});
