import { type Benchmark, UsageError } from '../benchmark.ts';
import { measurePlacement } from './measure-placement.ts';
import { readMessyAddresses } from './messy-addresses.ts';
import { openPlacementGround } from './placement-ground.ts';

const USAGE = 'npm run bench -- addresses [--crowd] [--misses]';
/** As many again and again: villages as full as they are in a town. */
const CROWD = 50_000;

/** How well reports are placed by what people write of where they are. */
export const addressesBenchmark: Benchmark = {
  summary:
    'places messy addresses on the demo premises; --crowd among ten times as many, --misses lists those not placed first',
  async run(args, { out }) {
    if (args.some((arg) => arg !== '--misses' && arg !== '--crowd')) throw new UsageError(USAGE);
    const ground = await openPlacementGround({ crowd: args.includes('--crowd') ? CROWD : 0 });
    try {
      const { figures, misses } = await measurePlacement(ground.placer, readMessyAddresses(), ground.lineOf);
      if (args.includes('--misses')) {
        for (const { words, truth, first, probability } of misses) {
          out(`${truth} ${first ?? '-'} ${probability.toFixed(2)} ${words}`);
        }
      }
      const share = (value: number) => value.toFixed(3);
      out(`${figures.addresses} addresses, ${ground.premises} premises`);
      out(`first            ${share(figures.first)}`);
      out(`among three      ${share(figures.firstThree)}`);
      out(`found at all     ${share(figures.found)}`);
      out(`p of the truth   ${share(figures.onTruth)}`);
      out(`p of its line    ${share(figures.onLine)}`);
      out(`sure and wrong   ${share(figures.sureAndWrong)}`);
      out(`calibration      ${share(figures.calibration)}`);
      out(`ms each          ${figures.millisecondsEach.toFixed(2)}`);
      return figures;
    } finally {
      await ground.close();
    }
  },
};
