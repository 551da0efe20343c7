import { expect } from 'chai';
import { drawStorm, type StormUtility } from '../../../bench/storm/draw-storm.ts';
import { createRandom } from '../../../data/demo/random.ts';

const HOMES = 600;
/** Feeders with fuses, transformers, lines and services in a row below them. */
const UTILITY: StormUtility = {
  devices: Array.from({ length: HOMES }, (_, home) => [
    ...row(home, 'feeder_breaker', 100, null),
    ...row(home, 'fuse', 50, 'feeder_breaker'),
    ...row(home, 'transformer', 10, 'fuse'),
    ...row(home, 'service', 1, 'transformer'),
  ]).flat(),
  homes: Array.from({ length: HOMES }, (_, home) => ({
    premisesId: `P${home}`,
    deviceId: `service${home}`,
    account: `${home}`.padStart(16, '0'),
    address: `示例路${home}号`,
    lat: 23,
    lon: 113,
    latin: `number ${home}`,
  })),
};

describe('who writes in the storm', () => {
  const drawn = { customers: 400, minutes: 10, dangerShare: 0.1 };
  const { callers, failed } = drawStorm(UTILITY, { ...drawn, random: createRandom(1) });

  it('is as many as asked for, each from a home of their own, in the order in which they begin', () => {
    expect(callers).to.have.length(400);
    expect(new Set(callers.map(({ premisesId }) => premisesId)).size).to.equal(400);
    const moments = callers.map(({ startsAt }) => startsAt);
    expect(moments).to.deep.equal([...moments].sort((a, b) => a - b));
    expect(moments.every((at) => at >= 0 && at <= 600_000)).to.equal(true);
  });

  it('sees what is true: who has lost supply with others says so', () => {
    expect(failed.length).to.be.above(3);
    for (const { failed: device, sees } of callers) {
      expect(sees.neighbours === 'lit').to.equal(device === null);
      if (device !== null) expect(failed).to.include(device);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    expect(drawStorm(UTILITY, { ...drawn, random: createRandom(1) }).callers).to.deep.equal(callers);
    expect(drawStorm(UTILITY, { ...drawn, random: createRandom(2) }).callers).not.to.deep.equal(callers);
  });
});

function row(home: number, kind: StormUtility['devices'][number]['kind'], size: number, above: string | null) {
  if (home % size !== 0) return [];
  const sizeAbove = above === 'feeder_breaker' ? 100 : above === 'fuse' ? 50 : 10;
  const parent = above === null ? null : `${above}${home - (home % sizeAbove)}`;
  return [{ id: `${kind}${home}`, kind, parent }];
}
