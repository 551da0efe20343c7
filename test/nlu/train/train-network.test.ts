import { expect } from 'chai';
import { scoresOf } from '../../../nlu/features/network-outputs.ts';
import { trainNetwork } from '../../../nlu/train/train-network.ts';

describe('the network', () => {
  /** Two features; the label is whether exactly one of them is there, which no linear function can tell. */
  const row = (columns: readonly number[]) => ({
    columns: Int32Array.from([...columns, 2]),
    values: Float32Array.from([...columns, 2], () => 1),
  });
  const cases: readonly [readonly number[], boolean][] = [
    [[], false],
    [[0], true],
    [[1], true],
    [[0, 1], false],
  ];
  const task = (seed: number) => ({
    rows: Array.from({ length: 400 }, (_, at) => row(cases[at % 4]?.[0] ?? [])),
    targets: Array.from({ length: 400 }, (_, at) => Int8Array.of(cases[at % 4]?.[1] === true ? 1 : -1)),
    heads: [{ kind: 'any' as const, start: 0, end: 1 }],
    columns: 3,
    settings: { hidden: 64, passes: 100, rate: 0.05, dropout: 0, smoothing: 0 },
    seed,
  });

  it('learns what no linear function can', () => {
    const network = trainNetwork(task(1));
    for (const [columns, holds] of cases) {
      expect((scoresOf(network, row(columns))[0] ?? 0) > 0).to.equal(holds);
    }
  });

  it('is the same for the same seed', () => {
    expect(trainNetwork(task(7))).to.deep.equal(trainNetwork(task(7)));
  });

  it('drops hidden units as often as features unless it is told otherwise', () => {
    const learned = (rates: { dropout: number; hiddenDropout?: number }) =>
      trainNetwork({ ...task(1), settings: { hidden: 8, passes: 2, rate: 0.05, smoothing: 0, ...rates } });
    const alike = learned({ dropout: 0.3 });
    expect(learned({ dropout: 0.3, hiddenDropout: 0.3 })).to.deep.equal(alike);
    expect(learned({ dropout: 0.3, hiddenDropout: 0.6 })).to.not.deep.equal(alike);
  });
});
