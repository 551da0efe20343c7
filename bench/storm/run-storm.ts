import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import type { Caller } from './caller.ts';
import { DirectLine } from './direct-line.ts';
import { type Played, playCaller } from './play-caller.ts';
import { createQuestionReader } from './read-question.ts';
import type { StormGround } from './storm-ground.ts';

export interface StormRun {
  readonly played: readonly Played[];
  /** Customers whose conversation broke off with an error, which is no fault of theirs. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

export interface StormPace {
  /** How many talk at the same time. */
  readonly atOnce: number;
  readonly progress: (line: string) => void;
}

const TELL_EVERY = 1000;

/**
 * Lets them all begin in their order, as fast as the server keeps up: whoever's turn it is begins as soon as fewer than
 * `atOnce` are talking. Nobody takes time to read or to type.
 */
export async function runStorm(
  { url, secret }: Pick<StormGround, 'url' | 'secret'>,
  callers: readonly Caller[],
  { atOnce, progress }: StormPace,
): Promise<StormRun> {
  const agent = new Agent({ keepAlive: true });
  const questionIn = createQuestionReader();
  const played: Played[] = [];
  const failures: string[] = [];
  const waiting = callers.values();
  const began = performance.now();
  const lane = async () => {
    for (const caller of waiting) {
      const { number, language, hears } = caller;
      const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
      const locale = language === 'en' ? 'en-US' : 'zh-CN';
      const given = { ...{ url, agent, secret, address, locale, hears }, userId: `dl_storm${number}` };
      const connect = (heard: Parameters<typeof DirectLine.begin>[0]['heard']) => DirectLine.begin({ ...given, heard });
      try {
        played.push(await playCaller({ caller, connect, questionIn, newId: randomUUID }));
      } catch (error) {
        failures.push(`customer ${number}: ${error instanceof Error ? error.message : String(error)}`);
      }
      const done = played.length + failures.length;
      if (done % TELL_EVERY === 0) {
        progress(`${done} customers after ${((performance.now() - began) / 1000).toFixed(0)} s`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { played, failures, seconds };
}
