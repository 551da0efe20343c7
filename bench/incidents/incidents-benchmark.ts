import { createRandom } from '../../data/demo/random.ts';
import { type Benchmark, UsageError } from '../benchmark.ts';
import { drawScenarios, type World } from '../locate/draw-scenarios.ts';
import { groundOf } from '../locate/ground.ts';
import { makeFeeder } from '../locate/make-feeder.ts';
import { PLAIN_WORLD } from '../locate/worlds.ts';
import { measureStorm } from './measure-storm.ts';
import { measureUpdates } from './measure-updates.ts';

const SEED = 20_261_124;
const LARGE = {
  switches: 11,
  lateralsPerStretch: 9,
  transformersPerLateral: 4,
  customersPerTransformer: 20,
  lines: true,
};
const USUAL = {
  switches: 3,
  lateralsPerStretch: 5,
  transformersPerLateral: 3,
  customersPerTransformer: 15,
  lines: true,
};
const STORM: World = { ...PLAIN_WORLD, kinds: { recloser_or_switch: 1 }, doubles: 0, callShares: [0.6], moments: [30] };
const FEEDERS = 10;
const REPORTS = 10_000;

/** What it takes to keep incidents up with what is reported. */
export const incidentsBenchmark: Benchmark = {
  summary: 'incidents kept up with reports: an update on 10,000 devices, and 10,000 reports in ten minutes',
  async run(args, { out, progress }) {
    if (args.length > 0) throw new UsageError('npm run bench -- incidents');
    const random = createRandom(SEED);
    progress('one feeder of about 10,000 devices');
    const placed = makeFeeder(random.branch('large'), LARGE);
    const drawn = drawScenarios(random.branch('reports'), { ground: groundOf(placed), world: STORM, count: 1 });
    const [first] = drawn;
    if (!first) throw new Error('no scenario was drawn');
    const updates = await measureUpdates(placed, first.scenario);
    progress('a storm over several feeders');
    const networks = Array.from({ length: FEEDERS }, (_, at) => makeFeeder(random.branch(`feeder ${at}`), USUAL));
    const storm = await measureStorm(networks, { reports: REPORTS, random: random.branch('storm') });
    const ms = (value: number) => `${value.toFixed(1)} ms`;
    out(`${updates.devices} devices on one feeder, ${updates.reports} reports`);
    out(
      `  an update           ${ms(updates.updateMs.median)}, 95 % ${ms(updates.updateMs.p95)}, worst ${ms(updates.updateMs.worst)}`,
    );
    out(`  on the turns' thread ${ms(updates.ownThreadMs.median)}, worst ${ms(updates.ownThreadMs.worst)}`);
    out(`  placing a report    ${ms(updates.placeMs)}`);
    out(`${storm.reports} reports in ${storm.simulatedSeconds} simulated seconds over ${storm.feeders} feeders`);
    out(`  taken in            ${storm.seconds.toFixed(1)} s, worst look ${ms(storm.worstLookMs)}`);
    out(`  incidents           ${storm.incidents}, with ${storm.ticketsInIncidents} tickets`);
    return { updates, storm };
  },
};
