import type { Output } from '../benchmark.ts';
import { spread } from '../measure/quantiles.ts';
import { table } from '../measure/table.ts';
import { runRound } from './run-round.ts';
import type { StartedSubject } from './subject.ts';
import { megabytes } from './summarise.ts';

const PART = 2500;

/** Many turns on end: resident memory after each part of them, and how much the last quarter lies above the second. */
export async function soak(
  running: readonly StartedSubject[],
  turns: number,
  { out, progress }: Output,
): Promise<object> {
  const results = [];
  for (const { subject, bot, rssIdle } of running) {
    const parts: { turns: number; rssMb: number; cpuMsPerTurn: number }[] = [];
    for (let done = 0; done < turns; done += PART) {
      const round = await runRound(bot, Math.min(PART, turns - done), done);
      const part = {
        turns: done + round.turns,
        rssMb: megabytes(round.rssAfter),
        cpuMsPerTurn: Number(round.cpuMsPerTurn.toFixed(2)),
      };
      parts.push(part);
      progress(`${subject.key}: ${part.turns} turns, ${part.rssMb} MB, ${part.cpuMsPerTurn} ms CPU a turn`);
    }
    const quarter = (from: number) =>
      spread(parts.slice(Math.floor(from * parts.length), Math.ceil((from + 0.25) * parts.length)).map((p) => p.rssMb));
    const second = quarter(0.25);
    const last = quarter(0.75);
    const growthMb = last.median - second.median;
    results.push({ key: subject.key, rssIdleMb: megabytes(rssIdle), second, last, growthMb, parts });
  }
  out(
    table([
      ['', 'RSS idle MB', 'second quarter', 'last quarter', 'growth MB'],
      ...results.map(({ key, rssIdleMb, second, last, growthMb }) => [
        key,
        String(rssIdleMb),
        `${second.median} (${second.min}-${second.max})`,
        `${last.median} (${last.min}-${last.max})`,
        String(growthMb),
      ]),
    ]),
  );
  return { benchmark: 'turn --soak', turns, subjects: results };
}
