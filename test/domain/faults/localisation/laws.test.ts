import { expect } from 'chai';
import fc from 'fast-check';
import { createLocaliser, type Localisation } from '../../../../domain/faults/localisation/create-localiser.ts';
import type { SupplyReport } from '../../../../domain/faults/localisation/evidence.ts';
import { type DeviceTree, indexTree } from '../../../../domain/faults/localisation/index-tree.ts';
import { smallFeeder } from './small-feeder.ts';

const network = smallFeeder();
const tree = indexTree(network);
const customer = fc.constantFrom(...network.customers.map(({ id }) => id));
const report: fc.Arbitrary<SupplyReport> = fc.record({
  kind: fc.constantFrom('no_power' as const, 'no_power' as const, 'has_power' as const),
  at: fc.double({ min: 0, max: 30, noNaN: true }),
  candidates: fc.oneof(
    { weight: 4, arbitrary: customer.map((id) => [{ customer: id, weight: 1 }]) },
    {
      weight: 1,
      arbitrary: fc.tuple(customer, customer).map(([a, b]) => [
        { customer: a, weight: 0.6 },
        { customer: b, weight: 0.4 },
      ]),
    },
  ),
  asked: fc.boolean(),
});
/** Nobody says the same twice, for then the first counts, and order would matter. */
const reports = fc.uniqueArray(report, {
  maxLength: 25,
  selector: ({ kind, candidates }) => `${kind} ${candidates.map((each) => each.customer).join()}`,
});
const RUNS = { numRuns: 60 };

function localise(of: DeviceTree, said: readonly SupplyReport[]): Localisation {
  const localiser = createLocaliser(of);
  for (const each of said) localiser.observe(each);
  return localiser.infer(30);
}

function probabilities({ ranking }: Localisation): Map<string, number> {
  return new Map(ranking.map(({ device, p }) => [device, p]));
}

function expectAlike(one: Localisation, other: Localisation): void {
  expect(one.nothing).to.be.closeTo(other.nothing, 1e-6);
  const [a, b] = [probabilities(one), probabilities(other)];
  for (const [device, p] of a) if (p > 0.01 && b.has(device)) expect(b.get(device)).to.be.closeTo(p, 1e-6);
}

describe('localisation, whatever is reported', () => {
  it('gives probabilities between 0 and 1, best first, at most ten', () => {
    fc.assert(
      fc.property(reports, (said) => {
        const { ranking, nothing } = localise(tree, said);
        for (const { p } of ranking) expect(p).to.be.within(0, 1);
        expect(nothing).to.be.within(0, 1);
        expect(ranking.length).to.be.at.most(10);
        expect(ranking.map(({ p }) => p)).to.deep.equal(ranking.map(({ p }) => p).sort((a, b) => b - a));
      }),
      RUNS,
    );
  });

  it('names no device upstream of another', () => {
    fc.assert(
      fc.property(reports, (said) => {
        const failed = new Set(localise(tree, said).failed);
        const parentOf = new Map(network.devices.map(({ id, parent }) => [id, parent]));
        for (const device of failed) {
          for (let up = parentOf.get(device) ?? null; up !== null; up = parentOf.get(up) ?? null) {
            expect(failed.has(up)).to.equal(false);
          }
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order of reports', () => {
    fc.assert(
      fc.property(
        reports.chain((said) => fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length }))),
        ([said, shuffled]) => expectAlike(localise(tree, said), localise(tree, shuffled)),
      ),
      RUNS,
    );
  });

  it('does not depend on the devices’ names', () => {
    const rename = (id: string): string => `x${[...id].reverse().join('')}`;
    const renamed = indexTree(smallFeeder(rename));
    fc.assert(
      fc.property(reports, (said) => {
        const [one, other] = [localise(tree, said), localise(renamed, said)];
        expect(other.failed).to.deep.equal(one.failed.map(rename));
        expect(other.ranking.map(({ device, p }) => [device, p])).to.deep.equal(
          one.ranking.map(({ device, p }) => [rename(device), p]),
        );
      }),
      RUNS,
    );
  });

  it('never thinks more of the devices above a customer together when that customer answers that there is power', () => {
    fc.assert(
      fc.property(reports, customer, (said, id) => {
        const above = new Set<string>();
        const parentOf = new Map(network.devices.map(({ id: device, parent }) => [device, parent]));
        for (let up: string | null = `s-${id}`; up !== null; up = parentOf.get(up) ?? null) above.add(up);
        const dark = (seen: Localisation): number =>
          seen.ranking.filter(({ device }) => above.has(device)).reduce((sum, { p }) => sum + p, 0);
        const certain = said.filter(({ candidates }) => candidates.length === 1).slice(0, 6);
        const answer: SupplyReport = {
          kind: 'has_power',
          at: 20,
          candidates: [{ customer: id, weight: 1 }],
          asked: true,
        };
        expect(dark(localise(tree, [...certain, answer]))).to.be.at.most(dark(localise(tree, certain)) + 1e-9);
      }),
      RUNS,
    );
  });
});
