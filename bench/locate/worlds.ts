import type { World } from './draw-scenarios.ts';

/** People call with one probability everywhere, after an exponential delay; hardly any noise; the time of failure known. */
export const PLAIN_WORLD: World = {
  kinds: {
    service: 0.3,
    lv_line: 0.2,
    transformer: 0.2,
    fuse: 0.2,
    recloser_or_switch: 0.06,
    feeder_breaker: 0.04,
  },
  doubles: 0.2,
  callShares: [0.01, 0.03, 0.1, 0.3],
  areaSpread: 0,
  delay: (random) => -12 * Math.log(1 - random.unit()),
  background: 0.001,
  wordShares: [0, 0.02],
  wrongPlace: 0.03,
  moments: [5, 15, 30],
  startUnknownBy: 0,
};

/** Log-normal: hardly anyone calls at once, some call late. */
const LATE: World = { ...PLAIN_WORLD, delay: (random) => 15 * Math.exp(0.9 * random.normal()) };

/** Worlds to be tried in; all but the first differ in what the model takes for granted. */
export const WORLDS: Readonly<Record<string, World>> = {
  plain: PLAIN_WORLD,
  late: LATE,
  noisy: { ...PLAIN_WORLD, background: 0.003, wrongPlace: 0.08 },
  uneven: { ...PLAIN_WORLD, areaSpread: 0.9, callShares: [0.02, 0.06, 0.15] },
  'start unknown': { ...PLAIN_WORLD, startUnknownBy: 15 },
  'all at once': {
    ...LATE,
    background: 0.002,
    wrongPlace: 0.06,
    areaSpread: 0.7,
    startUnknownBy: 10,
    wordShares: [0, 0.01, 0.05],
  },
};
