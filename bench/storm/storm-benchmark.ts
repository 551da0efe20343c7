import { createRandom } from '../../data/demo/random.ts';
import type { Benchmark } from '../benchmark.ts';
import { drawStorm } from './draw-storm.ts';
import { examineStorm } from './examine-storm.ts';
import { runStorm } from './run-storm.ts';
import { openStormGround } from './storm-ground.ts';
import { stormOptions } from './storm-options.ts';
import { stormTable } from './storm-table.ts';
import { summariseStorm } from './summarise-storm.ts';
import { watchServer } from './watch-server.ts';

const SEED = 20_261_124;
/** Homes for each customer who writes: not everybody does. */
const HOMES_PER_CALLER = 1.5;
const DANGER_SHARE = 0.025;
/** Until what a start leaves behind has been cleared away. */
const SETTLE_MS = 3000;
/** Until incidents have taken in the last reports. */
const INFER_MS = 5000;

/** A storm over the whole way: Direct Line, turns, tickets, incidents. */
export const stormBenchmark: Benchmark = {
  summary:
    '10,000 customers report over Direct Line within ten simulated minutes: nothing lost or doubled, P1 within 1 s',
  async run(args, { out, progress }) {
    const { customers, minutes, atOnce } = stormOptions(args);
    const ground = await openStormGround(Math.max(100, Math.ceil(customers * HOMES_PER_CALLER)));
    try {
      const random = createRandom(SEED);
      const { callers, failed } = drawStorm(ground.utility, { customers, minutes, dangerShare: DANGER_SHARE, random });
      progress(`${callers.length} customers; ${failed.length} devices have failed`);
      await pause(SETTLE_MS);
      const used = watchServer(ground);
      const own = process.cpuUsage();
      const run = await runStorm(ground, callers, { atOnce, progress });
      const { user, system } = process.cpuUsage(own);
      const use = await used();
      await pause(INFER_MS);
      const examined = await ground.examine((database) => examineStorm(database, run.played));
      const given = { minutes, atOnce, failed, own: (user + system) / 1_000_000 };
      const summary = summariseStorm({ ...given, run, use, examined });
      for (const line of stormTable(summary)) out(line);
      for (const failure of run.failures.slice(0, 5)) progress(failure);
      return { benchmark: 'storm', ...summary };
    } finally {
      await ground.close();
    }
  },
};

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
