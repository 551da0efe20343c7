import type { Benchmark, Output } from '../benchmark.ts';
import { UsageError } from '../benchmark.ts';
import { usageOf } from '../measure/process-usage.ts';
import { type Round, runRound } from './run-round.ts';
import { soak } from './soak.ts';
import type { StartedSubject, Subject } from './subject.ts';
import { SUBJECTS } from './subjects.ts';
import { type Measured, summarise } from './summarise.ts';
import { turnOptions } from './turn-options.ts';
import { turnTable } from './turn-table.ts';

const WARM_UP_TURNS = 1500;
/** Until what a start leaves behind has been cleared away. */
const SETTLE_MS = 3000;

/** A turn's cost, side by side with a bot that is built Microsoft's way. */
export const turnBenchmark: Benchmark = {
  summary:
    'processor time, latency and memory of a turn, beside bots built Microsoft’s way; --soak: memory over 100,000',
  async run(args, output) {
    const options = turnOptions(args);
    const subjects = SUBJECTS.filter(({ key }) => options.only.includes(key));
    if (subjects.length !== options.only.length) throw new UsageError('--only takes keys out of a,b,c,d');
    const running: StartedSubject[] = [];
    try {
      for (const subject of subjects) running.push(await start(subject, output));
      if (options.soak) return await soak(running, options.turns, output);
      return await measure(running, options, output);
    } finally {
      for (const { bot } of running) await bot.stop();
    }
  },
};

async function start(subject: Subject, { progress }: Output): Promise<StartedSubject> {
  const bot = await subject.start();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const rssIdle = usageOf(bot.pid).rss;
  progress(`${subject.key} ${subject.title}: started`);
  return { subject, bot, rssIdle };
}

/** Rounds take turns (a, b, c, d, a, b, …), so that whatever else the machine does meets all alike. */
async function measure(
  running: readonly StartedSubject[],
  { turns, rounds }: { turns: number; rounds: number },
  { out, progress }: Output,
): Promise<object> {
  const measured = new Map<string, Round[]>(running.map(({ subject }) => [subject.key, []]));
  let number = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const { subject, bot } of running) {
      const result = await runRound(bot, round === 0 ? WARM_UP_TURNS : turns, number);
      number += turns;
      progress(
        `${round === 0 ? 'warm-up' : `round ${round}`} ${subject.key}: ${result.cpuMsPerTurn.toFixed(2)} ms CPU`,
      );
      if (round > 0) measured.get(subject.key)?.push(result);
    }
  }
  const all: Measured[] = running.map(({ subject, rssIdle }) => ({
    subject,
    rssIdle,
    rounds: measured.get(subject.key) ?? [],
  }));
  const summary = summarise(all);
  out(turnTable(summary));
  return { benchmark: 'turn', turns, rounds, ...summary };
}
